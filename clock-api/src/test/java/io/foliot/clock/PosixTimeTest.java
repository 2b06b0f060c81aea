package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Conversions and arithmetic, compared with BigInteger. */
class PosixTimeTest {
  private static final BigInteger PICOS_PER_NANO = BigInteger.valueOf(1_000);
  private static final BigInteger MIN = PosixTimes.picos(PosixTime.MIN);
  private static final BigInteger MAX = PosixTimes.picos(PosixTime.MAX);
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  @Provide
  Arbitrary<PosixTime> times() {
    return PosixTimes.any();
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.oneOf(
            Arbitraries.longs(),
            Arbitraries.longs().between(0, 100_000_000_000_000L),
            Arbitraries.of(
                0L,
                1L,
                999L,
                86_399_999_999_999L,
                86_400_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1L))
        .map(Duration::ofUnsignedNanos)
        .withoutEdgeCases();
  }

  private static BigInteger nanos(Duration duration) {
    BigInteger value = BigInteger.valueOf(duration.toUnsignedNanos());
    return value.signum() < 0 ? value.add(TWO_64) : value;
  }

  // Construction

  @Test
  void fieldsComeBack() {
    for (int days : PosixTimes.EDGE_DAYS) {
      for (long picos : PosixTimes.EDGE_PICOS) {
        PosixTime time = PosixTime.of(days, picos);
        assertEquals(days, time.days());
        assertEquals(picos, time.picosOfDay());
      }
    }
  }

  @Test
  void fieldsOutsideTheirRangeAreRefused() {
    for (int days :
        new int[] {
          Integer.MIN_VALUE, PosixTimes.MIN_DAYS - 1, PosixTimes.MAX_DAYS + 1, Integer.MAX_VALUE
        }) {
      assertEquals(
          "days must be -719528 (0000-01-01) to 2932896 (9999-12-31), got " + days,
          assertThrows(IllegalArgumentException.class, () -> PosixTime.of(days, 0)).getMessage());
    }
    for (long picos : new long[] {Long.MIN_VALUE, -1, PosixTimes.PICOS_PER_DAY, Long.MAX_VALUE}) {
      assertEquals(
          "picosOfDay must be 0 to 86399999999999999, got " + picos,
          assertThrows(IllegalArgumentException.class, () -> PosixTime.of(0, picos)).getMessage());
    }
  }

  @Test
  void constants() {
    assertEquals(PosixTime.of(0, 0), PosixTime.EPOCH);
    assertEquals("0000-01-01T00:00:00Z", PosixTime.MIN.toString());
    assertEquals("9999-12-31T23:59:59.999999999999Z", PosixTime.MAX.toString());
  }

  // Epoch counts

  private interface Maker {
    PosixTime make(long count);
  }

  private static void checkEpoch(long count, long picosPerCount, Maker maker, String unit) {
    BigInteger picos = BigInteger.valueOf(count).multiply(BigInteger.valueOf(picosPerCount));
    if (picos.compareTo(MIN) < 0 || picos.compareTo(MAX) > 0) {
      assertEquals(
          count + " " + unit + " since 1970 is outside the years 0000 to 9999",
          assertThrows(ArithmeticException.class, () -> maker.make(count)).getMessage());
    } else {
      assertEquals(picos, PosixTimes.picos(maker.make(count)));
    }
  }

  private static void checkEpochs(long count) {
    checkEpoch(count, 1_000_000_000_000L, PosixTime::ofEpochSecond, "s");
    checkEpoch(count, 1_000_000_000L, PosixTime::ofEpochMillis, "ms");
    checkEpoch(count, 1_000_000L, PosixTime::ofEpochMicros, "us");
    checkEpoch(count, 1_000L, PosixTime::ofEpochNanos, "ns");
  }

  @Test
  void epochCountsAtTheEdges() {
    long[] limits = {
      0,
      -62_167_219_200L,
      253_402_300_799L,
      -62_167_219_200_000L,
      253_402_300_799_999L,
      -62_167_219_200_000_000L,
      253_402_300_799_999_999L,
      Long.MIN_VALUE + 1,
      Long.MAX_VALUE - 1,
      86_400,
      86_400_000,
      86_400_000_000L,
      86_400_000_000_000L,
      -86_400,
      -86_400_000,
      -86_400_000_000L,
      -86_400_000_000_000L
    };
    for (long limit : limits) {
      checkEpochs(limit - 1);
      checkEpochs(limit);
      checkEpochs(limit + 1);
    }
  }

  @Property
  void epochCountsAgreeWithBigInteger(@ForAll long count, @ForAll("seconds") long seconds) {
    checkEpochs(count);
    checkEpochs(seconds);
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(-62_167_219_205L, 253_402_300_805L);
  }

  private static void checkToEpoch(PosixTime time) {
    BigInteger picos = PosixTimes.picos(time);
    assertEquals(
        floor(picos, 1_000_000_000_000L), BigInteger.valueOf(time.toEpochSecond()), "seconds");
    assertEquals(floor(picos, 1_000_000_000L), BigInteger.valueOf(time.toEpochMillis()), "millis");
    assertEquals(floor(picos, 1_000_000L), BigInteger.valueOf(time.toEpochMicros()), "micros");
    BigInteger nanos = floor(picos, 1_000L);
    if (nanos.bitLength() < 64) {
      assertEquals(nanos, BigInteger.valueOf(time.toEpochNanos()), "nanos");
    } else {
      assertEquals(
          time
              + " exceeds the range of a long in nanoseconds, 1677-09-21 to 2262-04-11; use toEpochMicros()",
          assertThrows(ArithmeticException.class, time::toEpochNanos).getMessage());
    }
  }

  private static BigInteger floor(BigInteger picos, long unit) {
    return PosixTimes.floorDivide(picos, BigInteger.valueOf(unit));
  }

  @Test
  void toEpochAtTheEdges() {
    for (int days : PosixTimes.EDGE_DAYS) {
      for (long picos : PosixTimes.EDGE_PICOS) {
        checkToEpoch(PosixTime.of(days, picos));
      }
    }
    // The first and the last picosecond in the range of a long, and their neighbours.
    PosixTime first = PosixTime.ofEpochNanos(Long.MIN_VALUE);
    checkToEpoch(first);
    checkToEpoch(PosixTime.of(first.days(), first.picosOfDay() - 1));
    PosixTime last = PosixTime.ofEpochNanos(Long.MAX_VALUE);
    checkToEpoch(last);
    checkToEpoch(PosixTime.of(last.days(), last.picosOfDay() + 999));
    checkToEpoch(PosixTime.of(last.days(), last.picosOfDay() + 1_000));
  }

  @Property
  void toEpochAgreesWithBigInteger(@ForAll("times") PosixTime time) {
    checkToEpoch(time);
  }

  // Arithmetic

  @Property
  void plusAndMinusAreExact(
      @ForAll("times") PosixTime time, @ForAll("durations") Duration duration) {
    BigInteger shift = nanos(duration).multiply(PICOS_PER_NANO);
    BigInteger sum = PosixTimes.picos(time).add(shift);
    if (sum.compareTo(MAX) > 0) {
      assertEquals(
          time
              + " + "
              + duration
              + " is after the year 9999; use saturatingPlus to stop at PosixTime.MAX",
          assertThrows(ArithmeticException.class, () -> time.plus(duration)).getMessage());
      assertEquals(PosixTime.MAX, time.saturatingPlus(duration));
    } else {
      assertEquals(sum, PosixTimes.picos(time.plus(duration)));
      assertEquals(time.plus(duration), time.saturatingPlus(duration));
    }
    BigInteger difference = PosixTimes.picos(time).subtract(shift);
    if (difference.compareTo(MIN) < 0) {
      assertEquals(
          time
              + " - "
              + duration
              + " is before the year 0000; use saturatingMinus to stop at PosixTime.MIN",
          assertThrows(ArithmeticException.class, () -> time.minus(duration)).getMessage());
      assertEquals(PosixTime.MIN, time.saturatingMinus(duration));
    } else {
      assertEquals(difference, PosixTimes.picos(time.minus(duration)));
      assertEquals(time.minus(duration), time.saturatingMinus(duration));
    }
  }

  @Property
  void sinceIsTheFloorOfTheDifference(@ForAll("times") PosixTime a, @ForAll("times") PosixTime b) {
    BigInteger difference = PosixTimes.picos(a).subtract(PosixTimes.picos(b));
    if (difference.signum() < 0) {
      assertEquals(
          a + " is before " + b + "; use signedSince or absDiff",
          assertThrows(ArithmeticException.class, () -> a.since(b)).getMessage());
      return;
    }
    checkSince(a, b, difference.divide(PICOS_PER_NANO));
  }

  @Property
  void sinceUndoesPlus(@ForAll("times") PosixTime time, @ForAll("durations") Duration duration) {
    PosixTime later = time.saturatingPlus(duration);
    if (!later.equals(PosixTime.MAX)) {
      checkSince(later, time, nanos(duration));
    }
  }

  private static void checkSince(PosixTime a, PosixTime b, BigInteger nanos) {
    if (nanos.bitLength() > 64) {
      String message =
          "the time from " + b + " to " + a + " exceeds the maximum duration, " + Duration.MAX;
      assertEquals(message, assertThrows(ArithmeticException.class, () -> a.since(b)).getMessage());
      assertThrows(ArithmeticException.class, () -> b.absDiff(a));
    } else {
      assertEquals(nanos, nanos(a.since(b)));
      assertEquals(a.since(b), a.absDiff(b));
      assertEquals(a.since(b), b.absDiff(a));
    }
  }

  @Test
  void sinceAtTheLargestDuration() {
    PosixTime start = PosixTime.of(-100_000, 7);
    PosixTime end = start.plus(Duration.MAX);
    checkSince(end, start, TWO_64.subtract(BigInteger.ONE));
    checkSince(
        PosixTime.of(end.days(), end.picosOfDay() + 999), start, TWO_64.subtract(BigInteger.ONE));
    checkSince(PosixTime.of(end.days(), end.picosOfDay() + 1_000), start, TWO_64);
    checkSince(
        PosixTime.MAX,
        PosixTime.MIN,
        PosixTimes.picos(PosixTime.MAX).subtract(MIN).divide(PICOS_PER_NANO));
  }

  @Test
  void arithmeticReachesTheEndsOfTime() {
    Duration nano = Duration.ofNanos(1);
    PosixTime lastNano = PosixTime.of(PosixTimes.MAX_DAYS, PosixTimes.PICOS_PER_DAY - 1_000);
    assertEquals(lastNano, lastNano.minus(nano).plus(nano));
    assertEquals(
        lastNano, PosixTime.of(PosixTimes.MAX_DAYS, 0).plus(Duration.ofDays(1).minus(nano)));
    assertEquals(
        PosixTime.MAX, PosixTime.of(PosixTimes.MAX_DAYS, 0).saturatingPlus(Duration.ofDays(1)));
    assertThrows(ArithmeticException.class, () -> lastNano.plus(nano));
    assertEquals(PosixTime.MIN, PosixTime.MIN.plus(nano).minus(nano));
    assertEquals(PosixTime.MIN, PosixTime.of(PosixTimes.MIN_DAYS + 3, 0).minus(Duration.ofDays(3)));
    assertThrows(ArithmeticException.class, () -> PosixTime.MIN.minus(nano));
  }

  // Comparison

  @Property
  void orderIsThatOfPicoseconds(@ForAll("times") PosixTime a, @ForAll("times") PosixTime b) {
    checkOrder(a, b);
    checkOrder(a, PosixTime.of(a.days(), b.picosOfDay()));
    checkOrder(a, PosixTime.of(b.days(), a.picosOfDay()));
    checkOrder(a, PosixTime.of(a.days(), a.picosOfDay()));
  }

  private static void checkOrder(PosixTime a, PosixTime b) {
    int expected = PosixTimes.picos(a).compareTo(PosixTimes.picos(b));
    assertEquals(expected, Integer.signum(a.compareTo(b)));
    assertEquals(expected < 0, a.isBefore(b));
    assertEquals(expected > 0, a.isAfter(b));
    assertEquals(expected == 0, a.equals(b));
    if (expected == 0) {
      assertEquals(a.hashCode(), b.hashCode());
    }
  }

  @Test
  void hashSpreads() {
    PosixTime time = PosixTime.of(20_000, 5);
    assertNotEquals(time.hashCode(), PosixTime.of(20_001, 5).hashCode());
    assertNotEquals(time.hashCode(), PosixTime.of(20_000, 6).hashCode());
    assertNotEquals(time.hashCode(), PosixTime.of(20_000, 5 + (1L << 32)).hashCode());
    assertNotEquals(0, time.hashCode());
  }

  @Test
  void equalsOnlyTimes() {
    assertFalse(PosixTime.EPOCH.equals((Object) "1970-01-01T00:00:00Z"));
    assertFalse(PosixTime.EPOCH.equals(null));
    assertTrue(PosixTime.EPOCH.equals(PosixTime.ofEpochSecond(0)));
  }
}
