package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.SignedDuration;

/**
 * A point in time on the POSIX scale: days since 1970-01-01 (UTC) and picoseconds of that day.
 *
 * <p>On the POSIX scale every day has 86 400 seconds; there are no leap seconds. The range is
 * {@link #MIN} to {@link #MAX}, the years 0000 to 9999 of the proleptic Gregorian calendar, with
 * picosecond resolution throughout. Conversions round towards the past, before 1970 too.
 *
 * <p>Construct a time from a date, a count since 1970 or text:
 *
 * <pre>{@code
 * PosixTime midnight = PosixTime.ofDate(2026, 11, 22); // 2026-11-22T00:00:00Z
 * PosixTime released = PosixTime.ofEpochMillis(1_795_337_820_250L); // 2026-11-22T08:57:00.250Z
 * PosixTime parsed = PosixTime.parse("2026-11-22t09:57:00.25+01:00"); // 2026-11-22T08:57:00.250Z
 * }</pre>
 *
 * <p>Read its fields in UTC, or convert it to a count:
 *
 * <pre>{@code
 * int year = released.year(); // 2026
 * int weekday = released.dayOfWeek(); // 7
 * long picos = released.picosOfSecond(); // 250000000000
 * long seconds = released.toEpochSecond(); // 1795337820
 * }</pre>
 *
 * <p>Add {@link Duration}s and subtract times:
 *
 * <pre>{@code
 * PosixTime expiry = released.plus(Duration.ofHours(36)); // 2026-11-23T20:57:00.250Z
 * Duration age = released.since(midnight); // 8h57m250ms
 * SignedDuration early = midnight.signedSince(released); // -8h57m250ms
 * PosixTime bounded = PosixTime.MAX.saturatingPlus(age); // 9999-12-31T23:59:59.999999999999Z
 * }</pre>
 *
 * <p>Print it with the digits and the offset of your choice:
 *
 * <pre>{@code
 * String exact = released.toString(); // 2026-11-22T08:57:00.250Z
 * String whole = released.toString(0); // 2026-11-22T08:57:00Z
 * String local = released.toString(3, 3_600); // 2026-11-22T09:57:00.250+01:00
 * }</pre>
 *
 * <p>Methods throw {@link ArithmeticException} if a result is out of range, {@link
 * IllegalArgumentException} for invalid fields, and {@link PosixTimeParseException} for invalid
 * text.
 *
 * <p>Jackson writes a time as {@link #toString()} and reads it with {@link #parse}; its annotations
 * are optional at run time.
 *
 * <p>Immutable and thread-safe.
 */
// Messages call toString() explicitly: concatenating an Object is a virtual call, through which the
// float check would reach every toString of the program.
public final class PosixTime implements Comparable<PosixTime> {
  static final long PICOS_PER_SECOND = 1_000_000_000_000L;
  static final long PICOS_PER_DAY = 86_400 * PICOS_PER_SECOND;
  private static final long PICOS_PER_NANO = 1_000;
  private static final int SECONDS_PER_DAY = 86_400;

  /** 1970-01-01T00:00:00Z. */
  public static final PosixTime EPOCH = new PosixTime(0, 0);

  /** The earliest time: 0000-01-01T00:00:00Z. */
  public static final PosixTime MIN = new PosixTime(CivilDate.MIN_DAYS, 0);

  /** The latest time: 9999-12-31T23:59:59.999999999999Z. */
  public static final PosixTime MAX = new PosixTime(CivilDate.MAX_DAYS, PICOS_PER_DAY - 1);

  private final int days;
  private final long picosOfDay;

  private PosixTime(int days, long picosOfDay) {
    this.days = days;
    this.picosOfDay = picosOfDay;
  }

  // Construction

  /**
   * Returns the time on a given day.
   *
   * @param days days since 1970-01-01, from -719528 (0000-01-01) to 2932896 (9999-12-31)
   * @param picosOfDay picoseconds since midnight UTC, 0 to 86 399 999 999 999 999
   * @return the time
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static PosixTime of(int days, long picosOfDay) {
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw new IllegalArgumentException(
          "days must be -719528 (0000-01-01) to 2932896 (9999-12-31), got " + days);
    }
    if (picosOfDay < 0 || picosOfDay >= PICOS_PER_DAY) {
      throw new IllegalArgumentException(
          "picosOfDay must be 0 to " + (PICOS_PER_DAY - 1) + ", got " + picosOfDay);
    }
    return new PosixTime(days, picosOfDay);
  }

  /**
   * Returns midnight UTC at the beginning of a date.
   *
   * @param year 0 to 9999
   * @param month 1 to 12
   * @param dayOfMonth 1 to the length of the month
   * @return the first moment of that day
   * @throws IllegalArgumentException if the date does not exist
   */
  public static PosixTime ofDate(int year, int month, int dayOfMonth) {
    if (year < CivilDate.MIN_YEAR || year > CivilDate.MAX_YEAR) {
      throw new IllegalArgumentException("year must be 0 to 9999, got " + year);
    }
    if (month < 1 || month > 12) {
      throw new IllegalArgumentException("month must be 1 to 12, got " + month);
    }
    int length = CivilDate.lengthOfMonth(year, month);
    if (dayOfMonth < 1 || dayOfMonth > length) {
      throw new IllegalArgumentException(
          "dayOfMonth must be 1 to "
              + length
              + " in month "
              + month
              + " of "
              + year
              + ", got "
              + dayOfMonth);
    }
    return new PosixTime(CivilDate.toDays(year, month, dayOfMonth), 0);
  }

  /**
   * Returns the time a number of seconds after 1970-01-01T00:00:00Z.
   *
   * @param seconds -62167219200 to 253402300799
   * @return the time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochSecond(long seconds) {
    return ofEpoch(seconds, SECONDS_PER_DAY, "s");
  }

  /**
   * Returns the time a number of milliseconds after 1970-01-01T00:00:00Z, such as {@link
   * System#currentTimeMillis()}.
   *
   * @param millis -62167219200000 to 253402300799999
   * @return the time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochMillis(long millis) {
    return ofEpoch(millis, SECONDS_PER_DAY * 1_000L, "ms");
  }

  /**
   * Returns the time a number of microseconds after 1970-01-01T00:00:00Z.
   *
   * @param micros -62167219200000000 to 253402300799999999
   * @return the time
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime ofEpochMicros(long micros) {
    return ofEpoch(micros, SECONDS_PER_DAY * 1_000_000L, "us");
  }

  /**
   * Returns the time a number of nanoseconds after 1970-01-01T00:00:00Z, such as {@link
   * PosixClock#epochNanos()}.
   *
   * @param nanos any number; a {@code long} covers the years 1677 to 2262
   * @return the time
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
   * Parses RFC 3339 text such as {@code 2026-11-22T08:57:00.25Z} or {@code
   * 2026-11-22t09:57:00+01:00}.
   *
   * <p>The fraction has 1 to 12 digits and any number of trailing zeros. {@code T} and {@code Z}
   * may be lower-case. The offset is {@code Z}, {@code +hh:mm} or {@code -hh:mm}, up to 23:59;
   * {@code -00:00} means UTC. Digits are ASCII. {@link PosixTimeParser} accepts more variants.
   *
   * <p>Second 60, a leap second, is accepted in the last minute (UTC) of a month and converted as
   * POSIX defines it: to the first second of the next day.
   *
   * @param text the text
   * @return the time
   * @throws PosixTimeParseException if the text has another form, or if the date or time does not
   *     exist or is outside the years 0000 to 9999 in UTC
   */
  @JsonCreator
  public static PosixTime parse(CharSequence text) {
    return PosixTimeParser.STRICT.parse(text);
  }

  // Fields

  /** {@return days since 1970-01-01 in UTC, -719528 to 2932896, negative before 1970} */
  public int days() {
    return days;
  }

  /** {@return picoseconds since midnight UTC, 0 to 86 399 999 999 999 999} */
  public long picosOfDay() {
    return picosOfDay;
  }

  /** {@return the year in UTC, 0 to 9999} */
  public int year() {
    return CivilDate.year(CivilDate.ofDays(days));
  }

  /** {@return the month in UTC, 1 to 12} */
  public int month() {
    return CivilDate.month(CivilDate.ofDays(days));
  }

  /** {@return the day of the month in UTC, 1 to 31} */
  public int dayOfMonth() {
    return CivilDate.day(CivilDate.ofDays(days));
  }

  /** {@return the day of the week in UTC as in ISO 8601, 1 (Monday) to 7 (Sunday)} */
  public int dayOfWeek() {
    // 0000-01-01 was a Saturday.
    return (days - CivilDate.MIN_DAYS + 5) % 7 + 1;
  }

  /** {@return the hour in UTC, 0 to 23} */
  public int hour() {
    return (int) (picosOfDay / (3_600 * PICOS_PER_SECOND));
  }

  /** {@return the minute of the hour in UTC, 0 to 59} */
  public int minute() {
    return (int) (picosOfDay / (60 * PICOS_PER_SECOND) % 60);
  }

  /** {@return the second of the minute, 0 to 59} */
  public int second() {
    return (int) (picosOfDay / PICOS_PER_SECOND % 60);
  }

  /** {@return the picoseconds of the second, 0 to 999 999 999 999} */
  public long picosOfSecond() {
    return picosOfDay % PICOS_PER_SECOND;
  }

  // Conversion to counts since 1970

  /** {@return seconds since 1970-01-01T00:00:00Z, rounded towards the past} */
  public long toEpochSecond() {
    return (long) days * SECONDS_PER_DAY + picosOfDay / PICOS_PER_SECOND;
  }

  /** {@return milliseconds since 1970-01-01T00:00:00Z, rounded towards the past} */
  public long toEpochMillis() {
    return days * (SECONDS_PER_DAY * 1_000L) + picosOfDay / 1_000_000_000L;
  }

  /** {@return microseconds since 1970-01-01T00:00:00Z, rounded towards the past} */
  public long toEpochMicros() {
    return days * (SECONDS_PER_DAY * 1_000_000L) + picosOfDay / 1_000_000L;
  }

  /**
   * {@return nanoseconds since 1970-01-01T00:00:00Z, rounded towards the past}
   *
   * @throws ArithmeticException if they exceed the range of a {@code long}: before
   *     1677-09-21T00:12:43.145224192Z or after 2262-04-11T23:47:16.854775807999Z
   */
  public long toEpochNanos() {
    // Days before 1970 are counted from their end, so that the product does not overflow where the
    // result fits.
    int wholeDays = days < 0 ? days + 1 : days;
    long rest = picosOfDay / PICOS_PER_NANO - (days < 0 ? Nanos.PER_DAY : 0);
    long product = wholeDays * Nanos.PER_DAY;
    long nanos = product + rest;
    if (days < -106_752 || days > 106_751 || ((product ^ nanos) & (rest ^ nanos)) < 0) {
      throw new ArithmeticException(
          toString()
              + " exceeds the range of a long in nanoseconds, 1677-09-21 to 2262-04-11;"
              + " use toEpochMicros()");
    }
    return nanos;
  }

  // Arithmetic

  /**
   * {@return the time a duration later, exactly}
   *
   * @param duration how much later
   * @throws ArithmeticException if it is after {@link #MAX}
   */
  public PosixTime plus(Duration duration) {
    PosixTime sum = plusOrNull(duration);
    if (sum == null) {
      throw new ArithmeticException(
          toString()
              + " + "
              + duration.toString()
              + " is after the year 9999; use saturatingPlus to stop at PosixTime.MAX");
    }
    return sum;
  }

  /**
   * {@return the time a duration earlier, exactly}
   *
   * @param duration how much earlier
   * @throws ArithmeticException if it is before {@link #MIN}
   */
  public PosixTime minus(Duration duration) {
    PosixTime difference = minusOrNull(duration);
    if (difference == null) {
      throw new ArithmeticException(
          toString()
              + " - "
              + duration.toString()
              + " is before the year 0000; use saturatingMinus to stop at PosixTime.MIN");
    }
    return difference;
  }

  /**
   * {@return the time a duration later, at most {@link #MAX}}
   *
   * @param duration how much later
   */
  public PosixTime saturatingPlus(Duration duration) {
    PosixTime sum = plusOrNull(duration);
    return sum == null ? MAX : sum;
  }

  /**
   * {@return the time a duration earlier, at least {@link #MIN}}
   *
   * @param duration how much earlier
   */
  public PosixTime saturatingMinus(Duration duration) {
    PosixTime difference = minusOrNull(duration);
    return difference == null ? MIN : difference;
  }

  /**
   * {@return the time a signed duration later, exactly} Adding a clock's skew gives the correct
   * time.
   *
   * @param difference how much later; earlier if negative
   * @throws ArithmeticException if the result is outside the years 0000 to 9999
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
   * {@return the time elapsed since an earlier time, rounded down to nanoseconds}
   *
   * @param earlier a time that is not after this one
   * @throws ArithmeticException if {@code earlier} is after this time, or before it by more than
   *     {@link Duration#MAX} (584 years)
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
          toString() + " is before " + earlier.toString() + "; use signedSince or absDiff");
    }
    long product = dayCount * Nanos.PER_DAY;
    long nanos = product + picos / PICOS_PER_NANO;
    if (dayCount > Nanos.toDays(Nanos.MAX) || Nanos.compare(nanos, product) < 0) {
      throw new ArithmeticException(
          "the time from "
              + earlier.toString()
              + " to "
              + toString()
              + " exceeds the maximum duration, "
              + Duration.MAX.toString());
    }
    return Duration.ofUnsignedNanos(nanos);
  }

  /**
   * {@return {@code this - other}, rounded towards zero to nanoseconds, so that swapping the times
   * only changes the sign}
   *
   * @param other the other time, earlier or later
   * @throws ArithmeticException if they are more than {@link Duration#MAX} (584 years) apart
   */
  public SignedDuration signedSince(PosixTime other) {
    SignedDuration distance = SignedDuration.of(absDiff(other));
    return isBefore(other) ? distance.negated() : distance;
  }

  /**
   * {@return the absolute difference, rounded down to nanoseconds}
   *
   * @param other the other time, earlier or later
   * @throws ArithmeticException if they are more than {@link Duration#MAX} (584 years) apart
   */
  public Duration absDiff(PosixTime other) {
    return isBefore(other) ? other.since(this) : since(other);
  }

  // Comparison

  /**
   * {@return whether this time is before another}
   *
   * @param other the other time
   */
  public boolean isBefore(PosixTime other) {
    return days < other.days || (days == other.days && picosOfDay < other.picosOfDay);
  }

  /**
   * {@return whether this time is after another}
   *
   * @param other the other time
   */
  public boolean isAfter(PosixTime other) {
    return other.isBefore(this);
  }

  /** Orders chronologically. */
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

  // Text

  /**
   * {@return RFC 3339 text in UTC, which {@link #parse} reads back exactly} It has 0, 3, 6, 9 or 12
   * fraction digits, as few as possible: {@code 2026-11-22T08:57:00Z}, {@code
   * 2026-11-22T08:57:00.250Z}.
   */
  @JsonValue
  @Override
  public String toString() {
    return PosixTimePrinter.utc(this, PosixTimePrinter.fractionDigits(picosOfSecond()));
  }

  /**
   * {@return RFC 3339 text in UTC, such as {@code 2026-11-22T08:57:00.250Z}}
   *
   * @param fractionDigits 0 to 12; further digits are truncated, towards the past
   * @throws IllegalArgumentException if {@code fractionDigits} is out of range
   */
  public String toString(int fractionDigits) {
    return PosixTimePrinter.utc(this, fractionDigits);
  }

  /**
   * {@return RFC 3339 text in local time, such as {@code 2026-11-22T09:57:00.250+01:00}}
   *
   * <p>RFC 3339 offsets have whole minutes. An offset with seconds is rounded to the closest
   * minute, as in section 5.8 of the RFC: the text denotes the same moment, and its local time is
   * off by up to 30 s.
   *
   * @param fractionDigits 0 to 12; further digits are truncated, towards the past
   * @param utcOffsetSeconds local time minus UTC, as {@link PosixClock#utcOffsetSeconds()} returns
   *     it, -86340 to 86340 (23:59)
   * @throws IllegalArgumentException if an argument is out of range
   * @throws ArithmeticException if the local date is outside the years 0000 to 9999
   */
  public String toString(int fractionDigits, int utcOffsetSeconds) {
    return PosixTimePrinter.local(this, fractionDigits, utcOffsetSeconds);
  }
}
