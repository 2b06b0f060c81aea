package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();

  @Test
  void startsAtZero() {
    assertEquals(0, clock.elapsedNanos());
    assertEquals(PosixTime.EPOCH, clock.now());
    assertEquals(0, clock.epochNanos());
    assertEquals(SuspendBehavior.STOPS, clock.suspendBehavior());
    assertEquals(OptionalLong.of(1_000), clock.periodPicos());
    assertEquals(OptionalInt.empty(), clock.utcOffsetSeconds());
    assertSame(clock, clock.clock());
  }

  @Test
  void startsAtGivenReading() {
    PosixTime wall = PosixTime.parse("2026-11-22T08:57:00Z");
    ManualClock manual = new ManualClock(-5L, wall, SuspendBehavior.COUNTS);
    assertEquals(-5L, manual.elapsedNanos());
    assertEquals(wall, manual.now());
    assertEquals(SuspendBehavior.COUNTS, manual.suspendBehavior());
    assertEquals(
        "suspendBehavior must be COUNTS or STOPS, got UNKNOWN",
        assertThrows(
                IllegalArgumentException.class,
                () -> new ManualClock(0, wall, SuspendBehavior.UNKNOWN))
            .getMessage());
  }

  @Test
  void advanceMovesBothClocks() {
    clock.advance(SECOND);
    assertEquals(SECOND, clock.elapsed());
    assertEquals(PosixTime.ofEpochSecond(1), clock.now());
    clock.advanceTo(Duration.ofSeconds(5).toNanos());
    assertEquals(Duration.ofSeconds(5), clock.elapsed());
    assertEquals(PosixTime.ofEpochSecond(5), clock.now());
    clock.advanceTo(Duration.ofSeconds(5).toNanos());
    assertEquals(5_000_000_000L, clock.epochNanos());
  }

  @Test
  void neverRunsBackwards() {
    clock.advance(SECOND);
    assertEquals(
        "elapsedNanos must be at least the current reading, "
            + SECOND
            + ", got "
            + Duration.ofNanos(999_999_999),
        assertThrows(IllegalArgumentException.class, () -> clock.advanceTo(999_999_999))
            .getMessage());
    // Unsigned: 2^63 is later than one second, not earlier.
    clock.advanceTo(Long.MIN_VALUE);
    assertEquals(Long.MIN_VALUE, clock.elapsedNanos());
  }

  @Test
  void leavingTheRangeChangesNothing() {
    clock.advance(Duration.MAX);
    assertThrows(ArithmeticException.class, () -> clock.advance(Duration.ofNanos(1)));
    assertEquals(Duration.MAX, clock.elapsed());
    assertEquals(PosixTime.EPOCH.plus(Duration.MAX), clock.now());
    ManualClock late = new ManualClock(0, PosixTime.MAX, SuspendBehavior.STOPS);
    assertThrows(ArithmeticException.class, () -> late.advance(SECOND));
    assertEquals(0, late.elapsedNanos());
    assertEquals(PosixTime.MAX, late.now());
  }

  @Test
  void autoAdvanceFollowsEachReading() {
    clock.autoAdvance(Duration.ofNanos(3));
    assertEquals(0, clock.elapsedNanos());
    assertEquals(3, clock.elapsed().toNanos());
    assertEquals(6, clock.epochNanos());
    assertEquals(PosixTime.ofEpochNanos(9), clock.now());
    assertEquals(12, clock.elapsedNanos());
    clock.autoAdvance(Duration.ZERO);
    assertEquals(15, clock.elapsedNanos());
    assertEquals(15, clock.elapsedNanos());
  }

  // The wall clock

  @Test
  void stepsDoNotAffectTheMonotonicClock() {
    clock.advance(SECOND);
    clock.setWall(PosixTime.parse("2000-01-01T00:00:00Z"));
    assertEquals(SECOND, clock.elapsed());
    assertEquals("2000-01-01T00:00:00Z", clock.now().toString());
    clock.stepWall(-1);
    assertEquals("1999-12-31T23:59:59.999999999Z", clock.now().toString());
    clock.stepWall(2);
    assertEquals("2000-01-01T00:00:00.000000001Z", clock.now().toString());
    assertEquals(SECOND, clock.elapsed());
    clock.advance(SECOND);
    assertEquals("2000-01-01T00:00:01.000000001Z", clock.now().toString());
    clock.setWall(PosixTime.EPOCH);
    clock.stepWall(Long.MIN_VALUE);
    assertEquals(Long.MIN_VALUE, clock.epochNanos());
    clock.setWall(PosixTime.MIN);
    assertThrows(ArithmeticException.class, () -> clock.stepWall(-1));
    assertEquals(PosixTime.MIN, clock.now());
  }

  @Test
  void slewGainsEvenly() {
    clock.slewWall(500, Duration.ofSeconds(10));
    for (int i = 1; i <= 10; i++) {
      clock.advance(SECOND);
      assertEquals(i * 1_000_500_000L, clock.epochNanos());
    }
    clock.advance(SECOND);
    assertEquals(11_005_000_000L, clock.epochNanos());
    assertEquals(Duration.ofSeconds(11), clock.elapsed());
  }

  @Test
  void slewIsExactInSmallSteps() {
    clock.slewWall(-333, Duration.ofNanos(1_000_001));
    for (int i = 0; i < 2_000; i++) {
      clock.advance(Duration.ofNanos(1_001));
    }
    // 333 ppm of 1 000 001 ns are 333.000333 ns.
    assertEquals(2_000L * 1_001 - 333, clock.epochNanos());
  }

  @Test
  void slewEndsInOneLongStep() {
    clock.slewWall(500_000, Duration.ofSeconds(4));
    clock.advance(Duration.ofSeconds(100));
    assertEquals(102_000_000_000L, clock.epochNanos());
  }

  @Test
  void slewMayLoseHalf() {
    clock.slewWall(-500_000, Duration.ofNanos(3_000_001));
    clock.advance(Duration.ofNanos(1_000_001));
    assertEquals(500_001, clock.epochNanos());
    clock.advance(Duration.ofNanos(2_000_000));
    assertEquals(1_500_001, clock.epochNanos());
    clock.advance(Duration.ofNanos(7));
    assertEquals(1_500_008, clock.epochNanos());
  }

  @Test
  void newSlewReplacesTheOld() {
    clock.slewWall(1_000, Duration.ofSeconds(10));
    clock.advance(SECOND);
    clock.slewWall(-1_000, SECOND);
    clock.advance(SECOND);
    assertEquals(2_000_000_000L, clock.epochNanos());
    clock.advance(SECOND);
    assertEquals(3_000_000_000L, clock.epochNanos());
    clock.slewWall(1_000, SECOND);
    clock.setWall(PosixTime.EPOCH);
    clock.advance(SECOND);
    assertEquals(1_000_000_000L, clock.epochNanos());
  }

  @Test
  void slewOutOfRangeIsRefused() {
    for (int rate : new int[] {-500_001, 500_001, Integer.MIN_VALUE}) {
      assertEquals(
          "partsPerMillion must be -500000 to 500000, got " + rate,
          assertThrows(IllegalArgumentException.class, () -> clock.slewWall(rate, SECOND))
              .getMessage());
    }
    assertThrows(ArithmeticException.class, () -> clock.slewWall(1, Duration.MAX));
  }

  @Test
  void utcOffsetCanBeSet() {
    for (int seconds : new int[] {-64_800, 0, 64_800}) {
      clock.setUtcOffsetSeconds(seconds);
      assertEquals(OptionalInt.of(seconds), clock.utcOffsetSeconds());
    }
    for (int seconds : new int[] {-64_801, 64_801}) {
      assertEquals(
          "utcOffsetSeconds must be -64800 to 64800 (18 h), got " + seconds,
          assertThrows(IllegalArgumentException.class, () -> clock.setUtcOffsetSeconds(seconds))
              .getMessage());
    }
  }

  @Test
  void wallErrorCanBeSet() {
    clock.advance(SECOND);
    assertEquals(
        BoundedPosixTime.unbounded(PosixTime.ofEpochSecond(1), SyncState.UNKNOWN), clock.reading());
    clock.setWallError(Duration.ofMillis(2), SyncState.SYNCHRONIZED);
    assertEquals(
        BoundedPosixTime.of(
            PosixTime.ofEpochSecond(1), Duration.ofMillis(2), SyncState.SYNCHRONIZED),
        clock.reading());
    clock.autoAdvance(SECOND);
    clock.reading();
    assertEquals(PosixTime.ofEpochSecond(2), clock.now());
    assertThrows(NullPointerException.class, () -> clock.setWallError(null, SyncState.UNKNOWN));
    assertThrows(NullPointerException.class, () -> clock.setWallError(SECOND, null));
  }

  // Suspend

  @Test
  void suspendStopsTheMonotonicClock() {
    clock.suspend();
    clock.advance(Duration.ofHours(8));
    assertEquals(0, clock.elapsedNanos());
    assertEquals(PosixTime.EPOCH.plus(Duration.ofHours(8)), clock.now());
    assertEquals(
        "the clock is suspended and stands still; call resume() before advanceTo()",
        assertThrows(IllegalStateException.class, () -> clock.advanceTo(1)).getMessage());
    clock.resume();
    clock.advance(SECOND);
    assertEquals(SECOND, clock.elapsed());
  }

  @Test
  void suspendCountsIfRequested() {
    ManualClock boot = new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.COUNTS);
    boot.suspend();
    boot.advance(SECOND);
    boot.advanceTo(2_000_000_000L);
    assertEquals(2_000_000_000L, boot.elapsedNanos());
    assertEquals(PosixTime.ofEpochSecond(2), boot.now());
  }

  @Test
  void slewPausesInSuspend() {
    clock.slewWall(1_000, Duration.ofSeconds(2));
    clock.suspend();
    clock.advance(SECOND);
    assertEquals(1_000_000_000L, clock.epochNanos());
    clock.resume();
    clock.advance(Duration.ofSeconds(2));
    assertEquals(3_002_000_000L, clock.epochNanos());
  }

  @Test
  void suspendAndResumeAlternate() {
    assertEquals(
        "the clock is not suspended; call suspend() before resume()",
        assertThrows(IllegalStateException.class, clock::resume).getMessage());
    clock.suspend();
    assertEquals(
        "the clock is suspended; call resume() before suspend()",
        assertThrows(IllegalStateException.class, clock::suspend).getMessage());
  }

  @Test
  void text() {
    assertEquals(
        "manual clock at 0ns, 1970-01-01T00:00:00Z".replace("0ns", Duration.ZERO + ""),
        clock.toString());
    clock.suspend();
    assertTrue(clock.toString().endsWith(", suspended"));
    clock.resume();
    assertFalse(clock.toString().endsWith(", suspended"));
  }
}
