package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.ClockUnavailableException;
import org.junit.jupiter.api.Test;

class Solo5PosixClockTest {
  private final FakeSolo5 solo5 = new FakeSolo5();

  @Test
  void returnsTheReadingUnchanged() {
    Solo5PosixClock clock = new Solo5PosixClock(solo5);
    solo5.wall = 1_795_338_000_123_456_789L;
    assertEquals(1_795_338_000_123_456_789L, clock.epochNanos());
    assertEquals("2026-11-22T09:00:00.123456789Z", clock.now().toString());
  }

  @Test
  void worksBeyondSignedNanoseconds() {
    Solo5PosixClock clock = new Solo5PosixClock(solo5);
    solo5.wall = Long.MAX_VALUE;
    assertEquals(Long.MAX_VALUE, clock.epochNanos());
    assertEquals("2262-04-11T23:47:16.854775807Z", clock.now().toString());
    solo5.wall = Long.MIN_VALUE;
    assertEquals("2262-04-11T23:47:16.854775808Z", clock.now().toString());
    assertThrows(ArithmeticException.class, clock::epochNanos);
    solo5.wall = -1;
    assertEquals("2554-07-21T23:34:33.709551615Z", clock.now().toString());
  }

  @Test
  void isRefusedWithoutWallClock() {
    solo5.wall = 0;
    assertThrows(ClockUnavailableException.class, () -> new Solo5PosixClock(solo5));
  }

  @Test
  void hasNoOffsetAndNoPeriod() {
    Solo5PosixClock clock = new Solo5PosixClock(solo5);
    assertFalse(clock.utcOffsetSeconds().isPresent());
    assertFalse(clock.periodPicos().isPresent());
  }
}
