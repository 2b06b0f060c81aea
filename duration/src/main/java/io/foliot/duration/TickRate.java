package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;

/**
 * The rate of a counter, or of events, and exact conversion between its ticks and nanoseconds.
 *
 * <p>Ticks and nanoseconds are <b>unsigned</b> 64-bit numbers and products are 128 bits wide, so
 * every result is the exact quotient, rounded in the direction of the method's name: {@code floor…}
 * for the time that has certainly passed, {@code ceiling…} to wait no less than asked. A result
 * that exceeds 64 bits is an {@link ArithmeticException}, or 2<sup>64</sup> − 1 from the {@code
 * saturating…} methods.
 *
 * <p>Convert the difference from one fixed reading. A sum of converted differences accumulates
 * their rounding errors. {@link TickScale} replaces the division with a multiplication and a shift.
 *
 * <p>Thread safety: immutable.
 */
public final class TickRate {
  private final long ticks;
  private final long nanos;

  private TickRate(long ticks, long nanos) {
    this.ticks = ticks;
    this.nanos = nanos;
  }

  // Construction

  /**
   * {@return the rate of a counter with a whole number of hertz}
   *
   * @param hertz ticks per second, at least 1; for example 32768
   * @throws IllegalArgumentException if {@code hertz} is 0 or negative
   */
  public static TickRate ofHertz(long hertz) {
    checkPositive(hertz, "hertz");
    return ofRatio(hertz, Nanos.PER_SECOND);
  }

  /**
   * {@return the rate of a counter with a rational number of hertz, such as 125/3}
   *
   * @param numerator ticks in {@code seconds}, at least 1
   * @param seconds 1 to 18446744073
   * @throws IllegalArgumentException if either is 0 or negative
   * @throws ArithmeticException if {@code seconds} is larger
   */
  public static TickRate ofHertz(long numerator, long seconds) {
    checkPositive(numerator, "ticks");
    checkPositive(seconds, "seconds");
    return ofRatio(numerator, Nanos.ofSeconds(seconds));
  }

  /**
   * {@return the rate of {@code ticks} in {@code nanos}}
   *
   * @param ticks unsigned, not 0
   * @param nanos unsigned nanoseconds, not 0
   * @throws IllegalArgumentException if either is 0
   */
  public static TickRate ofRatio(long ticks, long nanos) {
    if (ticks == 0 || nanos == 0) {
      throw new IllegalArgumentException(
          "the ticks and nanoseconds of a tick rate must be positive, got "
              + Unsigned.toText(ticks)
              + " ticks in "
              + Unsigned.toText(nanos)
              + " ns");
    }
    long common = commonDivisor(ticks, nanos);
    return new TickRate(Unsigned.divide(ticks, common), Unsigned.divide(nanos, common));
  }

  /** {@return the numerator of the rate in lowest terms: unsigned ticks in {@link #nanos()}} */
  public long ticks() {
    return ticks;
  }

  /**
   * {@return the denominator of the rate in lowest terms: unsigned nanoseconds for {@link
   * #ticks()}}
   */
  public long nanos() {
    return nanos;
  }

  // Conversion

  /**
   * {@return the time of {@code ticks} in unsigned nanoseconds, rounded down}
   *
   * @param ticks unsigned
   * @throws ArithmeticException if the result exceeds {@link Nanos#MAX}
   */
  public long floorToNanos(long ticks) {
    return floor(ticks, nanos, this.ticks, "ticks", "ns");
  }

  /**
   * {@return the time of {@code ticks} in unsigned nanoseconds, rounded up}
   *
   * @param ticks unsigned
   * @throws ArithmeticException if the result exceeds {@link Nanos#MAX}
   */
  public long ceilingToNanos(long ticks) {
    return ceiling(ticks, nanos, this.ticks, "ticks", "ns");
  }

  /**
   * {@return the unsigned ticks in {@code nanos}, rounded down}
   *
   * @param nanos unsigned nanoseconds
   * @throws ArithmeticException if the result exceeds 2<sup>64</sup> − 1
   */
  public long floorToTicks(long nanos) {
    return floor(nanos, ticks, this.nanos, "ns", "ticks");
  }

  /**
   * {@return the unsigned ticks in {@code nanos}, rounded up}
   *
   * @param nanos unsigned nanoseconds
   * @throws ArithmeticException if the result exceeds 2<sup>64</sup> − 1
   */
  public long ceilingToTicks(long nanos) {
    return ceiling(nanos, ticks, this.nanos, "ns", "ticks");
  }

  /**
   * {@return the time that a number of ticks, or of events, takes at this rate}
   *
   * @param ticks unsigned
   * @param mode how to round
   * @throws ArithmeticException if the result exceeds {@link Duration#MAX}, or if {@code mode} is
   *     {@code UNNECESSARY} and the result is inexact
   */
  public Duration timeOf(long ticks, RoundingMode mode) {
    return Duration.ofUnsignedNanos(rounded(ticks, nanos, this.ticks, mode, "ticks", "ns"));
  }

  /**
   * {@return the unsigned number of ticks, or of events, in a time at this rate}
   *
   * @param time any duration
   * @param mode how to round
   * @throws ArithmeticException if the result exceeds 2<sup>64</sup> − 1, or if {@code mode} is
   *     {@code UNNECESSARY} and the result is inexact
   */
  public long ticksIn(Duration time, RoundingMode mode) {
    return rounded(time.toUnsignedNanos(), ticks, nanos, mode, "ns", "ticks");
  }

  /**
   * {@return as {@link #floorToNanos}, or {@link Nanos#MAX} if the result exceeds that}
   *
   * @param ticks unsigned
   */
  public long saturatingFloorToNanos(long ticks) {
    return saturatingFloor(ticks, nanos, this.ticks);
  }

  /**
   * {@return as {@link #ceilingToNanos}, or {@link Nanos#MAX} if the result exceeds that}
   *
   * @param ticks unsigned
   */
  public long saturatingCeilingToNanos(long ticks) {
    return saturatingCeiling(ticks, nanos, this.ticks);
  }

  /**
   * {@return as {@link #floorToTicks}, or 2<sup>64</sup> − 1 if the result exceeds that}
   *
   * @param nanos unsigned nanoseconds
   */
  public long saturatingFloorToTicks(long nanos) {
    return saturatingFloor(nanos, ticks, this.nanos);
  }

  /**
   * {@return as {@link #ceilingToTicks}, or 2<sup>64</sup> − 1 if the result exceeds that}
   *
   * @param nanos unsigned nanoseconds
   */
  public long saturatingCeilingToTicks(long nanos) {
    return saturatingCeiling(nanos, ticks, this.nanos);
  }

  /**
   * {@return whether {@code other} is the same fraction: 1000 Hz equals 1 tick in 1000000 ns}
   *
   * @param other any object
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof TickRate
        && ticks == ((TickRate) other).ticks
        && nanos == ((TickRate) other).nanos;
  }

  @Override
  public int hashCode() {
    long mixed = ticks * 31 + nanos;
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** {@return the rate as text, such as {@code 3 ticks in 125000 ns}} */
  @JsonValue
  @Override
  public String toString() {
    return Unsigned.toText(ticks) + " ticks in " + Unsigned.toText(nanos) + " ns";
  }

  private static long floor(long value, long factor, long divisor, String from, String to) {
    long high = Unsigned.multiplyHigh(value, factor);
    long low = value * factor;
    if ((high | low | divisor) >= 0 && high == 0) {
      return low / divisor;
    }
    if (!Unsigned.less(high, divisor)) {
      throw DurationErrors.conversion(value, from, to);
    }
    return Unsigned.divide(high, low, divisor);
  }

  private static long ceiling(long value, long factor, long divisor, String from, String to) {
    long floor = floor(value, factor, divisor, from, to);
    // The remainder is below 2^64, so comparing the low halves is enough.
    if (floor * divisor == value * factor) {
      return floor;
    }
    if (floor == Nanos.MAX) {
      throw DurationErrors.conversion(value, from, to);
    }
    return floor + 1;
  }

  private static long rounded(
      long value, long factor, long divisor, RoundingMode mode, String from, String to) {
    long floor = floor(value, factor, divisor, from, to);
    int more = Rounding.increment(mode, value * factor - floor * divisor, divisor, floor);
    if (more != 0 && floor == Nanos.MAX) {
      throw DurationErrors.conversion(value, from, to);
    }
    return floor + more;
  }

  private static long saturatingFloor(long value, long factor, long divisor) {
    long high = Unsigned.multiplyHigh(value, factor);
    return Unsigned.less(high, divisor)
        ? Unsigned.divide(high, value * factor, divisor)
        : Nanos.MAX;
  }

  private static long saturatingCeiling(long value, long factor, long divisor) {
    long floor = saturatingFloor(value, factor, divisor);
    return floor == Nanos.MAX || floor * divisor == value * factor ? floor : floor + 1;
  }

  private static void checkPositive(long value, String unitName) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "a tick rate must be positive, got " + value + " " + unitName);
    }
  }

  private static long commonDivisor(long a, long b) {
    long larger = a;
    long smaller = b;
    while (smaller != 0) {
      long rest = Unsigned.remainder(larger, smaller);
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }
}
