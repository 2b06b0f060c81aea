package io.foliot.duration;

import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * Durations as raw {@code long} values: static functions for hot paths and tiny targets.
 *
 * <p>Every parameter and result called {@code nanos} here is an <b>unsigned</b> 64-bit count of
 * nanoseconds, 0 to 18446744073709551615 (about 584.5 years): a {@code long} that looks negative is
 * a duration of 2<sup>63</sup> ns or more. Compare such values with {@link #compare}, never with
 * {@code <}. All other numbers (amounts of other units, factors, divisors) are ordinary signed
 * numbers that must not be negative.
 *
 * <p>Nothing here allocates, except to report an error. Errors are the same everywhere: a negative
 * amount, factor or divisor is an {@link IllegalArgumentException}; a result outside 0 to
 * 18446744073709551615 ns, or a division by zero, is an {@link ArithmeticException}; null is a
 * {@link NullPointerException}. Nothing wraps around, except the methods whose name says so.
 *
 * <p>A day is 24 h, a week 7 d and a year 365.25 d. {@link Duration} is the same with a type.
 *
 * <p>Thread safety: there is no state.
 */
public final class Nanos {
  /** The longest duration, 18446744073709551615 ns (2<sup>64</sup> − 1). */
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

  // Making

  /**
   * Microseconds as nanoseconds.
   *
   * @param micros 0 to 18446744073709551
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code micros} is negative
   * @throws ArithmeticException if {@code micros} is larger
   */
  public static long ofMicros(long micros) {
    return make(micros, PER_MICRO, (MAX >>> 1) / (PER_MICRO / 2), "microseconds");
  }

  /**
   * Milliseconds as nanoseconds.
   *
   * @param millis 0 to 18446744073709
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code millis} is negative
   * @throws ArithmeticException if {@code millis} is larger
   */
  public static long ofMillis(long millis) {
    return make(millis, PER_MILLI, (MAX >>> 1) / (PER_MILLI / 2), "milliseconds");
  }

  /**
   * Seconds as nanoseconds.
   *
   * @param seconds 0 to 18446744073
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code seconds} is negative
   * @throws ArithmeticException if {@code seconds} is larger
   */
  public static long ofSeconds(long seconds) {
    return make(seconds, PER_SECOND, (MAX >>> 1) / (PER_SECOND / 2), "seconds");
  }

  /**
   * Minutes as nanoseconds.
   *
   * @param minutes 0 to 307445734
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code minutes} is negative
   * @throws ArithmeticException if {@code minutes} is larger
   */
  public static long ofMinutes(long minutes) {
    return make(minutes, PER_MINUTE, (MAX >>> 1) / (PER_MINUTE / 2), "minutes");
  }

  /**
   * Hours as nanoseconds.
   *
   * @param hours 0 to 5124095
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code hours} is negative
   * @throws ArithmeticException if {@code hours} is larger
   */
  public static long ofHours(long hours) {
    return make(hours, PER_HOUR, (MAX >>> 1) / (PER_HOUR / 2), "hours");
  }

  /**
   * Days as nanoseconds.
   *
   * @param days 0 to 213503
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code days} is negative
   * @throws ArithmeticException if {@code days} is larger
   */
  public static long ofDays(long days) {
    return make(days, PER_DAY, (MAX >>> 1) / (PER_DAY / 2), "days");
  }

  /**
   * Weeks as nanoseconds.
   *
   * @param weeks 0 to 30500
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code weeks} is negative
   * @throws ArithmeticException if {@code weeks} is larger
   */
  public static long ofWeeks(long weeks) {
    return make(weeks, PER_WEEK, (MAX >>> 1) / (PER_WEEK / 2), "weeks");
  }

  /**
   * Years as nanoseconds.
   *
   * @param years 0 to 584
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code years} is negative
   * @throws ArithmeticException if {@code years} is larger
   */
  public static long ofYears(long years) {
    return make(years, PER_YEAR, (MAX >>> 1) / (PER_YEAR / 2), "years");
  }

  /**
   * An amount of a unit as nanoseconds.
   *
   * @param amount not negative
   * @param unit any unit
   * @return the same duration in nanoseconds
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if the duration is over 18446744073709551615 ns
   */
  public static long of(long amount, TimeUnit unit) {
    switch (unit) {
      case NANOSECONDS:
        return make(amount, 1, Long.MAX_VALUE, "nanoseconds");
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
   * An amount of a unit as nanoseconds, or {@link #MAX} if it is longer than that: {@code
   * Long.MAX_VALUE} of any unit from microseconds up, with which Java code says for ever.
   *
   * @param amount not negative
   * @param unit any unit
   * @return the shorter of that duration and {@code MAX}
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public static long saturatingOf(long amount, TimeUnit unit) {
    return amount < 0 ? of(amount, unit) : saturatingTimes(of(1, unit), amount);
  }

  /**
   * Many amounts of a unit as nanoseconds. Faster than one at a time, because the amounts are
   * checked together: either all are converted, or none is.
   *
   * @param amounts not negative
   * @param unit any unit
   * @param nanos takes the durations in nanoseconds, in the same order; may be {@code amounts}
   * @throws IllegalArgumentException if an amount is negative; {@code nanos} is unchanged then
   * @throws ArithmeticException if a duration is over 18446744073709551615 ns; {@code nanos} is
   *     unchanged then
   * @throws IndexOutOfBoundsException if {@code nanos} is shorter than {@code amounts}; it is
   *     unchanged then
   */
  public static void of(long[] amounts, TimeUnit unit, long[] nanos) {
    if (nanos.length < amounts.length) {
      throw Refusals.room(amounts.length, nanos.length);
    }
    long size = of(1, unit);
    long limit = size == 1 ? Long.MAX_VALUE : Unsigned.divide(MAX, size);
    // Without a branch in the loop, so that a vector unit can run it: the sign of an amount shows
    // that it is negative, the sign of the difference that it is over the limit.
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

  private static long make(long amount, long unit, long limit, String plural) {
    // Seen as unsigned, a negative amount is above every limit: one comparison finds both errors.
    if (Long.compareUnsigned(amount, limit) > 0) {
      throw Refusals.amount(amount, limit, plural);
    }
    return amount * unit;
  }

  // Converting

  /**
   * Whole microseconds, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 18446744073709551
   */
  public static long toMicros(long nanos) {
    return (nanos >>> 1) / (PER_MICRO / 2);
  }

  /**
   * Whole milliseconds, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 18446744073709
   */
  public static long toMillis(long nanos) {
    return (nanos >>> 1) / (PER_MILLI / 2);
  }

  /**
   * Whole seconds, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 18446744073
   */
  public static long toSeconds(long nanos) {
    return (nanos >>> 1) / (PER_SECOND / 2);
  }

  /**
   * Whole minutes, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 307445734
   */
  public static long toMinutes(long nanos) {
    return (nanos >>> 1) / (PER_MINUTE / 2);
  }

  /**
   * Whole hours, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 5124095
   */
  public static long toHours(long nanos) {
    return (nanos >>> 1) / (PER_HOUR / 2);
  }

  /**
   * Whole days, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 213503
   */
  public static long toDays(long nanos) {
    return (nanos >>> 1) / (PER_DAY / 2);
  }

  /**
   * Whole weeks, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 30500
   */
  public static long toWeeks(long nanos) {
    return (nanos >>> 1) / (PER_WEEK / 2);
  }

  /**
   * Whole years, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 584
   */
  public static long toYears(long nanos) {
    return (nanos >>> 1) / (PER_YEAR / 2);
  }

  /**
   * Whole units, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @param unit any unit
   * @return the count of whole units
   * @throws ArithmeticException if the unit is nanoseconds and the count is over
   *     9223372036854775807 (2<sup>63</sup> − 1)
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
   * Units, rounded as told. For a unit that {@code TimeUnit} lacks, see {@link #quotient(long,
   * long, RoundingMode)}.
   *
   * @param nanos unsigned nanoseconds
   * @param unit any unit
   * @param mode how to round
   * @return the count of units
   * @throws ArithmeticException if the unit is nanoseconds and the count is over
   *     9223372036854775807 (2<sup>63</sup> − 1), or if {@code mode} is {@code UNNECESSARY} and
   *     something is left over
   */
  public static long to(long nanos, TimeUnit unit, RoundingMode mode) {
    return toSigned(quotient(nanos, of(1, unit), mode));
  }

  /**
   * The same number as a signed {@code long}, for interfaces that know nothing else.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 9223372036854775807
   * @throws ArithmeticException from 2<sup>63</sup> ns up
   */
  public static long toSigned(long nanos) {
    if (nanos < 0) {
      throw Refusals.signed(nanos);
    }
    return nanos;
  }

  /**
   * The same number as a signed {@code long}, or {@code Long.MAX_VALUE} if it does not fit: what
   * Java's own methods take for ever.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 9223372036854775807
   */
  public static long saturatingToSigned(long nanos) {
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  // Parts

  /**
   * The hours of the last, unfinished day.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 23
   */
  public static int hoursPart(long nanos) {
    return (int) (toHours(nanos) % 24);
  }

  /**
   * The minutes of the last, unfinished hour.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 59
   */
  public static int minutesPart(long nanos) {
    return (int) (toMinutes(nanos) % 60);
  }

  /**
   * The seconds of the last, unfinished minute.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 59
   */
  public static int secondsPart(long nanos) {
    return (int) (toSeconds(nanos) % 60);
  }

  /**
   * The milliseconds of the last, unfinished second.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 999
   */
  public static int millisPart(long nanos) {
    return (int) (toMillis(nanos) % 1_000);
  }

  /**
   * The microseconds of the last, unfinished millisecond.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 999
   */
  public static int microsPart(long nanos) {
    return (int) (toMicros(nanos) % 1_000);
  }

  /**
   * The nanoseconds of the last, unfinished microsecond.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 999
   */
  public static int nanosPart(long nanos) {
    return (int) (nanos - toMicros(nanos) * PER_MICRO);
  }

  /**
   * The nanoseconds of the last, unfinished second: milliseconds, microseconds and nanoseconds
   * together, as a POSIX {@code timespec} wants them beside {@link #toSeconds(long)}.
   *
   * @param nanos unsigned nanoseconds
   * @return 0 to 999999999
   */
  public static int subsecondPart(long nanos) {
    return (int) (nanos - toSeconds(nanos) * PER_SECOND);
  }

  // Adding, subtracting, multiplying

  /**
   * The sum.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return {@code a + b}
   * @throws ArithmeticException if the sum is over 18446744073709551615 ns
   */
  public static long plus(long a, long b) {
    long sum = a + b;
    if (Long.compareUnsigned(sum, a) < 0) {
      throw Refusals.sum(a, b);
    }
    return sum;
  }

  /**
   * The difference, if it is not negative.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds, at most {@code a}
   * @return {@code a − b}
   * @throws ArithmeticException if {@code b} is longer than {@code a}
   */
  public static long minus(long a, long b) {
    if (Long.compareUnsigned(a, b) < 0) {
      throw Refusals.difference(a, b);
    }
    return a - b;
  }

  /**
   * The multiple.
   *
   * @param nanos unsigned nanoseconds
   * @param factor how many times, not negative
   * @return {@code nanos × factor}
   * @throws IllegalArgumentException if {@code factor} is negative
   * @throws ArithmeticException if the product is over 18446744073709551615 ns
   */
  public static long times(long nanos, long factor) {
    Refusals.checkFactor(factor);
    if (Unsigned.multiplyHigh(nanos, factor) != 0) {
      throw Refusals.product(nanos, factor);
    }
    return nanos * factor;
  }

  /**
   * The sum, or {@link #MAX} if the sum is longer than that.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return the shorter of {@code a + b} and {@code MAX}
   */
  public static long saturatingPlus(long a, long b) {
    long sum = a + b;
    return Long.compareUnsigned(sum, a) < 0 ? MAX : sum;
  }

  /**
   * The difference, or 0 if {@code b} is longer than {@code a}.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return {@code a − b} or 0
   */
  public static long saturatingMinus(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 0 : a - b;
  }

  /**
   * The multiple, or {@link #MAX} if it is longer than that.
   *
   * @param nanos unsigned nanoseconds
   * @param factor how many times, not negative
   * @return the shorter of {@code nanos × factor} and {@code MAX}
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public static long saturatingTimes(long nanos, long factor) {
    Refusals.checkFactor(factor);
    return Unsigned.multiplyHigh(nanos, factor) != 0 ? MAX : nanos * factor;
  }

  /**
   * The sum modulo 2<sup>64</sup>. <b>Wraps around</b>: the result can be shorter than either.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return the low 64 bits of {@code a + b}
   */
  public static long wrappingPlus(long a, long b) {
    return a + b;
  }

  /**
   * The difference modulo 2<sup>64</sup>. <b>Wraps around</b>. Right for two readings of a counter
   * that itself wraps.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return the low 64 bits of {@code a − b}
   */
  public static long wrappingMinus(long a, long b) {
    return a - b;
  }

  /**
   * The multiple modulo 2<sup>64</sup>. <b>Wraps around</b>.
   *
   * @param nanos unsigned nanoseconds
   * @param factor how many times, not negative
   * @return the low 64 bits of {@code nanos × factor}
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public static long wrappingTimes(long nanos, long factor) {
    Refusals.checkFactor(factor);
    return nanos * factor;
  }

  /**
   * The distance between two durations, whichever is longer.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return the longer minus the shorter
   */
  public static long absDiff(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? b - a : a - b;
  }

  // Dividing

  /**
   * A fraction of a duration, rounded down.
   *
   * @param nanos unsigned nanoseconds
   * @param divisor into how many pieces, not negative
   * @return the floor of {@code nanos ÷ divisor}
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public static long dividedBy(long nanos, long divisor) {
    Refusals.checkDivisor(divisor);
    return Unsigned.divide(nanos, divisor);
  }

  /**
   * A fraction of a duration, rounded as told.
   *
   * @param nanos unsigned nanoseconds
   * @param divisor into how many pieces, not negative
   * @param mode how to round
   * @return {@code nanos ÷ divisor}
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0, or if {@code mode} is {@code UNNECESSARY}
   *     and something is left over
   */
  public static long dividedBy(long nanos, long divisor, RoundingMode mode) {
    Refusals.checkDivisor(divisor);
    return quotient(nanos, divisor, mode);
  }

  /**
   * How many whole times one duration goes into another.
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @return the floor of {@code nanos ÷ divisorNanos}, <b>unsigned</b>: it is 2<sup>63</sup> or
   *     more only when {@code divisorNanos} is 1
   * @throws ArithmeticException if {@code divisorNanos} is 0
   */
  public static long quotient(long nanos, long divisorNanos) {
    Refusals.checkNotZero(divisorNanos);
    return Unsigned.divide(nanos, divisorNanos);
  }

  /**
   * How many times one duration goes into another, rounded as told. With {@link #PER_MILLI} and its
   * kin this converts to a unit.
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @param mode how to round
   * @return {@code nanos ÷ divisorNanos}, <b>unsigned</b>
   * @throws ArithmeticException if {@code divisorNanos} is 0, or if {@code mode} is {@code
   *     UNNECESSARY} and something is left over
   */
  public static long quotient(long nanos, long divisorNanos, RoundingMode mode) {
    long floor = quotient(nanos, divisorNanos);
    return floor + Rounding.increment(mode, nanos - floor * divisorNanos, divisorNanos, floor);
  }

  /**
   * What is left when one duration has been taken away from another as often as it goes.
   *
   * @param nanos unsigned nanoseconds
   * @param divisorNanos unsigned nanoseconds, not 0
   * @return unsigned nanoseconds, shorter than {@code divisorNanos}
   * @throws ArithmeticException if {@code divisorNanos} is 0
   */
  public static long remainder(long nanos, long divisorNanos) {
    return nanos - quotient(nanos, divisorNanos) * divisorNanos;
  }

  /**
   * The multiple of a quantum that is nearest in the direction asked for.
   *
   * @param nanos unsigned nanoseconds
   * @param quantumNanos unsigned nanoseconds, not 0; for example {@link #PER_MILLI}
   * @param mode how to round; {@code HALF_EVEN} looks at the number of quanta
   * @return a multiple of {@code quantumNanos}, in unsigned nanoseconds
   * @throws ArithmeticException if {@code quantumNanos} is 0, if the result is over
   *     18446744073709551615 ns, or if {@code mode} is {@code UNNECESSARY} and {@code nanos} is not
   *     a multiple
   */
  public static long roundTo(long nanos, long quantumNanos, RoundingMode mode) {
    long count = quotient(nanos, quantumNanos);
    long floor = count * quantumNanos;
    int more = Rounding.increment(mode, nanos - floor, quantumNanos, count);
    return more == 0 ? floor : plus(floor, quantumNanos);
  }

  // Rates

  /**
   * How many events a second there are, if there are so many in a time.
   *
   * @param count how many events, not negative
   * @param nanos unsigned nanoseconds, not 0
   * @param mode how to round
   * @return {@code count × 1000000000 ÷ nanos}
   * @throws IllegalArgumentException if {@code count} is negative
   * @throws ArithmeticException if {@code nanos} is 0, if the result is over 9223372036854775807,
   *     or if {@code mode} is {@code UNNECESSARY} and something is left over
   */
  public static long perSecond(long count, long nanos, RoundingMode mode) {
    Refusals.checkCount(count);
    Refusals.checkNotZero(nanos);
    long high = Unsigned.multiplyHigh(count, PER_SECOND);
    long low = count * PER_SECOND;
    if (!Unsigned.less(high, nanos)) {
      throw Refusals.rate(count, nanos);
    }
    long floor = Unsigned.divide(high, low, nanos);
    long rate = floor + Rounding.increment(mode, low - floor * nanos, nanos, floor);
    if (floor < 0 || rate < 0) {
      throw Refusals.rate(count, nanos);
    }
    return rate;
  }

  // Comparing

  /**
   * Compares two durations.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return negative, zero or positive as {@code a} is shorter than, as long as or longer than
   *     {@code b}
   */
  public static int compare(long a, long b) {
    return Long.compareUnsigned(a, b);
  }

  /**
   * The shorter of two durations.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return {@code a} or {@code b}
   */
  public static long min(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  /**
   * The longer of two durations.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return {@code a} or {@code b}
   */
  public static long max(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? a : b;
  }

  // Reading and writing text

  /**
   * Reads a duration from text. What is understood is described in {@link
   * Duration#parse(CharSequence)}.
   *
   * @param text for example {@code 1h30m}, {@code 2.5 s} or {@code PT1M30S}
   * @return unsigned nanoseconds
   * @throws DurationParseException if the text is not a duration, or not a whole number of
   *     nanoseconds, or too long for one
   */
  public static long parse(CharSequence text) {
    return DurationScanner.parse(text, RoundingMode.UNNECESSARY);
  }

  /**
   * Reads a duration from text and rounds what is finer than a nanosecond.
   *
   * @param text for example {@code 0.3333333333 s}
   * @param mode how to round; {@code UNNECESSARY} refuses to
   * @return unsigned nanoseconds
   * @throws DurationParseException if the text is not a duration, or too long for one
   */
  public static long parse(CharSequence text, RoundingMode mode) {
    return DurationScanner.parse(text, mode);
  }

  /**
   * The shortest text that {@link #parse(CharSequence)} reads back as the same duration, as {@link
   * Duration#toString()} gives it. To write without allocating, see {@link DurationFormat}.
   *
   * @param nanos unsigned nanoseconds
   * @return for example {@code 1h30m}
   */
  public static String toString(long nanos) {
    return DurationFormat.COMPACT.format(nanos);
  }
}
