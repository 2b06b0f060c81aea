package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CycleClockTest {
  private static final BigInteger PER_SECOND = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger LAST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private long cycles;

  private CycleClock clockAt(long start, long hertz) {
    cycles = start;
    return new CycleClock(() -> cycles, hertz);
  }

  private static BigInteger exactNanos(long cycles, long hertz) {
    return BigInteger.valueOf(cycles).multiply(PER_SECOND).divide(BigInteger.valueOf(hertz));
  }

  @Property
  void isTheExactTimeOrOneNanosecondLess(
      @ForAll long start,
      @ForAll @LongRange(min = 0) long anyCycles,
      @ForAll @LongRange(min = 1) long hertz) {
    // No more than the 584 years that fit.
    BigInteger most = LAST.multiply(BigInteger.valueOf(hertz)).divide(PER_SECOND);
    long passed = BigInteger.valueOf(anyCycles).min(most).longValueExact();
    BigInteger exact = exactNanos(passed, hertz);
    CycleClock clock = clockAt(start, hertz);
    cycles = start + passed;
    BigInteger read = new BigInteger(Long.toUnsignedString(clock.elapsedNanos()));
    assertTrue(
        read.equals(exact) || read.add(BigInteger.ONE).equals(exact),
        () -> read + " instead of " + exact);
  }

  @Property
  void staysRightForYearsAtTheFrequenciesOfRealCounters(
      @ForAll @LongRange(min = 0, max = 200_000_000_000L) long seconds,
      @ForAll @LongRange(min = 24_000_000, max = 5_000_000_000L) long hertz) {
    // At most 100 years, and at most 2^63 cycles.
    long passed = Math.min(seconds % 3_155_760_000L, Long.MAX_VALUE / hertz) * hertz;
    CycleClock clock = clockAt(-5, hertz);
    cycles = -5 + passed;
    long exact = exactNanos(passed, hertz).longValueExact();
    long read = clock.elapsedNanos();
    assertTrue(read == exact || read == exact - 1, () -> read + " instead of " + exact);
  }

  @Test
  void losesNothingHoweverOftenItIsRead() {
    // 2445429000 Hz: adding up truncated steps, as Solo5's own clock does, would lose 400 us here.
    CycleClock clock = clockAt(0, 2_445_429_000L);
    long last = 0;
    for (int reading = 1; reading <= 1_000_000; reading++) {
      cycles = reading * 1001L;
      long now = clock.elapsedNanos();
      assertTrue(now >= last);
      last = now;
    }
    long exact = exactNanos(1_001_000_000L, 2_445_429_000L).longValueExact();
    assertTrue(last == exact || last == exact - 1, () -> clock.elapsedNanos() + ", not " + exact);
  }

  @Test
  void countsASecondOfEachKindOfCounter() {
    for (long hertz : new long[] {1, 32_768, 19_200_000, 24_000_000, 1_000_000_000}) {
      CycleClock clock = clockAt(-1, hertz);
      assertEquals(0, clock.elapsedNanos());
      cycles = -1 + hertz;
      long read = clock.elapsedNanos();
      assertTrue(read == 1_000_000_000 || read == 999_999_999, () -> hertz + " Hz: " + read);
    }
  }

  @Test
  void neverGoesBelowItsStart() {
    CycleClock clock = clockAt(1000, 3_000_000_000L);
    cycles = 999;
    assertEquals(0, clock.elapsedNanos());
    cycles = 1003;
    assertTrue(clock.elapsedNanos() <= 1);
  }

  @Test
  void tellsItsPeriod() {
    assertEquals(333, clockAt(0, 3_000_000_000L).periodPicos().getAsLong());
    assertEquals(1_000_000_000_000L, clockAt(0, 1).periodPicos().getAsLong());
    assertEquals(1, clockAt(0, Long.MAX_VALUE).periodPicos().getAsLong());
  }

  @Test
  void refusesAFrequencyThatIsNone() {
    for (long hertz : new long[] {0, -1, Long.MIN_VALUE}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> clockAt(0, hertz));
      assertEquals(
          "a cycle counter has a frequency of at least 1 Hz: got " + hertz, refusal.getMessage());
    }
  }
}
