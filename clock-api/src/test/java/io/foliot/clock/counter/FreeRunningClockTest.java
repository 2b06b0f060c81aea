package io.foliot.clock.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FreeRunningClockTest {
  private static final BigInteger PER_SECOND = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger LAST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private long cycles;

  private FreeRunningClock clockAt(long start, long hertz) {
    return clockAt(64, start, hertz);
  }

  private FreeRunningClock clockAt(int bits, long start, long hertz) {
    cycles = start;
    return new FreeRunningClock(bits, TickRate.ofHertz(hertz), () -> cycles);
  }

  private static BigInteger exactNanos(long cycles, long hertz) {
    return BigInteger.valueOf(cycles).multiply(PER_SECOND).divide(BigInteger.valueOf(hertz));
  }

  private static boolean isExact(BigInteger read, BigInteger exact) {
    return read.equals(exact);
  }

  @Property
  void isTheExactTime(
      @ForAll long start,
      @ForAll @LongRange(min = 0) long anyCycles,
      @ForAll @LongRange(min = 1) long hertz) {
    // Limited to the range of 584 years.
    BigInteger most = LAST.multiply(BigInteger.valueOf(hertz)).divide(PER_SECOND);
    long passed = BigInteger.valueOf(anyCycles).min(most).longValueExact();
    BigInteger exact = exactNanos(passed, hertz);
    FreeRunningClock clock = clockAt(start, hertz);
    cycles = start + passed;
    BigInteger read = new BigInteger(Long.toUnsignedString(clock.elapsedNanos()));
    assertTrue(isExact(read, exact), () -> read + " instead of " + exact);
  }

  @Property
  void staysExactForYears(
      @ForAll @LongRange(min = 0, max = 200_000_000_000L) long seconds,
      @ForAll @LongRange(min = 24_000_000, max = 5_000_000_000L) long hertz) {
    // At most 100 years, and at most 2^63 cycles.
    long passed = Math.min(seconds % 3_155_760_000L, Long.MAX_VALUE / hertz) * hertz;
    FreeRunningClock clock = clockAt(-5, hertz);
    cycles = -5 + passed;
    long exact = exactNanos(passed, hertz).longValueExact();
    long read = clock.elapsedNanos();
    assertTrue(read == exact, () -> read + " instead of " + exact);
  }

  @Test
  void frequentReadingsLoseNothing() {
    // 2445429000 Hz: summing truncated steps, as Solo5's clock does, would lose 400 us here.
    FreeRunningClock clock = clockAt(0, 2_445_429_000L);
    long last = 0;
    for (int reading = 1; reading <= 1_000_000; reading++) {
      cycles = reading * 1001L;
      long now = clock.elapsedNanos();
      assertTrue(now >= last);
      last = now;
    }
    long exact = exactNanos(1_001_000_000L, 2_445_429_000L).longValueExact();
    assertTrue(last == exact, () -> clock.elapsedNanos() + ", not " + exact);
  }

  @Test
  void countsASecondOfEachKindOfCounter() {
    for (long hertz : new long[] {1, 32_768, 19_200_000, 24_000_000, 1_000_000_000}) {
      FreeRunningClock clock = clockAt(-1, hertz);
      assertEquals(0, clock.elapsedNanos());
      cycles = -1 + hertz;
      long read = clock.elapsedNanos();
      assertTrue(read == 1_000_000_000, () -> hertz + " Hz: " + read);
    }
  }

  @Test
  void neverGoesBelowItsStart() {
    FreeRunningClock clock = clockAt(1000, 3_000_000_000L);
    cycles = 999;
    assertEquals(0, clock.elapsedNanos());
    cycles = 1003;
    assertTrue(clock.elapsedNanos() <= 1);
  }

  @Test
  void periodIsRoundedDown() {
    assertEquals(333, clockAt(0, 3_000_000_000L).periodPicos().getAsLong());
    assertEquals(1_000_000_000_000L, clockAt(0, 1).periodPicos().getAsLong());
    assertEquals(1, clockAt(0, Long.MAX_VALUE).periodPicos().getAsLong());
  }

  @Test
  void saturatesAtEndOfRange() {
    FreeRunningClock clock = clockAt(0, 1);
    cycles = 20_000_000_000L;
    assertEquals(-1, clock.elapsedNanos());
  }

  @Test
  void refusesInvalidWidth() {
    for (int bits : new int[] {15, 65, -1}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> clockAt(bits, 0, 1_000));
      assertEquals("bits must be 16 to 64, got " + bits, refusal.getMessage());
    }
  }

  /** Intervals of up to half a period, from any start, for hours of the counter's time. */
  @Property
  void extendsWrappingCounter(
      @ForAll @IntRange(min = 16, max = 63) int bits,
      @ForAll long start,
      @ForAll List<@LongRange(min = 0) Long> silences) {
    long mask = (1L << bits) - 1;
    cycles = start;
    FreeRunningClock clock =
        new FreeRunningClock(bits, TickRate.ofHertz(19_200_000), () -> cycles & mask);
    BigInteger passed = BigInteger.ZERO;
    for (long silence : silences) {
      long ticks = silence % ((1L << Math.min(bits - 1, 50)) + 1);
      if (passed.bitLength() > 50) {
        break;
      }
      cycles += ticks;
      passed = passed.add(BigInteger.valueOf(ticks));
      BigInteger exact = passed.multiply(PER_SECOND).divide(BigInteger.valueOf(19_200_000));
      BigInteger read = new BigInteger(Long.toUnsignedString(clock.elapsedNanos()));
      assertTrue(isExact(read, exact), () -> read + " instead of " + exact);
    }
  }

  @Test
  void maxReadIntervalIsHalfThePeriod() {
    long silence = clockAt(32, 0, 19_200_000).maxReadInterval().toNanos();
    long exact = exactNanos(1L << 31, 19_200_000).longValueExact();
    assertTrue(silence == exact, () -> silence + " ns");
    assertEquals(Duration.MAX, clockAt(64, 0, 1_000).maxReadInterval());
  }

  @Test
  void extendCountsWrapsWithoutReadings() {
    FreeRunningClock clock = clockAt(16, 65_000, 1_000_000);
    for (int millis = 1; millis <= 1_000; millis++) {
      cycles = (65_000 + millis * 1_000L) & 0xFFFF;
      clock.extend();
    }
    long read = clock.elapsedNanos();
    assertTrue(read == 1_000_000_000, () -> "read " + read);
  }

  @Test
  void standsStillWhileTheCounterIsBehindTheMark() {
    FreeRunningClock clock = clockAt(32, 0, 1_000_000);
    cycles = 5_000;
    long before = clock.elapsedNanos();
    cycles = 4_000;
    assertEquals(before, clock.elapsedNanos());
    cycles = 5_001;
    assertTrue(clock.elapsedNanos() > before);
  }
}
