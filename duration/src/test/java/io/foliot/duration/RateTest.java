package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Events per second, and the time of events, against BigInteger. */
class RateTest {
  private static final BigInteger GIGA = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @Test
  void operationsPerSecond() {
    assertEquals(4, Duration.ofSeconds(2).perSecond(9, RoundingMode.DOWN));
    assertEquals(5, Duration.ofSeconds(2).perSecond(9, RoundingMode.HALF_UP));
    assertEquals(0, Duration.ofSeconds(2).perSecond(0, RoundingMode.UP));
    assertEquals(1_000_000_000, Duration.ofNanos(1).perSecond(1, RoundingMode.UNNECESSARY));
    assertEquals(
        Long.MAX_VALUE, Duration.ofSeconds(1).perSecond(Long.MAX_VALUE, RoundingMode.UNNECESSARY));
  }

  @Test
  void refusals() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Duration.ofSeconds(1).perSecond(-1, RoundingMode.DOWN));
    assertThrows(ArithmeticException.class, () -> Duration.ZERO.perSecond(1, RoundingMode.DOWN));
    assertThrows(
        ArithmeticException.class,
        () -> Duration.ofNanos(999_999_999).perSecond(Long.MAX_VALUE, RoundingMode.DOWN));
  }

  @Test
  void theTimeForEventsAtARate() {
    TickRate rate = TickRate.ofHertz(200);
    assertEquals(Duration.ofMillis(150), rate.timeOf(30, RoundingMode.UNNECESSARY));
    assertEquals(12_000, rate.ticksIn(Duration.ofMinutes(1), RoundingMode.UNNECESSARY));
    assertEquals(
        Duration.ofNanos(333_333_334), TickRate.ofHertz(3).timeOf(1, RoundingMode.CEILING));
  }

  @Property
  void perSecondIsExact(
      @ForAll long count, @ForAll("nanos") long nanos, @ForAll RoundingMode mode) {
    if (count < 0) {
      assertThrows(IllegalArgumentException.class, () -> Nanos.perSecond(count, nanos, mode));
      return;
    }
    BigInteger product = BigInteger.valueOf(count).multiply(GIGA);
    agrees(product, nanos, mode, LONG_MAX, () -> Nanos.perSecond(count, nanos, mode));
  }

  @Property
  void timesAndTicksAreExact(
      @ForAll("nanos") long ticks,
      @ForAll("nanos") long nanos,
      @ForAll("nanos") long value,
      @ForAll RoundingMode mode) {
    if (ticks != 0 && nanos != 0) {
      TickRate rate = TickRate.ofRatio(ticks, nanos);
      agrees(
          Exact.of(value).multiply(Exact.of(nanos)),
          ticks,
          mode,
          Exact.MAX,
          () -> rate.timeOf(value, mode).toUnsignedNanos());
      agrees(
          Exact.of(value).multiply(Exact.of(ticks)),
          nanos,
          mode,
          Exact.MAX,
          () -> rate.ticksIn(Duration.ofUnsignedNanos(value), mode));
    }
  }

  private interface LongResult {
    long get();
  }

  private static void agrees(
      BigInteger product, long divisor, RoundingMode mode, BigInteger most, LongResult actual) {
    BigInteger expected;
    try {
      expected = Exact.divide(product, Exact.of(divisor), mode);
    } catch (ArithmeticException e) {
      assertThrows(ArithmeticException.class, actual::get);
      return;
    }
    if (expected.compareTo(most) > 0) {
      assertThrows(ArithmeticException.class, actual::get);
    } else {
      assertEquals(expected, Exact.of(actual.get()));
    }
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }
}
