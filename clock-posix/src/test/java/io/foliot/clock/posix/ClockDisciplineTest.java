package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.BoundedPosixTime;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SyncState;
import io.foliot.duration.Duration;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClockDisciplineTest {
  private static final int TIME_OK = 0;
  private static final int TIME_ERROR = 5;

  /** A {@code struct timex} as 64-bit Linux lays it out. */
  private static MemorySegment timex(int status) {
    MemorySegment timex = MemorySegment.ofArray(new long[26]);
    timex.set(JAVA_LONG, 16, 655_360); // freq: 10 ppm
    timex.set(JAVA_LONG, 24, 12_345); // maxerror
    timex.set(JAVA_LONG, 32, 678); // esterror
    timex.set(JAVA_INT, 40, status);
    timex.set(JAVA_LONG, 72, 1_700_000_000); // time
    timex.set(JAVA_LONG, 80, 123_456);
    timex.set(JAVA_INT, 160, 37); // tai
    return timex;
  }

  @Test
  void readsEveryField() {
    ClockDiscipline state = new ClockDiscipline(TIME_OK, timex(0x2001));
    assertEquals(SyncState.SYNCHRONIZED, state.syncState());
    assertEquals(Optional.of(Duration.ofMicros(12_345)), state.maximumError());
    assertEquals(Optional.of(Duration.ofMicros(678)), state.estimatedError());
    assertEquals(OptionalInt.of(37), state.taiOffsetSeconds());
    assertEquals(ClockDiscipline.LeapSecond.NONE, state.pendingLeapSecond());
    assertEquals(10_000_000, state.frequencyPicosPerSecond());
    assertEquals(PosixTime.ofEpochNanos(1_700_000_000_000_123_456L), state.readAt());
  }

  @Test
  void timeIsInMicrosecondsUnlessStaNanoIsSet() {
    ClockDiscipline state = new ClockDiscipline(TIME_OK, timex(0x0001));
    assertEquals(PosixTime.ofEpochNanos(1_700_000_000_123_456_000L), state.readAt());
  }

  @Test
  void errorsAreUnknownWithoutSynchronization() {
    for (ClockDiscipline state :
        new ClockDiscipline[] {
          new ClockDiscipline(TIME_OK, timex(0x2041)),
          new ClockDiscipline(TIME_ERROR, timex(0x2001))
        }) {
      assertEquals(SyncState.NOT_SYNCHRONIZED, state.syncState());
      assertTrue(state.maximumError().isEmpty());
      assertTrue(state.estimatedError().isEmpty());
      assertFalse(KernelBoundedClock.bounded(state).isBounded());
      assertEquals(SyncState.NOT_SYNCHRONIZED, KernelBoundedClock.bounded(state).syncState());
    }
  }

  @Test
  void boundsAreTheMaximumErrorPlusItsGrowthPerSecond() {
    BoundedPosixTime time = KernelBoundedClock.bounded(new ClockDiscipline(TIME_OK, timex(0x2001)));
    Duration error = Duration.ofMicros(12_345 + 501);
    assertEquals(time.now().plus(error), time.latest());
    assertEquals(time.now().minus(error), time.earliest());
  }

  @Test
  void leapSecondsAreAnnouncedAndTaiMayBeUnknown() {
    MemorySegment timex = timex(0x2011);
    timex.set(JAVA_INT, 160, 0);
    timex.set(JAVA_LONG, 16, -32_768_000);
    ClockDiscipline insert = new ClockDiscipline(1, timex);
    assertEquals(ClockDiscipline.LeapSecond.INSERT, insert.pendingLeapSecond());
    assertEquals(OptionalInt.empty(), insert.taiOffsetSeconds());
    assertEquals(-500_000_000, insert.frequencyPicosPerSecond());
    assertEquals(
        ClockDiscipline.LeapSecond.DELETE,
        new ClockDiscipline(2, timex(0x2021)).pendingLeapSecond());
  }

  @Test
  void anErrorOfZeroIsUnknown() {
    MemorySegment timex = timex(0x2001);
    timex.set(JAVA_LONG, 24, 0);
    timex.set(JAVA_LONG, 32, 0);
    ClockDiscipline state = new ClockDiscipline(TIME_OK, timex);
    assertEquals(SyncState.SYNCHRONIZED, state.syncState());
    assertTrue(state.maximumError().isEmpty());
    assertTrue(state.estimatedError().isEmpty());
    assertFalse(KernelBoundedClock.bounded(state).isBounded());
  }

  @Test
  void boundsAreASecondWiderInALeapSecond() {
    ClockDiscipline state = new ClockDiscipline(3, timex(0x2011));
    assertTrue(state.isInLeapSecond());
    assertFalse(new ClockDiscipline(4, timex(0x2011)).isInLeapSecond());
    assertTrue(state.toString().contains("leap second now"), state.toString());
    BoundedPosixTime time = KernelBoundedClock.bounded(state);
    Duration error = Duration.ofMicros(1_000_000 + 12_345 + 501);
    assertEquals(time.now().plus(error), time.latest());
    assertEquals(time.now().minus(error), time.earliest());
  }

  /** Any content of the structure yields a valid reading. */
  @Test
  void impossibleValuesCountAsUnknown() {
    long[] values = {Long.MIN_VALUE, -1, 1L << 53, 1L << 62, Long.MAX_VALUE};
    for (long field : new long[] {16, 24, 32, 72, 80}) {
      for (long value : values) {
        for (int status : new int[] {0x2001, 0x0001}) {
          MemorySegment timex = timex(status);
          timex.set(JAVA_LONG, field, value);
          ClockDiscipline state = new ClockDiscipline(TIME_OK, timex);
          BoundedPosixTime time = KernelBoundedClock.bounded(state);
          assertFalse(time.now().isBefore(time.earliest()));
          assertTrue(Math.abs(state.frequencyPicosPerSecond()) <= 500_000_000);
          if (field == 24 && value < 0) {
            assertFalse(time.isBounded());
          }
        }
      }
    }
  }

  @Test
  void theKernelAnswers() {
    var realtime = PosixClocks.realtime();
    PosixTime before = realtime.now();
    ClockDiscipline state = ClockDiscipline.read();
    PosixTime after = realtime.now();
    // The kernel may report microseconds.
    assertFalse(state.readAt().isBefore(before.minus(Duration.ofMicros(1))));
    assertFalse(state.readAt().isAfter(after));
    long frequency = state.frequencyPicosPerSecond();
    assertTrue(frequency >= -500_000_000 && frequency <= 500_000_000, state.toString());
  }

  @Test
  void theBoundedClockAgreesWithItself() {
    var clock = PosixClocks.bounded();
    PosixTime before = clock.now().minus(Duration.ofMicros(1));
    BoundedPosixTime reading = clock.reading();
    PosixTime after = clock.now();
    assertFalse(reading.now().isBefore(before));
    assertFalse(reading.now().isAfter(after));
    assertTrue(!reading.isBounded() || reading.syncState() == SyncState.SYNCHRONIZED);
  }
}
