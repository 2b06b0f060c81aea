package io.foliot.duration;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Converts to and from {@code java.time}. A value that the other side cannot hold is an exception,
 * never clipped.
 *
 * <p>This is the only class of the package that uses {@code java.time}, whose static initializers
 * run floating point ({@code java.time.Duration} uses {@code BigInteger}). Code for machines
 * without a floating-point unit must not use it.
 *
 * <p>Thread safety: stateless.
 */
public final class JavaDurations {
  private JavaDurations() {}

  /**
   * {@return the same duration}
   *
   * @param duration PT0S to PT5124095H34M33.709551615S
   * @throws IllegalArgumentException if {@code duration} is negative
   * @throws ArithmeticException if {@code duration} exceeds {@link Duration#MAX}
   */
  public static Duration from(java.time.Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration must not be negative, got " + duration);
    }
    long seconds = Nanos.ofSeconds(duration.getSeconds());
    return Duration.ofUnsignedNanos(Nanos.plus(seconds, duration.getNano()));
  }

  /**
   * {@return the same duration, or {@link Duration#MAX} if {@code duration} exceeds that, as the
   * duration of {@link ChronoUnit#FOREVER} does}
   *
   * @param duration not negative
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public static Duration saturatingFrom(java.time.Duration duration) {
    return duration.compareTo(to(Duration.MAX)) > 0 ? Duration.MAX : from(duration);
  }

  /**
   * {@return the same duration}
   *
   * @param duration -PT5124095H34M33.709551615S to PT5124095H34M33.709551615S
   * @throws ArithmeticException if {@code duration} is outside that range
   */
  public static SignedDuration fromSigned(java.time.Duration duration) {
    // The most negative duration of java.time has no negation.
    if (duration.compareTo(to(SignedDuration.MIN)) < 0
        || duration.compareTo(to(SignedDuration.MAX)) > 0) {
      throw DurationErrors.signedRange(duration.toString());
    }
    return duration.isNegative()
        ? SignedDuration.of(from(duration.negated())).negated()
        : SignedDuration.of(from(duration));
  }

  /**
   * {@return the same duration}
   *
   * @param duration any signed duration
   */
  public static java.time.Duration to(SignedDuration duration) {
    java.time.Duration length = to(duration.abs());
    return duration.signum() < 0 ? length.negated() : length;
  }

  /**
   * {@return the same duration}
   *
   * @param duration any duration
   */
  public static java.time.Duration to(Duration duration) {
    return java.time.Duration.ofSeconds(duration.toSeconds(), duration.subsecondPart());
  }

  /**
   * {@return {@code end − start}}
   *
   * @param start the earlier instant
   * @param end the later instant, or the same one
   * @throws IllegalArgumentException if {@code end} is before {@code start}
   * @throws ArithmeticException if the result exceeds {@link Duration#MAX}
   */
  public static Duration between(Instant start, Instant end) {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "the end must not be before the start, got start " + start + " and end " + end);
    }
    return from(java.time.Duration.between(start, end));
  }

  /**
   * {@return a duration in a unit of {@code java.time}}
   *
   * @param amount not negative
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @throws IllegalArgumentException if {@code amount} is negative, or {@code unit} is longer than
   *     a week: the months and years of {@code java.time} are Gregorian, with 365.2425 d to the
   *     year
   * @throws ArithmeticException if the result exceeds {@link Duration#MAX}
   */
  public static Duration of(long amount, ChronoUnit unit) {
    Duration one = length(unit);
    if (amount < 0) {
      throw new IllegalArgumentException(
          "a duration must not be negative, got " + amount + " " + unit);
    }
    return one.times(amount);
  }

  /**
   * {@return whole units, rounded down}
   *
   * @param duration any duration
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @throws IllegalArgumentException if {@code unit} is longer than a week
   * @throws ArithmeticException if the result exceeds {@code Long.MAX_VALUE}
   */
  public static long to(Duration duration, ChronoUnit unit) {
    return duration.dividedBy(length(unit));
  }

  /**
   * {@return units, rounded as {@code mode} says}
   *
   * @param duration any duration
   * @param unit {@code NANOS} to {@code WEEKS}; a day is 24 h
   * @param mode how to round
   * @throws IllegalArgumentException if {@code unit} is longer than a week
   * @throws ArithmeticException if the result exceeds {@code Long.MAX_VALUE}, or if {@code mode} is
   *     {@code UNNECESSARY} and the result is inexact
   */
  public static long to(Duration duration, ChronoUnit unit, RoundingMode mode) {
    return duration.dividedBy(length(unit), mode);
  }

  private static Duration length(ChronoUnit unit) {
    if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
      throw new IllegalArgumentException(
          "the unit " + unit + " has no fixed length; use NANOS to WEEKS, or Duration.ofYears");
    }
    return from(unit.getDuration());
  }
}
