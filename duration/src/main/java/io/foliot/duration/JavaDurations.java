package io.foliot.duration;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The bridge to {@code java.time}. What one side cannot hold is refused, never clipped.
 *
 * <p>This is the only class of the package that touches {@code java.time}. The classes there run
 * floating point when they are initialised ({@code java.time.Duration} uses {@code BigInteger}), so
 * code for machines without a floating-point unit leaves this class alone.
 *
 * <p>Thread safety: there is no state.
 */
public final class JavaDurations {
  private JavaDurations() {}

  /**
   * From {@code java.time}.
   *
   * @param duration PT0S to PT5124095H34M33.709551615S
   * @return the same duration
   * @throws IllegalArgumentException if {@code duration} is negative
   * @throws ArithmeticException if {@code duration} is longer
   */
  public static Duration from(java.time.Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration is never negative: got " + duration);
    }
    long seconds = Nanos.ofSeconds(duration.getSeconds());
    return Duration.ofUnsignedNanos(Nanos.plus(seconds, duration.getNano()));
  }

  /**
   * From {@code java.time}, or {@link Duration#MAX} if it is longer than that, as the duration of
   * {@link ChronoUnit#FOREVER} is.
   *
   * @param duration not negative
   * @return the shorter of {@code duration} and {@code MAX}
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public static Duration saturatingFrom(java.time.Duration duration) {
    return duration.compareTo(to(Duration.MAX)) > 0 ? Duration.MAX : from(duration);
  }

  /**
   * From {@code java.time}, with its sign.
   *
   * @param duration -PT5124095H34M33.709551615S to PT5124095H34M33.709551615S
   * @return the same duration
   * @throws ArithmeticException if {@code duration} is outside that range
   */
  public static SignedDuration fromSigned(java.time.Duration duration) {
    return duration.isNegative()
        ? SignedDuration.of(from(duration.negated())).negated()
        : SignedDuration.of(from(duration));
  }

  /**
   * To {@code java.time}, with its sign.
   *
   * @param duration any signed duration
   * @return the same duration
   */
  public static java.time.Duration to(SignedDuration duration) {
    java.time.Duration length = to(duration.abs());
    return duration.signum() < 0 ? length.negated() : length;
  }

  /**
   * To {@code java.time}, which holds every duration.
   *
   * @param duration any duration
   * @return the same duration
   */
  public static java.time.Duration to(Duration duration) {
    return java.time.Duration.ofSeconds(duration.toSeconds(), duration.subsecondPart());
  }

  /**
   * The time from one instant to a later one.
   *
   * @param start the earlier instant
   * @param end the later instant, or the same
   * @return {@code end − start}
   * @throws IllegalArgumentException if {@code end} is before {@code start}
   * @throws ArithmeticException if the difference is over 18446744073709551615 ns
   */
  public static Duration between(Instant start, Instant end) {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "a duration is never negative: the end " + end + " is before the start " + start);
    }
    return from(java.time.Duration.between(start, end));
  }

  /**
   * A duration in a unit of {@code java.time}.
   *
   * @param amount not negative
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @return the duration
   * @throws IllegalArgumentException if {@code amount} is negative, or if {@code unit} is longer
   *     than a week: the months and years of {@code java.time} follow the Gregorian calendar, where
   *     a year is 365.2425 d
   * @throws ArithmeticException if the duration is over 18446744073709551615 ns
   */
  public static Duration of(long amount, ChronoUnit unit) {
    Duration one = length(unit);
    if (amount < 0) {
      throw new IllegalArgumentException(
          "a duration is never negative: got " + amount + " " + unit);
    }
    return one.times(amount);
  }

  /**
   * Whole units of {@code java.time}, rounded down.
   *
   * @param duration any duration
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @return the count of whole units
   * @throws IllegalArgumentException if {@code unit} is longer than a week
   * @throws ArithmeticException if the count is over 9223372036854775807
   */
  public static long to(Duration duration, ChronoUnit unit) {
    return duration.dividedBy(length(unit));
  }

  /**
   * Units of {@code java.time}, rounded as told.
   *
   * @param duration any duration
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @param mode how to round
   * @return the count of units
   * @throws IllegalArgumentException if {@code unit} is longer than a week
   * @throws ArithmeticException if the count is over 9223372036854775807, or if {@code mode} is
   *     {@code UNNECESSARY} and something is left over
   */
  public static long to(Duration duration, ChronoUnit unit, RoundingMode mode) {
    return duration.dividedBy(length(unit), mode);
  }

  private static Duration length(ChronoUnit unit) {
    if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
      throw new IllegalArgumentException(
          unit + " have no fixed length; use a unit from NANOS to WEEKS, or Duration.ofYears");
    }
    return from(unit.getDuration());
  }
}
