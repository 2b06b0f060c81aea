package io.foliot.duration;

import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * Durations as raw {@code long} values: static functions for hot paths and tiny targets.
 *
 * <p>Every parameter and result called {@code nanos} is an <b>unsigned</b> 64-bit count of
 * nanoseconds, 0 to 18446744073709551615 (about 584.5 years): a negative {@code long} is a duration
 * of 2<sup>63</sup> ns or more. Compare such values with {@link #compare}, never with {@code <},
 * and print them with {@link DurationFormat}. All other numbers (amounts of other units, factors,
 * divisors) are signed and must not be negative.
 *
 * <p>A day is 24 h, a week 7 d and a year 365.25 d. Exceptions are those of {@link Duration}, which
 * wraps these functions in a type. No function allocates, except to throw.
 *
 * <p>Thread safety: stateless.
 */
public final class Nanos {
  /** The maximum duration, 18446744073709551615 ns (2<sup>64</sup> − 1). */
  public static final long MAX = -1L;

  /** Nanoseconds in a microsecond. */
  public static final long PER_MICRO = 1_000L;

  /** Nanoseconds in a millisecond. */
  public static final long PER_MILLI = 1_000_000L;

  /** Nanoseconds in a second. */
  public static final long PER_SECOND = 1_000_000_000L;

  /** Nanoseconds in a minute. */
  public static final long PER_MINUTE = 60_000_000_000L;

  /** Nanoseconds in an hour. */
  public static final long PER_HOUR = 3_600_000_000_000L;

  /** Nanoseconds in a day. */
  public static final long PER_DAY = 86_400_000_000_000L;

  /** Nanoseconds in a week. */
  public static final long PER_WEEK = 604_800_000_000_000L;

  /** Nanoseconds in a year. */
  public static final long PER_YEAR = 31_557_600_000_000_000L;

  private Nanos() {}

  // Construction

  /**
   * {@return microseconds in nanoseconds}
   *
   * @param micros 0 to 18446744073709551
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofMicros(long micros) {
    return toNanos(micros, PER_MICRO, (MAX >>> 1) / (PER_MICRO / 2), "microseconds");
  }

  /**
   * {@return milliseconds in nanoseconds}
   *
   * @param millis 0 to 18446744073709
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofMillis(long millis) {
    return toNanos(millis, PER_MILLI, (MAX >>> 1) / (PER_MILLI / 2), "milliseconds");
  }

  /**
   * {@return seconds in nanoseconds}
   *
   * @param seconds 0 to 18446744073
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofSeconds(long seconds) {
    return toNanos(seconds, PER_SECOND, (MAX >>> 1) / (PER_SECOND / 2), "seconds");
  }

  /**
   * {@return minutes in nanoseconds}
   *
   * @param minutes 0 to 307445734
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofMinutes(long minutes) {
    return toNanos(minutes, PER_MINUTE, (MAX >>> 1) / (PER_MINUTE / 2), "minutes");
  }

  /**
   * {@return hours in nanoseconds}
   *
   * @param hours 0 to 5124095
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofHours(long hours) {
    return toNanos(hours, PER_HOUR, (MAX >>> 1) / (PER_HOUR / 2), "hours");
  }

  /**
   * {@return days in nanoseconds}
   *
   * @param days 0 to 213503
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofDays(long days) {
    return toNanos(days, PER_DAY, (MAX >>> 1) / (PER_DAY / 2), "days");
  }

  /**
   * {@return weeks in nanoseconds}
   *
   * @param weeks 0 to 30500
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofWeeks(long weeks) {
    return toNanos(weeks, PER_WEEK, (MAX >>> 1) / (PER_WEEK / 2), "weeks");
  }

  /**
   * {@return years in nanoseconds}
   *
   * @param years 0 to 584
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static long ofYears(long years) {
    return toNanos(years, PER_YEAR, (MAX >>> 1) / (PER_YEAR / 2), "years");
  }

  /**
   * {@return an amount of a unit in nanoseconds}
   *
   * @param amount not negative
   * @param unit any unit
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if the result exceeds {@link #MAX}
   */
  public static long of(long amount, TimeUnit unit) {
    switch (unit) {
      case NANOSECONDS:
        return toNanos(amount, 1, Long.MAX_VALUE, "nanoseconds");
      case MICROSECONDS:
        return ofMicros(amount);
      case MILLISECONDS:
        return ofMillis(amount);
      case SECONDS:
        return ofSeconds(amount);
      case MINUTES:
        return ofMinutes(amount);
      case HOURS:
        return ofHours(amount);
      case DAYS:
        return ofDays(amount);
    }
    throw new IllegalArgumentException("unknown unit " + unit);
  }

  /**
   * {@return an amount of a unit in nanoseconds, or {@link #MAX} if it exceeds that} {@code
   * Long.MAX_VALUE} of any unit from microseconds up, which Java code uses for "forever", gives
   * {@code MAX}.
   *
   * @param amount not negative
   * @param unit any unit
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public static long saturatingOf(long amount, TimeUnit unit) {
    return amount < 0 ? of(amount, unit) : saturatingTimes(of(1, unit), amount);
  }

  /**
   * Converts many amounts of a unit to nanoseconds, faster than one at a time. On an exception,
   * {@code nanos} is unchanged.
   *
   * @param amounts not negative
   * @param unit any unit
   * @param nanos receives the results, in the same order; may be {@code amounts}
   * @throws IllegalArgumentException if an amount is negative
   * @throws ArithmeticException if a result exceeds {@link #MAX}
   * @throws IndexOutOfBoundsException if {@code nanos} is shorter than {@code amounts}
   */
  public static void of(long[] amounts, TimeUnit unit, long[] nanos) {
    if (nanos.length < amounts.length) {
      throw DurationErrors.tooFewElements(amounts.length, nanos.length);
    }
    long size = of(1, unit);
    long limit = size == 1 ? Long.MAX_VALUE : Unsigned.divide(MAX, size);
    // Branch-free, so that it vectorizes: the sign bit is set if the amount is negative or exceeds
    // the
    // limit.
    long signs = 0;
    for (long amount : amounts) {
      signs |= amount | (limit - amount);
    }
    for (int i = 0; signs < 0 && i < amounts.length; i++) {
      of(amounts[i], unit);
    }
    for (int i = 0; i < amounts.length; i++) {
      nanos[i] = amounts[i] * size;
    }
  }

  private static long toNanos(long amount, long unit, long limit, String unitName) {
    // As unsigned numbers, negative amounts exceed every limit: one comparison finds both errors.
    if (Long.compareUnsigned(amount, limit) > 0) {
      throw DurationErrors.amount(amount, limit, unitName);
    }
    return amount * unit;
  }

  // Conversion

  /**
   * {@return whole microseconds, rounded down: 0 to 18446744073709551}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toMicros(long nanos) {
    return (nanos >>> 1) / (PER_MICRO / 2);
  }

  /**
   * {@return whole milliseconds, rounded down: 0 to 18446744073709}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toMillis(long nanos) {
    return (nanos >>> 1) / (PER_MILLI / 2);
  }

  /**
   * {@return whole seconds, rounded down: 0 to 18446744073}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toSeconds(long nanos) {
    return (nanos >>> 1) / (PER_SECOND / 2);
  }

  /**
   * {@return whole minutes, rounded down: 0 to 307445734}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toMinutes(long nanos) {
    return (nanos >>> 1) / (PER_MINUTE / 2);
  }

  /**
   * {@return whole hours, rounded down: 0 to 5124095}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toHours(long nanos) {
    return (nanos >>> 1) / (PER_HOUR / 2);
  }

  /**
   * {@return whole days, rounded down: 0 to 213503}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toDays(long nanos) {
    return (nanos >>> 1) / (PER_DAY / 2);
  }

  /**
   * {@return whole weeks, rounded down: 0 to 30500}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toWeeks(long nanos) {
    return (nanos >>> 1) / (PER_WEEK / 2);
  }

  /**
   * {@return whole years, rounded down: 0 to 584}
   *
   * @param nanos unsigned nanoseconds
   */
  public static long toYears(long nanos) {
    return (nanos >>> 1) / (PER_YEAR / 2);
  }

  /**
   * {@return whole units, rounded down}
   *
   * @param nanos unsigned nanoseconds
   * @param unit any unit
   * @throws ArithmeticException if {@code unit} is nanoseconds and the result exceeds {@code
   *     Long.MAX_VALUE}
   */
  public static long to(long nanos, TimeUnit unit) {
    switch (unit) {
      case NANOSECONDS:
        return toSigned(nanos);
      case MICROSECONDS:
        return toMicros(nanos);
      case MILLISECONDS:
        return toMillis(nanos);
      case SECONDS:
        return toSeconds(nanos);
      case MINUTES:
        return toMinutes(nanos);
      case HOURS:
        return toHours(nanos);
      case DAYS:
        return toDays(nanos);
    }
    throw new IllegalArgumentException("unknown unit " + unit);
  }

  /**
   * {@return units, rounded as {@code mode} says} For other units, see {@link #quotient(long, long,
   * RoundingMode)}.
   *
   * @param nanos unsigned nanoseconds
   * @param unit any unit
   * @param mode how to round
   * @throws ArithmeticException if {@code unit} is nanoseconds and the result exceeds {@code
   *     Long.MAX_VALUE}, or if {@code mode} is {@code UNNECESSARY} and the result is inexact
   */
  public static long to(long nanos, TimeUnit unit, RoundingMode mode) {
    return toSigned(quotient(nanos, of(1, unit), mode));
  }

  /**
   * {@return the same number as a signed {@code long}: 0 to 9223372036854775807}
   *
   * @param nanos unsigned nanoseconds
   * @throws ArithmeticException from 2<sup>63</sup> ns up
   */
  public static long toSigned(long nanos) {
    if (nanos < 0) {
      throw DurationErrors.signed(nanos);
    }
    return nanos;
  }

  /**
   * {@return the same number as a signed {@code long}, or {@code Long.MAX_VALUE} from
   * 2<sup>63</sup> ns up} The JDK's timed methods take {@code Long.MAX_VALUE} for "forever".
   *
   * @param nanos unsigned nanoseconds
   */
  public static long saturatingToSigned(long nanos) {
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  // Parts

  /**
   * {@return the hours within the day: 0 to 23}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int hoursPart(long nanos) {
    return (int) (toHours(nanos) % 24);
  }

  /**
   * {@return the minutes within the hour: 0 to 59}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int minutesPart(long nanos) {
    return (int) (toMinutes(nanos) % 60);
  }

  /**
   * {@return the seconds within the minute: 0 to 59}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int secondsPart(long nanos) {
    return (int) (toSeconds(nanos) % 60);
  }

  /**
   * {@return the milliseconds within the second: 0 to 999}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int millisPart(long nanos) {
    return (int) (toMillis(nanos) % 1_000);
  }

  /**
   * {@return the microseconds within the millisecond: 0 to 999}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int microsPart(long nanos) {
    return (int) (toMicros(nanos) % 1_000);
  }

  /**
   * {@return the nanoseconds within the microsecond: 0 to 999}
   *
   * @param nanos unsigned nanoseconds
   */
  public static int nanosPart(long nanos) {
    return (int) (nanos - toMicros(nanos) * PER_MICRO);
  }

  /**
   * {@return the nanoseconds within the second: 0 to 999999999} With {@link #toSeconds(long)}, the
   * fields of a POSIX {@code timespec}.
   *
   * @param nanos unsigned nanoseconds
   */
  public static int subsecondPart(long nanos) {
    return (int) (nanos - toSeconds(nanos) * PER_SECOND);
  }

  // Addition, subtraction, multiplication

  /**
   * {@return {@code a + b}}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @throws ArithmeticException if the sum exceeds {@link #MAX}
   */
  public static long plus(long a, long b) {
    long sum = a + b;
    if (Long.compareUnsigned(sum, a) < 0) {
      throw DurationErrors.sum(a, b);
    }
    return sum;
  }

  /**
   * {@return {@code a − b}}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds, at most {@code a}
   * @throws ArithmeticException if {@code b} exceeds {@code a}
   */
  public static long minus(long a, long b) {
    if (Long.compareUnsigned(a, b) < 0) {
      throw DurationErrors.difference(a, b);
    }
    return a - b;
  }

  /**
   * {@return {@code nanos × factor}}
   *
   * @param nanos unsigned nanoseconds
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   * @throws ArithmeticException if the product exceeds {@link #MAX}
   */
  public static long times(long nanos, long factor) {
    DurationErrors.checkFactor(factor);
    if (Unsigned.multiplyHigh(nanos, factor) != 0) {
      throw DurationErrors.product(nanos, factor);
    }
    return nanos * factor;
  }

  /**
   * {@return {@code a + b}, or {@link #MAX} if the sum exceeds that}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long saturatingPlus(long a, long b) {
    long sum = a + b;
    return Long.compareUnsigned(sum, a) < 0 ? MAX : sum;
  }

  /**
   * {@return {@code a − b}, or 0 if {@code b} exceeds {@code a}}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long saturatingMinus(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 0 : a - b;
  }

  /**
   * {@return {@code nanos × factor}, or {@link #MAX} if the product exceeds that}
   *
   * @param nanos unsigned nanoseconds
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public static long saturatingTimes(long nanos, long factor) {
    DurationErrors.checkFactor(factor);
    return Unsigned.multiplyHigh(nanos, factor) != 0 ? MAX : nanos * factor;
  }

  /**
   * {@return {@code a + b} modulo 2<sup>64</sup>} <b>Wraps around</b>: the sum can be smaller than
   * either operand.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long wrappingPlus(long a, long b) {
    return a + b;
  }

  /**
   * {@return {@code a − b} modulo 2<sup>64</sup>} <b>Wraps around</b>, which is right for two
   * readings of a 64-bit counter that wraps.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long wrappingMinus(long a, long b) {
    return a - b;
  }

  /**
   * {@return {@code nanos × factor} modulo 2<sup>64</sup>} <b>Wraps around</b>.
   *
   * @param nanos unsigned nanoseconds
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public static long wrappingTimes(long nanos, long factor) {
    DurationErrors.checkFactor(factor);
    return nanos * factor;
  }

  /**
   * {@return the absolute difference of {@code a} and {@code b}}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long absDiff(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? b - a : a - b;
  }

  // Division

  /**
   * {@return {@code nanos ÷ divisor}, rounded down}
   *
   * @param nanos unsigned nanoseconds
   * @param divisor positive
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public static long dividedBy(long nanos, long divisor) {
    DurationErrors.checkDivisor(divisor);
    return Unsigned.divide(nanos, divisor);
  }

  /**
   * {@return {@code nanos ÷ divisor}, rounded as {@code mode} says}
   *
   * @param nanos unsigned nanoseconds
   * @param divisor positive
   * @param mode how to round
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0, or if {@code mode} is {@code UNNECESSARY}
   *     and the result is inexact
   */
  public static long dividedBy(long nanos, long divisor, RoundingMode mode) {
    DurationErrors.checkDivisor(divisor);
    return quotient(nanos, divisor, mode);
  }

  /**
   * {@return how many whole times one duration fits into another} The result is <b>unsigned</b>: it
   * exceeds {@code Long.MAX_VALUE} only if {@code divisorNanos} is 1.
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @throws ArithmeticException if {@code divisorNanos} is 0
   */
  public static long quotient(long nanos, long divisorNanos) {
    DurationErrors.checkNotZero(divisorNanos);
    return Unsigned.divide(nanos, divisorNanos);
  }

  /**
   * {@return how many times one duration fits into another, rounded as {@code mode} says;
   * <b>unsigned</b>} With {@link #PER_WEEK} and the like as the divisor, this converts to any unit.
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @param mode how to round
   * @throws ArithmeticException if {@code divisorNanos} is 0, or if {@code mode} is {@code
   *     UNNECESSARY} and the result is inexact
   */
  public static long quotient(long nanos, long divisorNanos, RoundingMode mode) {
    long floor = quotient(nanos, divisorNanos);
    return floor + Rounding.increment(mode, nanos - floor * divisorNanos, divisorNanos, floor);
  }

  /**
   * {@return the remainder of dividing one duration by another}
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @throws ArithmeticException if {@code divisorNanos} is 0
   */
  public static long remainder(long nanos, long divisorNanos) {
    return nanos - quotient(nanos, divisorNanos) * divisorNanos;
  }

  /**
   * {@return the duration rounded to a multiple of a quantum, in unsigned nanoseconds}
   *
   * @param nanos unsigned nanoseconds
   * @param quantumNanos unsigned nanoseconds, not 0; for example {@link #PER_MILLI}
   * @param mode how to round; {@code HALF_EVEN} chooses the even number of quanta
   * @throws ArithmeticException if {@code quantumNanos} is 0, if the result exceeds {@link #MAX},
   *     or if {@code mode} is {@code UNNECESSARY} and {@code nanos} is not a multiple
   */
  public static long roundTo(long nanos, long quantumNanos, RoundingMode mode) {
    long count = quotient(nanos, quantumNanos);
    long floor = count * quantumNanos;
    int more = Rounding.increment(mode, nanos - floor, quantumNanos, count);
    return more == 0 ? floor : plus(floor, quantumNanos);
  }

  // Rates

  /**
   * {@return events per second, {@code count × 1000000000 ÷ nanos}}
   *
   * @param count the number of events, not negative
   * @param nanos the time they took, in unsigned nanoseconds, not 0
   * @param mode how to round
   * @throws IllegalArgumentException if {@code count} is negative
   * @throws ArithmeticException if {@code nanos} is 0, if the result exceeds {@code
   *     Long.MAX_VALUE}, or if {@code mode} is {@code UNNECESSARY} and the result is inexact
   */
  public static long perSecond(long count, long nanos, RoundingMode mode) {
    DurationErrors.checkCount(count);
    DurationErrors.checkElapsed(nanos);
    long high = Unsigned.multiplyHigh(count, PER_SECOND);
    long low = count * PER_SECOND;
    if (!Unsigned.less(high, nanos)) {
      throw DurationErrors.rate(count, nanos);
    }
    long floor = Unsigned.divide(high, low, nanos);
    long rate = floor + Rounding.increment(mode, low - floor * nanos, nanos, floor);
    if (floor < 0 || rate < 0) {
      throw DurationErrors.rate(count, nanos);
    }
    return rate;
  }

  // Comparison

  /**
   * {@return a negative number, zero or a positive number as {@code a} is less than, equal to or
   * greater than {@code b}}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static int compare(long a, long b) {
    return Long.compareUnsigned(a, b);
  }

  /**
   * {@return the shorter duration}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long min(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  /**
   * {@return the longer duration}
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static long max(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? a : b;
  }
}
