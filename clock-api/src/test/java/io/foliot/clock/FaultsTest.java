package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final PosixTime WALL = PosixTime.parse("2026-11-22T08:57:00Z");
  private static final long START = 1_000_000;

  private final ManualClock good = new ManualClock(START, WALL, SuspendBehavior.COUNTS);

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** {@return readings of a faulty clock at 0, 1, 2, ... ns, relative to its start} */
  private List<Long> monotonic(Faults faults, int count) {
    MonotonicClock bad = faults.in((MonotonicClock) good);
    List<Long> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(bad.elapsedNanos() - START);
      good.advance(nanos(1));
    }
    return readings;
  }

  private List<Long> posix(Faults faults, int count) {
    PosixClock bad = faults.in(good, good);
    List<Long> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertEquals(bad.now().toEpochNanos(), bad.epochNanos());
      readings.add(bad.epochNanos() - WALL.toEpochNanos());
      good.advance(nanos(1));
    }
    return readings;
  }

  private void expect(Faults faults, Long... expected) {
    assertEquals(Arrays.asList(expected), monotonic(faults, expected.length));
    good.setWall(WALL);
    assertEquals(Arrays.asList(expected), posix(faults, expected.length));
  }

  @Test
  void noFaultsShowTheGoodClock() {
    expect(Faults.none(), 0L, 1L, 2L, 3L);
  }

  @Test
  void stallStandsStillAndCatchesUp() {
    expect(Faults.none().stall(nanos(2), nanos(3)), 0L, 1L, 2L, 2L, 2L, 5L, 6L);
  }

  @Test
  void overlappingStallsAreOne() {
    expect(
        Faults.none().stall(nanos(3), nanos(3)).stall(nanos(1), nanos(3)),
        0L,
        1L,
        1L,
        1L,
        3L,
        3L,
        6L,
        7L);
  }

  @Test
  void stallForEver() {
    expect(Faults.none().stall(nanos(1), Duration.MAX), 0L, 1L, 1L, 1L, 1L);
  }

  @Test
  void stepsAddUp() {
    expect(Faults.none().step(nanos(1), 100).step(nanos(3), -70), 0L, 101L, 102L, 33L, 34L);
  }

  @Test
  void stepInAStallShowsAfterIt() {
    expect(Faults.none().stall(nanos(1), nanos(3)).step(nanos(2), 10), 0L, 1L, 1L, 1L, 14L, 15L);
  }

  @Test
  void coarseTicksRoundDown() {
    expect(Faults.none().coarse(nanos(4)), 0L, 0L, 0L, 0L, 4L, 4L, 4L, 4L, 8L);
  }

  @Test
  void coarseTicksRoundDownOnTheClocksOwnGrid() {
    good.advance(nanos(3));
    MonotonicClock bad = Faults.none().coarse(nanos(10)).in((MonotonicClock) good);
    assertEquals(START, bad.elapsedNanos());
    good.advance(nanos(6));
    assertEquals(START, bad.elapsedNanos());
    good.advance(nanos(1));
    assertEquals(START + 10, bad.elapsedNanos());
  }

  @Test
  void coarseTickOfADay() {
    PosixClock bad = Faults.none().coarse(Duration.ofDays(1)).in(good, good);
    assertEquals("2026-11-22T00:00:00Z", bad.now().toString());
  }

  @Test
  void jitterIsRepeatableAndWithinItsBound() {
    List<Long> first = jitter(42);
    assertEquals(first, jitter(42));
    assertNotEquals(first, jitter(43));
    long smallest = Long.MAX_VALUE;
    long largest = 0;
    for (long reading : first) {
      assertTrue(reading >= 0 && reading <= 9, () -> "jitter is " + reading);
      smallest = Math.min(smallest, reading);
      largest = Math.max(largest, reading);
    }
    assertEquals(0, smallest);
    assertEquals(9, largest);
  }

  private List<Long> jitter(long seed) {
    MonotonicClock bad = Faults.none().jitter(nanos(9), seed).in((MonotonicClock) good);
    List<Long> readings = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readings.add(bad.elapsedNanos() - START);
    }
    return readings;
  }

  /** The published test vector of SplitMix64 for seed 1234567. */
  @Test
  void jitterIsSplitMix64() {
    long max = Duration.ofDays(1).toNanos();
    MonotonicClock bad =
        Faults.none().jitter(Duration.ofDays(1), 1234567).in((MonotonicClock) good);
    String[] vector = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    for (String expected : vector) {
      long remainder = Long.remainderUnsigned(Long.parseUnsignedLong(expected), max + 1);
      assertEquals(remainder, bad.elapsedNanos() - START);
    }
  }

  @Test
  void valuesOutsideTheirRangeAreRefused() {
    assertEquals(
        "tick must be 1 ns to 1 day, got " + Duration.ZERO,
        assertThrows(IllegalArgumentException.class, () -> Faults.none().coarse(Duration.ZERO))
            .getMessage());
    Duration tooLong = Duration.ofDays(1).plus(nanos(1));
    assertEquals(
        "tick must be 1 ns to 1 day, got " + tooLong,
        assertThrows(IllegalArgumentException.class, () -> Faults.none().coarse(tooLong))
            .getMessage());
    assertEquals(
        "max must be at most 1 day, got " + tooLong,
        assertThrows(IllegalArgumentException.class, () -> Faults.none().jitter(tooLong, 1))
            .getMessage());
    assertThrows(NullPointerException.class, () -> Faults.none().in((MonotonicClock) null));
    assertThrows(NullPointerException.class, () -> Faults.none().in(null, good));
    assertThrows(NullPointerException.class, () -> Faults.none().in(good, null));
  }

  @Test
  void faultsDoNotChangeEachOther() {
    Faults base = Faults.none().stall(nanos(1), nanos(1));
    base.step(nanos(0), 1_000);
    base.coarse(nanos(10));
    base.jitter(nanos(10), 1);
    base.stall(nanos(0), Duration.MAX);
    assertEquals(Arrays.asList(0L, 1L, 2L), monotonic(base, 3));
  }

  @Test
  void otherPropertiesAreThoseOfTheGoodClock() {
    MonotonicClock bad = Faults.none().in((MonotonicClock) good);
    assertEquals(SuspendBehavior.COUNTS, bad.suspendBehavior());
    assertEquals(OptionalLong.of(1_000), bad.periodPicos());
    assertEquals("faulty " + good, bad.toString());
    PosixClock wall = Faults.none().in(good, good);
    assertEquals(OptionalInt.empty(), wall.utcOffsetSeconds());
    good.setUtcOffsetSeconds(3_600);
    assertEquals(OptionalInt.of(3_600), wall.utcOffsetSeconds());
    assertEquals(OptionalLong.of(1_000), wall.periodPicos());
    assertEquals("faulty " + good, wall.toString());
  }

  @Test
  void periodIsTheCoarserOne() {
    Faults coarse = Faults.none().coarse(nanos(7));
    assertEquals(OptionalLong.of(7_000), coarse.in((MonotonicClock) good).periodPicos());
    assertEquals(OptionalLong.of(7_000), coarse.in(good, good).periodPicos());
    MonotonicClock coarser = Faults.none().coarse(nanos(50)).in((MonotonicClock) good);
    assertEquals(OptionalLong.of(50_000), coarse.in(coarser).periodPicos());
    MonotonicClock unknown = new PortableClockProvider().monotonic();
    assertEquals(OptionalLong.empty(), Faults.none().in(unknown).periodPicos());
    assertEquals(OptionalLong.of(7_000), coarse.in(unknown).periodPicos());
  }
}
