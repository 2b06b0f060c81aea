package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;

/**
 * How fast a counter counts, or events happen, and the conversion between its ticks and
 * nanoseconds, exactly.
 *
 * <p>Ticks and nanoseconds are both <b>unsigned</b> 64-bit numbers. Products are 128 bits wide, so
 * that every result is the exact quotient rounded in the direction of the method's name: {@code
 * floor…} to measure how much time has certainly passed, {@code ceiling…} to wait at least as long
 * as asked. Results that do not fit in 64 bits are an {@link ArithmeticException}, or
 * 2<sup>64</sup> − 1 from the {@code saturating…} methods.
 *
 * <p>The conversion of a difference of two readings is right wherever the counter starts. Do not
 * add up converted differences: each is rounded. Convert the difference from one fixed reading
 * instead.
 *
 * <p>{@link TickScale} is the same with a multiplication and a shift in place of the division.
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

  // Making

  /**
   * The rate of a counter of a whole number of hertz.
   *
   * @param hertz ticks per second, at least 1, for example 32768
   * @return the rate
   * @throws IllegalArgumentException if {@code hertz} is 0 or negative
   */
  public static TickRate ofHertz(long hertz) {
    checkPositive(hertz, "hertz");
    return ofRatio(hertz, Nanos.PER_SECOND);
  }

  /**
   * The rate of a counter of a rational number of hertz, for example 125/3.
   *
   * @param numerator ticks in {@code seconds}, at least 1
   * @param seconds how many seconds the ticks take, 1 to 18446744073
   * @return the rate
   * @throws IllegalArgumentException if either is 0 or negative
   * @throws ArithmeticException if {@code seconds} is larger
   */
  public static TickRate ofHertz(long numerator, long seconds) {
    checkPositive(numerator, "ticks");
    checkPositive(seconds, "seconds");
    return ofRatio(numerator, Nanos.ofSeconds(seconds));
  }

  /**
   * The rate of a counter that makes so many ticks in so many nanoseconds.
   *
   * @param ticks unsigned, not 0
   * @param nanos unsigned nanoseconds, not 0
   * @return the rate
   * @throws IllegalArgumentException if either is 0
   */
  public static TickRate ofRatio(long ticks, long nanos) {
    if (ticks == 0 || nanos == 0) {
      throw new IllegalArgumentException(
          "a tick rate needs ticks and nanoseconds that are not 0: got "
              + Unsigned.toText(ticks)
              + " ticks in "
              + Unsigned.toText(nanos)
              + " ns");
    }
    long common = commonDivisor(ticks, nanos);
    return new TickRate(Unsigned.divide(ticks, common), Unsigned.divide(nanos, common));
  }

  // The rate itself

  /**
   * The ticks of the rate as a fraction in lowest terms.
   *
   * @return unsigned: so many ticks in {@link #nanos()} nanoseconds
   */
  public long ticks() {
    return ticks;
  }

  /**
   * The nanoseconds of the rate as a fraction in lowest terms.
   *
   * @return unsigned nanoseconds in which the counter makes {@link #ticks()} ticks
   */
  public long nanos() {
    return nanos;
  }

  // Converting

  /**
   * The time that a number of ticks takes, rounded down.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   * @throws ArithmeticException if the result is over 18446744073709551615 ns
   */
  public long floorToNanos(long ticks) {
    return floor(ticks, nanos, this.ticks, "ticks", "ns");
  }

  /**
   * The time that a number of ticks takes, rounded up.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   * @throws ArithmeticException if the result is over 18446744073709551615 ns
   */
  public long ceilingToNanos(long ticks) {
    return ceiling(ticks, nanos, this.ticks, "ticks", "ns");
  }

  /**
   * The ticks that fit in a time.
   *
   * @param nanos unsigned nanoseconds
   * @return unsigned ticks, rounded down
   * @throws ArithmeticException if the result is over 18446744073709551615 ticks
   */
  public long floorToTicks(long nanos) {
    return floor(nanos, ticks, this.nanos, "ns", "ticks");
  }

  /**
   * The ticks to wait for until a time has passed.
   *
   * @param nanos unsigned nanoseconds
   * @return unsigned ticks, rounded up
   * @throws ArithmeticException if the result is over 18446744073709551615 ticks
   */
  public long ceilingToTicks(long nanos) {
    return ceiling(nanos, ticks, this.nanos, "ns", "ticks");
  }

  /**
   * The time that a number of ticks, or of any events at this rate, takes.
   *
   * @param ticks unsigned
   * @param mode how to round
   * @return the time
   * @throws ArithmeticException if the result is longer than {@link Duration#MAX}, or if {@code
   *     mode} is {@code UNNECESSARY} and something is left over
   */
  public Duration timeOf(long ticks, RoundingMode mode) {
    return Duration.ofUnsignedNanos(rounded(ticks, nanos, this.ticks, mode, "ticks", "ns"));
  }

  /**
   * How many ticks, or any events at this rate, there are in a time.
   *
   * @param time any duration
   * @param mode how to round
   * @return unsigned ticks
   * @throws ArithmeticException if the result is over 18446744073709551615 ticks, or if {@code
   *     mode} is {@code UNNECESSARY} and something is left over
   */
  public long ticksIn(Duration time, RoundingMode mode) {
    return rounded(time.toUnsignedNanos(), ticks, nanos, mode, "ns", "ticks");
  }

  /**
   * As {@link #floorToNanos}, or {@link Nanos#MAX} if the result is longer than that.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   */
  public long saturatingFloorToNanos(long ticks) {
    return saturatingFloor(ticks, nanos, this.ticks);
  }

  /**
   * As {@link #ceilingToNanos}, or {@link Nanos#MAX} if the result is longer than that.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   */
  public long saturatingCeilingToNanos(long ticks) {
    return saturatingCeiling(ticks, nanos, this.ticks);
  }

  /**
   * As {@link #floorToTicks}, or 2<sup>64</sup> − 1 if the result is more than that.
   *
   * @param nanos unsigned nanoseconds
   * @return unsigned ticks
   */
  public long saturatingFloorToTicks(long nanos) {
    return saturatingFloor(nanos, ticks, this.nanos);
  }

  /**
   * As {@link #ceilingToTicks}, or 2<sup>64</sup> − 1 if the result is more than that.
   *
   * @param nanos unsigned nanoseconds
   * @return unsigned ticks
   */
  public long saturatingCeilingToTicks(long nanos) {
    return saturatingCeiling(nanos, ticks, this.nanos);
  }

  /**
   * Two rates are equal if they are the same fraction: 1000 Hz is 1 tick in 1000000 ns.
   *
   * @param other anything
   * @return whether {@code other} is the same rate
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

  /**
   * The rate as text.
   *
   * @return for example {@code 3 ticks in 125000 ns}
   */
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
      throw overflow(value, from, to);
    }
    return Unsigned.divide(high, low, divisor);
  }

  private static long ceiling(long value, long factor, long divisor, String from, String to) {
    long floor = floor(value, factor, divisor, from, to);
    // The remainder is below 2^64, so the low halves are enough to find it.
    if (floor * divisor == value * factor) {
      return floor;
    }
    if (floor == Nanos.MAX) {
      throw overflow(value, from, to);
    }
    return floor + 1;
  }

  private static long rounded(
      long value, long factor, long divisor, RoundingMode mode, String from, String to) {
    long floor = floor(value, factor, divisor, from, to);
    int more = Rounding.increment(mode, value * factor - floor * divisor, divisor, floor);
    if (more != 0 && floor == Nanos.MAX) {
      throw overflow(value, from, to);
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

  private static ArithmeticException overflow(long value, String from, String to) {
    return new ArithmeticException(
        Unsigned.toText(value) + " " + from + " are over 18446744073709551615 " + to);
  }

  private static void checkPositive(long value, String what) {
    if (value <= 0) {
      throw new IllegalArgumentException("a tick rate needs at least 1 " + what + ": got " + value);
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
