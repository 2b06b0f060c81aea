package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Conversions in both directions, against BigInteger. */
class TickRateTest {
  private static final BigInteger GIGA = BigInteger.valueOf(1_000_000_000);

  /** Frequencies of real counters, and the extremes, as ticks and seconds. */
  static final long[][] HERTZ = {
    {1, 1},
    {32_768, 1},
    {3_579_545, 1},
    {19_200_000, 1},
    {24_000_000, 1},
    {1_000_000_000, 1},
    {2_445_429_000L, 1},
    {Long.MAX_VALUE, 1},
    {125, 3},
    {105_000_000, 88},
    {1, 18_446_744_073L},
  };

  @Test
  void watchCrystal() {
    TickRate rate = TickRate.ofHertz(32_768);
    assertEquals(1_000_000_000L, rate.floorToNanos(32_768));
    assertEquals(30_517L, rate.floorToNanos(1));
    assertEquals(30_518L, rate.ceilingToNanos(1));
    assertEquals(0L, rate.floorToTicks(30_517));
    assertEquals(1L, rate.ceilingToTicks(30_517));
    assertEquals("64 ticks in 1953125 ns", rate.toString());
    assertEquals(64, rate.ticks());
    assertEquals(1_953_125, rate.nanos());
  }

  @Test
  void twoToThe63Hertz() {
    // As a ratio, because this many hertz is not a positive long.
    TickRate rate = TickRate.ofRatio(1L << 63, 1_000_000_000L);
    assertEquals(1_000_000_000L, rate.floorToNanos(1L << 63));
    assertEquals(1_999_999_999L, rate.floorToNanos(-1));
    assertEquals(2_000_000_000L, rate.ceilingToNanos(-1));
    assertEquals(9_223_372_036L, rate.floorToTicks(1));
    assertEquals(9_223_372_037L, rate.ceilingToTicks(1));
  }

  @Test
  void knownRatesAtEveryEdge() {
    for (long[] hertz : HERTZ) {
      TickRate rate =
          hertz[1] == 1 ? TickRate.ofHertz(hertz[0]) : TickRate.ofHertz(hertz[0], hertz[1]);
      BigInteger nanos = GIGA.multiply(BigInteger.valueOf(hertz[1]));
      for (long value : Exact.edges()) {
        converts(rate, BigInteger.valueOf(hertz[0]), nanos, value);
      }
    }
  }

  @Property
  void anyRatio(
      @ForAll("unsigned") long ticks,
      @ForAll("unsigned") long nanos,
      @ForAll("unsigned") long value) {
    if (ticks != 0 && nanos != 0) {
      converts(TickRate.ofRatio(ticks, nanos), Exact.of(ticks), Exact.of(nanos), value);
    }
  }

  @Test
  void anyRatioOfEdges() {
    long[] values = {0, 1, 3, 1L << 32, Long.MAX_VALUE, 1L << 63, -2, -1};
    for (long ticks : Exact.fewEdges()) {
      for (long nanos : Exact.fewEdges()) {
        if (ticks != 0 && nanos != 0) {
          TickRate rate = TickRate.ofRatio(ticks, nanos);
          for (long value : values) {
            converts(rate, Exact.of(ticks), Exact.of(nanos), value);
          }
        }
      }
    }
  }

  private static void converts(TickRate rate, BigInteger ticks, BigInteger nanos, long value) {
    BigInteger product = Exact.of(value).multiply(nanos);
    both(
        product,
        ticks,
        RoundingMode.FLOOR,
        rate::floorToNanos,
        rate::saturatingFloorToNanos,
        value,
        "ticks",
        "ns");
    both(
        product,
        ticks,
        RoundingMode.CEILING,
        rate::ceilingToNanos,
        rate::saturatingCeilingToNanos,
        value,
        "ticks",
        "ns");
    product = Exact.of(value).multiply(ticks);
    both(
        product,
        nanos,
        RoundingMode.FLOOR,
        rate::floorToTicks,
        rate::saturatingFloorToTicks,
        value,
        "ns",
        "ticks");
    both(
        product,
        nanos,
        RoundingMode.CEILING,
        rate::ceilingToTicks,
        rate::saturatingCeilingToTicks,
        value,
        "ns",
        "ticks");
  }

  private static void both(
      BigInteger product,
      BigInteger divisor,
      RoundingMode mode,
      LongUnaryOperator checked,
      LongUnaryOperator saturating,
      long value,
      String from,
      String to) {
    BigInteger[] quotient = product.divideAndRemainder(divisor);
    boolean up = mode == RoundingMode.CEILING && quotient[1].signum() != 0;
    BigInteger exact = up ? quotient[0].add(BigInteger.ONE) : quotient[0];
    assertEquals(Exact.clamp(exact), Exact.of(saturating.applyAsLong(value)));
    if (Exact.fits(exact)) {
      assertEquals(exact, Exact.of(checked.applyAsLong(value)));
    } else {
      ArithmeticException e =
          assertThrows(ArithmeticException.class, () -> checked.applyAsLong(value));
      assertTrue(e.getMessage().startsWith(Exact.of(value) + " " + from + " exceeds"));
      assertTrue(e.getMessage().endsWith("18446744073709551615 " + to));
    }
  }

  /** A driver that waits for these ticks waits no less than asked, and less than a tick more. */
  @Property
  void waitingForCeilingTicksIsLongEnough(@ForAll("unsigned") long nanos) {
    for (long[] hertz : HERTZ) {
      TickRate rate = TickRate.ofHertz(hertz[0], hertz[1]);
      long ticks = rate.saturatingCeilingToTicks(nanos);
      if (ticks != -1 && ticks != 0) {
        assertTrue(Nanos.compare(rate.saturatingCeilingToNanos(ticks), nanos) >= 0);
        assertTrue(Nanos.compare(rate.floorToNanos(ticks - 1), nanos) < 0);
      }
    }
  }

  @Test
  void equalityIsThatOfTheFraction() {
    TickRate rate = TickRate.ofHertz(1_000);
    assertEquals(TickRate.ofRatio(1, 1_000_000), rate);
    assertEquals(TickRate.ofHertz(3_000, 3), rate);
    assertEquals(TickRate.ofRatio(1, 1_000_000).hashCode(), rate.hashCode());
    assertNotEquals(TickRate.ofRatio(1, 1_000_001), rate);
    assertNotEquals(TickRate.ofRatio(2, 1_000_001), TickRate.ofRatio(1, 1_000_001));
    assertNotEquals(rate, new Object());
    assertNotEquals(TickRate.ofRatio(2, 3).hashCode(), TickRate.ofRatio(3, 2).hashCode());
    assertEquals("18446744073709551615 ticks in 1 ns", TickRate.ofRatio(-1, 1).toString());
  }

  @Test
  void refusals() {
    assertRejected("a tick rate must be positive, got 0 hertz", () -> TickRate.ofHertz(0));
    assertRejected("a tick rate must be positive, got -5 hertz", () -> TickRate.ofHertz(-5));
    assertRejected("a tick rate must be positive, got 0 ticks", () -> TickRate.ofHertz(0, 3));
    assertRejected("a tick rate must be positive, got -3 seconds", () -> TickRate.ofHertz(1, -3));
    assertRejected(
        "the ticks and nanoseconds of a tick rate must be positive, got 0 ticks in 5 ns",
        () -> TickRate.ofRatio(0, 5));
    assertThrows(ArithmeticException.class, () -> TickRate.ofHertz(1, 18_446_744_074L));
  }

  static void assertRejected(String message, java.util.function.Supplier<?> call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::get).getMessage());
  }

  @Provide
  Arbitrary<Long> unsigned() {
    return Exact.unsigned();
  }
}
