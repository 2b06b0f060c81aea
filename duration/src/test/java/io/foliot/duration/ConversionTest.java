package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Every unit, in both directions, at every edge value and in every rounding mode, against
 * BigInteger.
 */
class ConversionTest {
  private static final long[] EDGES = Exact.edges();

  @Test
  void unitsOfNanos() {
    unit(0, "microseconds", Nanos::ofMicros, Nanos::toMicros);
    unit(1, "milliseconds", Nanos::ofMillis, Nanos::toMillis);
    unit(2, "seconds", Nanos::ofSeconds, Nanos::toSeconds);
    unit(3, "minutes", Nanos::ofMinutes, Nanos::toMinutes);
    unit(4, "hours", Nanos::ofHours, Nanos::toHours);
    unit(5, "days", Nanos::ofDays, Nanos::toDays);
    unit(6, "weeks", Nanos::ofWeeks, Nanos::toWeeks);
    unit(7, "years", Nanos::ofYears, Nanos::toYears);
  }

  @Test
  void unitsOfDuration() {
    durationUnit(0, "microseconds", Duration::ofMicros, Duration::toMicros);
    durationUnit(1, "milliseconds", Duration::ofMillis, Duration::toMillis);
    durationUnit(2, "seconds", Duration::ofSeconds, Duration::toSeconds);
    durationUnit(3, "minutes", Duration::ofMinutes, Duration::toMinutes);
    durationUnit(4, "hours", Duration::ofHours, Duration::toHours);
    durationUnit(5, "days", Duration::ofDays, Duration::toDays);
    durationUnit(6, "weeks", Duration::ofWeeks, Duration::toWeeks);
    durationUnit(7, "years", Duration::ofYears, Duration::toYears);
  }

  @Test
  void unitsOfTheJdk() {
    TimeUnit[] units = TimeUnit.values();
    assertEquals(7, units.length);
    unit(-1, "nanoseconds", a -> Nanos.of(a, units[0]), n -> Nanos.to(n, units[0]));
    durationUnit(-1, "nanoseconds", Duration::ofNanos, Duration::toNanos);
    for (int i = 1; i < units.length; i++) {
      TimeUnit unit = units[i];
      String name = unit.name().toLowerCase(java.util.Locale.ROOT);
      unit(i - 1, name, a -> Nanos.of(a, unit), n -> Nanos.to(n, unit));
      durationUnit(i - 1, name, a -> Duration.of(a, unit), d -> d.to(unit));
    }
  }

  @Test
  void arraysAreConvertedEntirelyOrNotAtAll() {
    for (TimeUnit unit : TimeUnit.values()) {
      long most = unit == TimeUnit.NANOSECONDS ? Long.MAX_VALUE : most(unit);
      long[] amounts = {0, 1, most, most - 1, 7};
      long[] nanos = new long[6];
      nanos[5] = 42;
      Nanos.of(amounts, unit, nanos);
      for (int i = 0; i < amounts.length; i++) {
        assertEquals(Nanos.of(amounts[i], unit), nanos[i]);
      }
      assertEquals(42, nanos[5]);

      long[] bad = {5, most, -1, 6};
      long[] target = {1, 2, 3, 4};
      IllegalArgumentException negative =
          assertThrows(IllegalArgumentException.class, () -> Nanos.of(bad, unit, target));
      assertTrue(negative.getMessage().contains("got -1 "), negative.getMessage());
      bad[2] = Long.MIN_VALUE;
      assertThrows(IllegalArgumentException.class, () -> Nanos.of(bad, unit, bad));
      if (unit != TimeUnit.NANOSECONDS) {
        bad[2] = most + 1;
        assertThrows(ArithmeticException.class, () -> Nanos.of(bad, unit, target));
        bad[2] = Long.MAX_VALUE;
        assertThrows(ArithmeticException.class, () -> Nanos.of(bad, unit, target));
      }
      assertArrayEquals(new long[] {1, 2, 3, 4}, target);
      assertEquals(5, bad[0]);
      Nanos.of(amounts, unit, amounts);
      assertEquals(nanos[2], amounts[2]);
    }
    assertThrows(
        IndexOutOfBoundsException.class, () -> Nanos.of(new long[3], TimeUnit.DAYS, new long[2]));
  }

  private static long most(TimeUnit unit) {
    return Exact.MAX.divide(BigInteger.valueOf(unit.toNanos(1))).longValueExact();
  }

  @Test
  void constants() {
    long[] constants = {
      Nanos.PER_MICRO,
      Nanos.PER_MILLI,
      Nanos.PER_SECOND,
      Nanos.PER_MINUTE,
      Nanos.PER_HOUR,
      Nanos.PER_DAY,
      Nanos.PER_WEEK,
      Nanos.PER_YEAR
    };
    for (int i = 0; i < constants.length; i++) {
      assertEquals(Exact.UNITS[i], Long.toString(constants[i]));
    }
    assertEquals(Exact.MAX, Exact.of(Nanos.MAX));
  }

  @Test
  void everyRoundingModeOfEveryQuotient() {
    for (long a : EDGES) {
      for (long b : Exact.fewEdges()) {
        if (b != 0) {
          for (RoundingMode mode : RoundingMode.values()) {
            rounded(a, b, mode);
          }
        }
      }
    }
  }

  private static void rounded(long a, long b, RoundingMode mode) {
    BigInteger exact;
    try {
      exact = Exact.divide(Exact.of(a), Exact.of(b), mode);
    } catch (ArithmeticException e) {
      String message =
          "a division by "
              + Exact.of(b)
              + " leaves a remainder of "
              + Exact.of(a).mod(Exact.of(b))
              + "; use a rounding mode other than UNNECESSARY";
      assertEquals(
          message,
          assertThrows(ArithmeticException.class, () -> Nanos.quotient(a, b, mode)).getMessage());
      assertThrows(ArithmeticException.class, () -> Nanos.roundTo(a, b, mode));
      return;
    }
    assertEquals(exact, Exact.of(Nanos.quotient(a, b, mode)));
    Duration x = Duration.ofUnsignedNanos(a);
    Duration y = Duration.ofUnsignedNanos(b);
    if (b > 0) {
      assertEquals(exact, Exact.of(Nanos.dividedBy(a, b, mode)));
      assertEquals(exact, Exact.of(x.dividedBy(b, mode).toUnsignedNanos()));
    }
    if (exact.bitLength() < 64) {
      assertEquals(exact.longValue(), x.dividedBy(y, mode));
    } else {
      assertThrows(ArithmeticException.class, () -> x.dividedBy(y, mode));
    }
    BigInteger multiple = exact.multiply(Exact.of(b));
    if (Exact.fits(multiple)) {
      assertEquals(multiple, Exact.of(Nanos.roundTo(a, b, mode)));
      assertEquals(multiple, Exact.of(x.roundTo(y, mode).toUnsignedNanos()));
    } else {
      assertThrows(ArithmeticException.class, () -> Nanos.roundTo(a, b, mode));
    }
  }

  @Test
  void everyRoundingModeOfEveryTimeUnit() {
    for (TimeUnit unit : TimeUnit.values()) {
      BigInteger size = BigInteger.valueOf(unit.toNanos(1));
      for (long nanos : EDGES) {
        if (unit == TimeUnit.NANOSECONDS && nanos < 0) {
          assertThrows(
              ArithmeticException.class, () -> Nanos.to(nanos, unit, RoundingMode.CEILING));
          continue;
        }
        for (RoundingMode mode : RoundingMode.values()) {
          if (mode != RoundingMode.UNNECESSARY) {
            long exact = Exact.divide(Exact.of(nanos), size, mode).longValueExact();
            assertEquals(exact, Nanos.to(nanos, unit, mode));
            assertEquals(exact, Duration.ofUnsignedNanos(nanos).to(unit, mode));
          }
        }
      }
    }
    assertThrows(
        ArithmeticException.class,
        () -> Nanos.to(1_001, TimeUnit.MICROSECONDS, RoundingMode.UNNECESSARY));
    assertEquals(1, Nanos.to(1_000, TimeUnit.MICROSECONDS, RoundingMode.UNNECESSARY));
  }

  @Test
  void partsAddUpToTheWhole() {
    for (long nanos : EDGES) {
      BigInteger rest = Exact.of(nanos);
      Duration duration = Duration.ofUnsignedNanos(nanos);
      long[] parts = {
        duration.nanosPart(),
        duration.microsPart(),
        duration.millisPart(),
        duration.secondsPart(),
        duration.minutesPart(),
        duration.hoursPart(),
        duration.toDays()
      };
      long[] limits = {1_000, 1_000, 1_000, 60, 60, 24, 1_000_000};
      assertEquals(
          rest.mod(BigInteger.valueOf(1_000_000_000)).longValue(), duration.subsecondPart());
      for (int i = 0; i < parts.length; i++) {
        BigInteger[] both = rest.divideAndRemainder(BigInteger.valueOf(limits[i]));
        assertEquals(both[1].longValue(), parts[i]);
        rest = both[0];
      }
    }
  }

  @Test
  void nullIsRejected() {
    assertThrows(NullPointerException.class, () -> Nanos.of(0, null));
    assertThrows(NullPointerException.class, () -> Nanos.to(0, null));
    assertThrows(NullPointerException.class, () -> Nanos.to(0, TimeUnit.DAYS, null));
    assertThrows(NullPointerException.class, () -> Nanos.roundTo(0, 1, null));
    assertThrows(NullPointerException.class, () -> Duration.parse("0", null));
    assertThrows(NullPointerException.class, () -> Duration.parse(null));
  }

  private static void durationUnit(
      int index, String plural, LongFunction<Duration> of, ToLongFunction<Duration> to) {
    unit(
        index,
        plural,
        amount -> of.apply(amount).toUnsignedNanos(),
        nanos -> to.applyAsLong(Duration.ofUnsignedNanos(nanos)));
  }

  /** The unit of that index in {@link Exact#UNITS}, or the nanosecond. */
  private static void unit(int index, String plural, LongUnaryOperator of, LongUnaryOperator to) {
    BigInteger unit = index < 0 ? BigInteger.ONE : new BigInteger(Exact.UNITS[index]);
    BigInteger most = Exact.MAX.divide(unit).min(BigInteger.valueOf(Long.MAX_VALUE));
    for (long edge : EDGES) {
      BigInteger expected = BigInteger.valueOf(edge).multiply(unit);
      if (edge < 0) {
        IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> of.applyAsLong(edge));
        assertEquals("a duration must not be negative, got " + edge + " " + plural, e.getMessage());
      } else if (Exact.fits(expected)) {
        assertEquals(expected, Exact.of(of.applyAsLong(edge)));
      } else {
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> of.applyAsLong(edge));
        assertEquals(
            edge + " " + plural + " exceeds the maximum duration, " + most + " " + plural,
            e.getMessage());
      }
      BigInteger count = Exact.of(edge).divide(unit);
      if (count.bitLength() < 64) {
        assertEquals(count.longValue(), to.applyAsLong(edge));
      } else {
        assertThrows(ArithmeticException.class, () -> to.applyAsLong(edge));
      }
    }
  }
}
