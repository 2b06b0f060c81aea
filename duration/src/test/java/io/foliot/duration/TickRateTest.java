package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Examples with the frequencies of real counters. */
class TickRateTest {
  @Test
  void watchCrystal() {
    TickRate rate = TickRate.ofHertz(32_768);
    assertEquals(1_000_000_000L, rate.floorToNanos(32_768));
    assertEquals(30_517L, rate.floorToNanos(1));
    assertEquals(30_518L, rate.ceilingToNanos(1));
    assertEquals(0L, rate.floorToTicks(30_517));
    assertEquals(1L, rate.ceilingToTicks(30_517));
    assertEquals("64 ticks in 1953125 ns", rate.toString());
  }

  @Test
  void processorClockOverItsWholeRange() {
    TickRate rate = TickRate.ofHertz(2_445_429_000L);
    // floor((2^64 - 1) * 10^9 / 2445429000), by long division elsewhere
    assertEquals(7_543_357_044_391_618_654L, rate.floorToNanos(-1));
    ArithmeticException e = assertThrows(ArithmeticException.class, () -> rate.floorToTicks(-1));
    assertEquals("18446744073709551615 ns are over 18446744073709551615 ticks", e.getMessage());
    assertEquals(-1L, rate.saturatingFloorToTicks(-1));
  }

  @Test
  void refusals() {
    assertEquals(
        "a tick rate needs at least 1 hertz: got 0",
        assertThrows(IllegalArgumentException.class, () -> TickRate.ofHertz(0)).getMessage());
    assertEquals(
        "a tick rate needs ticks and nanoseconds that are not 0: got 0 ticks in 5 ns",
        assertThrows(IllegalArgumentException.class, () -> TickRate.ofRatio(0, 5)).getMessage());
  }
}
