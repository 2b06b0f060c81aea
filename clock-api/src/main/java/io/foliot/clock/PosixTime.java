package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.SignedDuration;

/**
 * A point in time on the POSIX scale: days since 1970-01-01 (UTC) and picoseconds of that day.
 *
 * <p>The POSIX scale gives every day 86 400 seconds: leap seconds do not exist on it. The range is
 * {@link #MIN} to {@link #MAX}, the years 0000 to 9999 of the proleptic Gregorian calendar, exact
 * to the picosecond everywhere. All arithmetic is on integers and rounds, where it must, towards
 * the past; before 1970 too.
 *
 * <p>Methods whose result would leave the range throw {@link ArithmeticException}; fields that
 * describe no point in time are refused with {@link IllegalArgumentException}; text that cannot be
 * read with {@link PosixTimeParseException}.
 *
 * <p>Jackson writes a time as the text of {@link #toString()} and reads what {@link #parse} reads;
 * its annotations are optional at run time.
 *
 * <p>Immutable and safe for use by several threads.
 */
// Messages call toString() themselves: string concatenation with an object is a virtual call that
// leads a reachability check to every toString there is.
public final class PosixTime implements Comparable<PosixTime> {
  static final long PICOS_PER_SECOND = 1_000_000_000_000L;
  static final long PICOS_PER_DAY = 86_400 * PICOS_PER_SECOND;
  private static final long PICOS_PER_NANO = 1_000;
  private static final int SECONDS_PER_DAY = 86_400;

  /** 1970-01-01T00:00:00Z. */
  public static final PosixTime EPOCH = new PosixTime(0, 0);

  /** The earliest time there is: 0000-01-01T00:00:00Z. */
  public static final PosixTime MIN = new PosixTime(CivilDate.MIN_DAYS, 0);

  /** The latest time there is: 9999-12-31T23:59:59.999999999999Z. */
  public static final PosixTime MAX = new PosixTime(CivilDate.MAX_DAYS, PICOS_PER_DAY - 1);

  private final int days;
  private final long picosOfDay;

  private PosixTime(int days, long picosOfDay) {
    this.days = days;
    this.picosOfDay = picosOfDay;
  }

  // Making

  /**
   * The time on a given day.
   *
   * @param days days since 1970-01-01, from -719528 (0000-01-01) to 2932896 (9999-12-31)
   * @param picosOfDay picoseconds since midnight UTC, 0 to 86 399 999 999 999 999
   * @return that time
   * @throws IllegalArgumentException if one of them is outside its range
   */
  public static PosixTime of(int days, long picosOfDay) {
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw new IllegalArgumentException(
          "days is " + days + ", expected -719528 (0000-01-01) to 2932896 (9999-12-31)");
    }
    if (picosOfDay < 0 || picosOfDay >= PICOS_PER_DAY) {
      throw new IllegalArgumentException(
          "picosOfDay is " + picosOfDay + ", expected 0 to " + (PICOS_PER_DAY - 1));
    }
    return new PosixTime(days, picosOfDay);
  }

  /**
   * Midnight UTC at the beginning of a date.
   *
   * @param year 0 to 9999
   * @param month 1 to 12
   * @param dayOfMonth 1 to the length of that month
   * @return the first moment of that day
   * @throws IllegalArgumentException if there is no such date
   */
  public static PosixTime ofDate(int year, int month, int dayOfMonth) {
    if (year < CivilDate.MIN_YEAR || year > CivilDate.MAX_YEAR) {
      throw new IllegalArgumentException("year is " + year + ", expected 0 to 9999");
    }
    if (month < 1 || month > 12) {
      throw new IllegalArgumentException("month is " + month + ", expected 1 to 12");
    }
    int length = CivilDate.lengthOfMonth(year, month);
    if (dayOfMonth < 1 || dayOfMonth > length) {
      throw new IllegalArgumentException(
          "dayOfMonth is "
              + dayOfMonth
              + ", expected 1 to "
              + length
              + " in month "
              + month
              + " of "
              + year);
    }
    return new PosixTime(CivilDate.toDays(year, month, dayOfMonth), 0);
  }

  /**
   * From seconds since 1970-01-01T00:00:00Z.
   *
   * @param seconds -62167219200 to 253402300799
   * @return that time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochSecond(long seconds) {
    return ofEpoch(seconds, SECONDS_PER_DAY, "s");
  }

  /**
   * From milliseconds since 1970-01-01T00:00:00Z, as {@link System#currentTimeMillis()} gives them.
   *
   * @param millis -62167219200000 to 253402300799999
   * @return that time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochMillis(long millis) {
    return ofEpoch(millis, SECONDS_PER_DAY * 1_000L, "ms");
  }

  /**
   * From microseconds since 1970-01-01T00:00:00Z.
   *
   * @param micros -62167219200000000 to 253402300799999999
   * @return that time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochMicros(long micros) {
    return ofEpoch(micros, SECONDS_PER_DAY * 1_000_000L, "us");
  }

  /**
   * From nanoseconds since 1970-01-01T00:00:00Z, as {@link PosixClock#epochNanos()} gives them.
   *
   * @param nanos any number: a {@code long} reaches from the year 1677 to 2262
   * @return that time
   */
  public static PosixTime ofEpochNanos(long nanos) {
    return ofEpoch(nanos, Nanos.PER_DAY, "ns");
  }

  private static PosixTime ofEpoch(long count, long countsPerDay, String unit) {
    long days = count / countsPerDay;
    long ofDay = count - days * countsPerDay;
    if (ofDay < 0) {
      days--;
      ofDay += countsPerDay;
    }
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw new ArithmeticException(
          count + " " + unit + " since 1970 is outside the years 0000 to 9999");
    }
    return new PosixTime((int) days, ofDay * (PICOS_PER_DAY / countsPerDay));
  }

  /**
   * Reads RFC 3339 text such as {@code 2026-11-22T08:57:00.25Z} or {@code
   * 2026-11-22t09:57:00+01:00}.
   *
   * <p>The fraction has 1 to 12 digits, and any number of zeros after them. {@code T} and {@code Z}
   * may be lower-case. The offset is {@code Z} or {@code +hh:mm} or {@code -hh:mm}, up to 23:59;
   * {@code -00:00} means UTC. Digits are ASCII. Nothing may stand before or after. {@link
   * PosixTimeParser} accepts more on request.
   *
   * <p>Second 60, a leap second, is accepted where one can be: in the last minute (UTC) of the last
   * day of a month. The POSIX scale has no place for it, so that it is read as POSIX defines it: as
   * the first second of the next day.
   *
   * @param text the text
   * @return that time
   * @throws PosixTimeParseException if the text is anything else, names a date or time that does
   *     not exist, or a time outside the years 0000 to 9999 in UTC
   */
  @JsonCreator
  public static PosixTime parse(CharSequence text) {
    return PosixTimeParser.STRICT.parse(text);
  }

  // The two fields

  /**
   * The day.
   *
   * @return days since 1970-01-01 in UTC, negative before; -719528 to 2932896
   */
  public int days() {
    return days;
  }

  /**
   * The time of day.
   *
   * @return picoseconds since midnight UTC, 0 to 86 399 999 999 999 999
   */
  public long picosOfDay() {
    return picosOfDay;
  }

  // Converting

  /**
   * Whole seconds since 1970-01-01T00:00:00Z.
   *
   * @return the seconds, rounded towards the past
   */
  public long toEpochSecond() {
    return (long) days * SECONDS_PER_DAY + picosOfDay / PICOS_PER_SECOND;
  }

  /**
   * Whole milliseconds since 1970-01-01T00:00:00Z.
   *
   * @return the milliseconds, rounded towards the past
   */
  public long toEpochMillis() {
    return days * (SECONDS_PER_DAY * 1_000L) + picosOfDay / 1_000_000_000L;
  }

  /**
   * Whole microseconds since 1970-01-01T00:00:00Z.
   *
   * @return the microseconds, rounded towards the past
   */
  public long toEpochMicros() {
    return days * (SECONDS_PER_DAY * 1_000_000L) + picosOfDay / 1_000_000L;
  }

  /**
   * Whole nanoseconds since 1970-01-01T00:00:00Z.
   *
   * @return the nanoseconds, rounded towards the past
   * @throws ArithmeticException if they do not fit a {@code long}: before
   *     1677-09-21T00:12:43.145224192Z or after 2262-04-11T23:47:16.854775807999Z
   */
  public long toEpochNanos() {
    // Days before 1970 are counted from their end, so that the product alone never overflows where
    // the result fits.
    int wholeDays = days < 0 ? days + 1 : days;
    long rest = picosOfDay / PICOS_PER_NANO - (days < 0 ? Nanos.PER_DAY : 0);
    long product = wholeDays * Nanos.PER_DAY;
    long nanos = product + rest;
    if (days < -106_752 || days > 106_751 || ((product ^ nanos) & (rest ^ nanos)) < 0) {
      throw new ArithmeticException(
          toString() + " is outside the years 1677 to 2262 that 64 bits of nanoseconds reach");
    }
    return nanos;
  }

  // The date and time in UTC

  /**
   * The year in UTC.
   *
   * @return 0 to 9999
   */
  public int year() {
    return CivilDate.year(CivilDate.ofDays(days));
  }

  /**
   * The month in UTC.
   *
   * @return 1 to 12
   */
  public int month() {
    return CivilDate.month(CivilDate.ofDays(days));
  }

  /**
   * The day of the month in UTC.
   *
   * @return 1 to 31
   */
  public int dayOfMonth() {
    return CivilDate.day(CivilDate.ofDays(days));
  }

  /**
   * The day of the week in UTC, numbered as in ISO 8601.
   *
   * @return 1 (Monday) to 7 (Sunday)
   */
  public int dayOfWeek() {
    // 0000-01-01 was a Saturday.
    return (days - CivilDate.MIN_DAYS + 5) % 7 + 1;
  }

  /**
   * The hour in UTC.
   *
   * @return 0 to 23
   */
  public int hour() {
    return (int) (picosOfDay / (3_600 * PICOS_PER_SECOND));
  }

  /**
   * The minute of the hour in UTC.
   *
   * @return 0 to 59
   */
  public int minute() {
    return (int) (picosOfDay / (60 * PICOS_PER_SECOND) % 60);
  }

  /**
   * The second of the minute.
   *
   * @return 0 to 59
   */
  public int second() {
    return (int) (picosOfDay / PICOS_PER_SECOND % 60);
  }

  /**
   * The fraction of the second.
   *
   * @return picoseconds, 0 to 999 999 999 999
   */
  public long picosOfSecond() {
    return picosOfDay % PICOS_PER_SECOND;
  }

  // Arithmetic

  /**
   * The time a duration later.
   *
   * @param duration how much later
   * @return that time, exactly
   * @throws ArithmeticException if it is after {@link #MAX}
   */
  public PosixTime plus(Duration duration) {
    PosixTime sum = plusOrNull(duration);
    if (sum == null) {
      throw new ArithmeticException(
          toString() + " + " + duration.toString() + " is after the year 9999");
    }
    return sum;
  }

  /**
   * The time a duration earlier.
   *
   * @param duration how much earlier
   * @return that time, exactly
   * @throws ArithmeticException if it is before {@link #MIN}
   */
  public PosixTime minus(Duration duration) {
    PosixTime difference = minusOrNull(duration);
    if (difference == null) {
      throw new ArithmeticException(
          toString() + " - " + duration.toString() + " is before the year 0000");
    }
    return difference;
  }

  /**
   * The time a duration later, or {@link #MAX} where that is too late.
   *
   * @param duration how much later
   * @return that time, or the latest there is
   */
  public PosixTime saturatingPlus(Duration duration) {
    PosixTime sum = plusOrNull(duration);
    return sum == null ? MAX : sum;
  }

  /**
   * The time a duration earlier, or {@link #MIN} where that is too early.
   *
   * @param duration how much earlier
   * @return that time, or the earliest there is
   */
  public PosixTime saturatingMinus(Duration duration) {
    PosixTime difference = minusOrNull(duration);
    return difference == null ? MIN : difference;
  }

  /**
   * The time a signed duration later: a time and how far it is off give the time that is right.
   *
   * @param difference how much later; earlier if it is negative
   * @return that time, exactly
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public PosixTime plus(SignedDuration difference) {
    return difference.signum() < 0 ? minus(difference.abs()) : plus(difference.abs());
  }

  private PosixTime plusOrNull(Duration duration) {
    long nanos = duration.toUnsignedNanos();
    long wholeDays = Nanos.toDays(nanos);
    long picos = picosOfDay + (nanos - wholeDays * Nanos.PER_DAY) * PICOS_PER_NANO;
    int sum = days + (int) wholeDays;
    if (picos >= PICOS_PER_DAY) {
      picos -= PICOS_PER_DAY;
      sum++;
    }
    return sum > CivilDate.MAX_DAYS ? null : new PosixTime(sum, picos);
  }

  private PosixTime minusOrNull(Duration duration) {
    long nanos = duration.toUnsignedNanos();
    long wholeDays = Nanos.toDays(nanos);
    long picos = picosOfDay - (nanos - wholeDays * Nanos.PER_DAY) * PICOS_PER_NANO;
    int difference = days - (int) wholeDays;
    if (picos < 0) {
      picos += PICOS_PER_DAY;
      difference--;
    }
    return difference < CivilDate.MIN_DAYS ? null : new PosixTime(difference, picos);
  }

  /**
   * How much later this time is than an earlier one, in whole nanoseconds, rounded down.
   *
   * @param earlier a time that is not after this one
   * @return the difference
   * @throws ArithmeticException if {@code earlier} is after this time, or more than {@link
   *     Duration#MAX} (584 years) before it
   */
  public Duration since(PosixTime earlier) {
    long dayCount = (long) days - earlier.days;
    long picos = picosOfDay - earlier.picosOfDay;
    if (picos < 0) {
      dayCount--;
      picos += PICOS_PER_DAY;
    }
    if (dayCount < 0) {
      throw new ArithmeticException(
          toString() + " is before " + earlier.toString() + ", and a duration cannot be negative");
    }
    long product = dayCount * Nanos.PER_DAY;
    long nanos = product + picos / PICOS_PER_NANO;
    if (dayCount > Nanos.toDays(Nanos.MAX) || Nanos.compare(nanos, product) < 0) {
      throw new ArithmeticException(
          toString() + " is more than " + Duration.MAX.toString() + " after " + earlier.toString());
    }
    return Duration.ofUnsignedNanos(nanos);
  }

  /**
   * How much later this time is than another, or with a minus earlier: skew, and early or late. In
   * whole nanoseconds; what is finer is dropped towards zero, so that the difference the other way
   * round is the same with the other sign.
   *
   * @param other the other time, earlier or later
   * @return {@code this − other}
   * @throws ArithmeticException if they are more than {@link Duration#MAX} (584 years) apart
   */
  public SignedDuration signedSince(PosixTime other) {
    SignedDuration distance = SignedDuration.of(absDiff(other));
    return isBefore(other) ? distance.negated() : distance;
  }

  /**
   * How far apart two times are, in whole nanoseconds, rounded down.
   *
   * @param other the other time, earlier or later
   * @return the difference
   * @throws ArithmeticException if they are more than {@link Duration#MAX} (584 years) apart
   */
  public Duration absDiff(PosixTime other) {
    return isBefore(other) ? other.since(this) : since(other);
  }

  // Comparing

  /**
   * Whether this time comes before another.
   *
   * @param other the other time
   * @return true if this one is earlier
   */
  public boolean isBefore(PosixTime other) {
    return days < other.days || (days == other.days && picosOfDay < other.picosOfDay);
  }

  /**
   * Whether this time comes after another.
   *
   * @param other the other time
   * @return true if this one is later
   */
  public boolean isAfter(PosixTime other) {
    return other.isBefore(this);
  }

  /** Orders by time. */
  @Override
  public int compareTo(PosixTime other) {
    return isBefore(other) ? -1 : other.isBefore(this) ? 1 : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PosixTime
        && ((PosixTime) other).days == days
        && ((PosixTime) other).picosOfDay == picosOfDay;
  }

  @Override
  public int hashCode() {
    return (31 * days + (int) picosOfDay) * 31 + (int) (picosOfDay >>> 32);
  }

  // Printing

  /**
   * RFC 3339 text in UTC that {@link #parse} reads back to the same time, with as few groups of
   * three fraction digits as that needs: {@code 2026-11-22T08:57:00Z}, {@code
   * 2026-11-22T08:57:00.250Z}.
   */
  @JsonValue
  @Override
  public String toString() {
    return PosixTimeText.utc(this, PosixTimeText.digitsNeeded(picosOfSecond()));
  }

  /**
   * RFC 3339 text in UTC with a chosen number of fraction digits.
   *
   * @param fractionDigits 0 to 12; further digits are dropped, towards the past
   * @return text such as {@code 2026-11-22T08:57:00.250Z}
   * @throws IllegalArgumentException if there are fewer than 0 or more than 12 digits
   */
  public String toString(int fractionDigits) {
    return PosixTimeText.utc(this, fractionDigits);
  }

  /**
   * RFC 3339 text in local time with a chosen number of fraction digits.
   *
   * <p>RFC 3339 writes offsets in minutes. One with seconds is replaced by the closest that it can
   * write, as its section 5.8 does: the text names the same moment, on a clock that is up to 30 s
   * off local time.
   *
   * @param fractionDigits 0 to 12; further digits are dropped, towards the past
   * @param utcOffsetSeconds local time minus UTC, as {@link PosixClock#utcOffsetSeconds()} gives
   *     it, from -86340 to 86340 (23:59)
   * @return text such as {@code 2026-11-22T09:57:00.250+01:00}
   * @throws IllegalArgumentException if the digits or the offset are not as described
   * @throws ArithmeticException if the local date is outside the years 0000 to 9999
   */
  public String toString(int fractionDigits, int utcOffsetSeconds) {
    return PosixTimeText.local(this, fractionDigits, utcOffsetSeconds);
  }
}
