package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The difference of two times or durations: a {@link Duration} and a sign, −18446744073709551615 ns
 * to 18446744073709551615 ns. For skew, drift, and early or late.
 *
 * <p>Every difference of two durations, and of two readings of one clock, has exactly one signed
 * duration. {@link #abs()} leads back to lengths.
 *
 * <p>A result outside the range is an {@link ArithmeticException}; nothing wraps around. Jackson
 * writes and reads the text of {@link #toString()}.
 *
 * <p>Value semantics: compare with {@link #equals}, not with {@code ==}. Thread safety: immutable.
 */
public final class SignedDuration implements Comparable<SignedDuration> {
  /** No difference. */
  public static final SignedDuration ZERO = new SignedDuration(0, false);

  /** The largest difference backwards, −18446744073709551615 ns. */
  public static final SignedDuration MIN = new SignedDuration(Nanos.MAX, true);

  /** The largest difference forwards, 18446744073709551615 ns. */
  public static final SignedDuration MAX = new SignedDuration(Nanos.MAX, false);

  private static final String ONE_SIGN = "one sign may stand before everything, and no other";

  /** Unsigned nanoseconds. */
  private final long magnitude;

  /** False for zero. */
  private final boolean negative;

  private SignedDuration(long magnitude, boolean negative) {
    this.magnitude = magnitude;
    this.negative = negative && magnitude != 0;
  }

  /**
   * A length with the sign plus: the reverse of {@link #abs()}.
   *
   * @param duration any duration
   * @return that duration
   */
  public static SignedDuration of(Duration duration) {
    return new SignedDuration(duration.toUnsignedNanos(), false);
  }

  /**
   * A signed duration of nanoseconds.
   *
   * @param nanos any number
   * @return that duration
   */
  public static SignedDuration ofNanos(long nanos) {
    // The magnitude of Long.MIN_VALUE is right as an unsigned number.
    return new SignedDuration(nanos < 0 ? -nanos : nanos, nanos < 0);
  }

  /**
   * The difference of two raw durations, or of two readings: clock A minus clock B.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   * @return {@code a − b}, exactly
   */
  public static SignedDuration ofDifference(long a, long b) {
    return new SignedDuration(Nanos.absDiff(a, b), Nanos.compare(a, b) < 0);
  }

  /**
   * Reads a signed duration: what {@link Duration#parse(CharSequence)} reads, after an optional
   * {@code +} or {@code -}: {@code -1.5s}, {@code +PT1M}, {@code -0}.
   *
   * @param text the text
   * @return the signed duration
   * @throws DurationParseException if the text is anything else; it tells where
   */
  @JsonCreator
  public static SignedDuration parse(CharSequence text) {
    boolean minus = text.length() > 0 && text.charAt(0) == '-';
    int start = minus ? 1 : 0;
    if (minus && text.length() > 1 && text.charAt(1) == '+') {
      throw new DurationParseException(text, 1, ONE_SIGN);
    }
    try {
      return new SignedDuration(
          Nanos.parse(DurationHints.part(text, start, text.length(), false)), minus);
    } catch (DurationParseException e) {
      int at = e.index() + start;
      if (at < text.length() && text.charAt(at) == '-') {
        throw new DurationParseException(text, at, ONE_SIGN);
      }
      throw e.in(text, start);
    }
  }

  /**
   * The length without the sign.
   *
   * @return the absolute value
   */
  public Duration abs() {
    return Duration.ofUnsignedNanos(magnitude);
  }

  /**
   * The sign.
   *
   * @return −1, 0 or 1
   */
  public int signum() {
    return negative ? -1 : magnitude == 0 ? 0 : 1;
  }

  /**
   * The same length with the other sign.
   *
   * @return {@code −this}
   */
  public SignedDuration negated() {
    return new SignedDuration(magnitude, !negative);
  }

  /**
   * Nanoseconds as a signed number.
   *
   * @return the nanoseconds
   * @throws ArithmeticException if they do not fit in a {@code long} (about 292 years)
   */
  public long toNanos() {
    long nanos = negative ? -magnitude : magnitude;
    if (nanos < 0 != negative) {
      throw new ArithmeticException(toString() + " does not fit in a long of nanoseconds");
    }
    return nanos;
  }

  /**
   * The sum.
   *
   * @param other what to add
   * @return {@code this + other}
   * @throws ArithmeticException if the sum is outside the range
   */
  public SignedDuration plus(SignedDuration other) {
    if (negative != other.negative) {
      return new SignedDuration(
          Nanos.absDiff(magnitude, other.magnitude),
          negative == Nanos.compare(magnitude, other.magnitude) >= 0);
    }
    long sum = magnitude + other.magnitude;
    if (Nanos.compare(sum, magnitude) < 0) {
      throw Refusals.signedSum(toString() + " + " + other.toString());
    }
    return new SignedDuration(sum, negative);
  }

  /**
   * The difference.
   *
   * @param other what to take away
   * @return {@code this − other}
   * @throws ArithmeticException if the difference is outside the range
   */
  public SignedDuration minus(SignedDuration other) {
    return plus(other.negated());
  }

  /**
   * Orders from the largest difference backwards to the largest forwards.
   *
   * @param other any signed duration
   * @return negative, zero or positive as this is less than, equal to or more than {@code other}
   */
  @Override
  public int compareTo(SignedDuration other) {
    if (negative != other.negative) {
      return negative ? -1 : 1;
    }
    int lengths = Nanos.compare(magnitude, other.magnitude);
    return negative ? -lengths : lengths;
  }

  /**
   * Two signed durations are equal if they have the same sign and length.
   *
   * @param other anything
   * @return whether {@code other} is an equal signed duration
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof SignedDuration
        && magnitude == ((SignedDuration) other).magnitude
        && negative == ((SignedDuration) other).negative;
  }

  @Override
  public int hashCode() {
    int hash = (int) (magnitude ^ (magnitude >>> 32));
    return negative ? ~hash : hash;
  }

  /**
   * The sign and the text of the length, which {@link #parse} reads back.
   *
   * @return for example {@code +1.5s}, {@code -2m30s}, {@code 0s}
   */
  @JsonValue
  @Override
  public String toString() {
    return toString(DurationFormat.COMPACT);
  }

  /**
   * The sign and the length in a format.
   *
   * @param format any format
   * @return for example {@code -PT2M30S}
   */
  public String toString(DurationFormat format) {
    String length = format.format(magnitude);
    return magnitude == 0 ? length : (negative ? "-" : "+") + length;
  }
}
