package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A difference of two times or durations: a {@link Duration} with a sign, −18446744073709551615 ns
 * to 18446744073709551615 ns. For skew, drift, and early or late:
 *
 * <pre>{@code
 * Duration planned = Duration.ofSeconds(2);
 * SignedDuration late = Duration.ofMillis(3_500).signedMinus(planned);
 * late.toString();                               // +1.5s
 * late.signum() > 0;                             // true
 * late.abs();                                    // 1.5s
 * SignedDuration.parse("-2m30s").toNanos();      // -150000000000
 * }</pre>
 *
 * <p>The difference of any two durations, or of two readings of a clock, is exactly one signed
 * duration. A result outside the range is an {@link ArithmeticException}; nothing wraps around.
 * Jackson writes and reads the text of {@link #toString()}.
 *
 * <p>Value semantics: compare with {@link #equals}, not with {@code ==}. Thread safety: immutable.
 */
public final class SignedDuration implements Comparable<SignedDuration> {
  /** No difference. */
  public static final SignedDuration ZERO = new SignedDuration(0, false);

  /** The most negative difference, −18446744073709551615 ns. */
  public static final SignedDuration MIN = new SignedDuration(Nanos.MAX, true);

  /** The most positive difference, 18446744073709551615 ns. */
  public static final SignedDuration MAX = new SignedDuration(Nanos.MAX, false);

  private static final String ONE_SIGN = "a sign is allowed only once, at the start";

  /** Unsigned nanoseconds. */
  private final long magnitude;

  /** False for zero. */
  private final boolean negative;

  private SignedDuration(long magnitude, boolean negative) {
    this.magnitude = magnitude;
    this.negative = negative && magnitude != 0;
  }

  /**
   * {@return the duration as a positive difference, or zero} {@link #abs()} reverses it.
   *
   * @param duration any duration
   */
  public static SignedDuration of(Duration duration) {
    return new SignedDuration(duration.toUnsignedNanos(), false);
  }

  /**
   * {@return a difference in nanoseconds}
   *
   * @param nanos any number
   */
  public static SignedDuration ofNanos(long nanos) {
    // The magnitude of Long.MIN_VALUE overflows to the right unsigned number.
    return new SignedDuration(nanos < 0 ? -nanos : nanos, nanos < 0);
  }

  /**
   * {@return {@code a − b}, exactly} For raw durations, or for readings of two clocks.
   *
   * @param a unsigned nanoseconds
   * @param b unsigned nanoseconds
   */
  public static SignedDuration ofDifference(long a, long b) {
    return new SignedDuration(Nanos.absDiff(a, b), Nanos.compare(a, b) < 0);
  }

  /**
   * {@return the difference that the text names} The text is an optional {@code +} or {@code -}
   * before what {@link Duration#parse(CharSequence)} parses: {@code -1.5s}, {@code +PT1M}, {@code
   * -0}.
   *
   * @param text the text
   * @throws DurationParseException if the text is anything else
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
          DurationParser.STRICT.parseNanos(AsciiText.copy(text, start, text.length())), minus);
    } catch (DurationParseException e) {
      int at = e.index() + start;
      if (at < text.length() && text.charAt(at) == '-') {
        throw new DurationParseException(text, at, ONE_SIGN);
      }
      throw e.in(text, start);
    }
  }

  /** {@return the absolute value} */
  public Duration abs() {
    return Duration.ofUnsignedNanos(magnitude);
  }

  /** {@return −1, 0 or 1} */
  public int signum() {
    return negative ? -1 : magnitude == 0 ? 0 : 1;
  }

  /** {@return {@code −this}} */
  public SignedDuration negated() {
    return new SignedDuration(magnitude, !negative);
  }

  /**
   * {@return the difference in nanoseconds}
   *
   * @throws ArithmeticException if it exceeds the range of a {@code long}, about ±292 years
   */
  public long toNanos() {
    long nanos = negative ? -magnitude : magnitude;
    if (nanos < 0 != negative) {
      throw DurationErrors.signedNanos(this);
    }
    return nanos;
  }

  /**
   * {@return {@code this + other}}
   *
   * @param other any difference
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
      throw DurationErrors.signedSum(this, other);
    }
    return new SignedDuration(sum, negative);
  }

  /**
   * {@return {@code this − other}}
   *
   * @param other any difference
   * @throws ArithmeticException if the result is outside the range
   */
  public SignedDuration minus(SignedDuration other) {
    return plus(other.negated());
  }

  /**
   * {@return a negative number, zero or a positive number as this is less than, equal to or greater
   * than {@code other}}
   *
   * @param other any difference
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
   * {@return whether {@code other} is a signed duration of the same length and sign}
   *
   * @param other any object
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
   * {@return the sign and the length, such as {@code +1.5s}, {@code -2m30s} or {@code 0s}} {@link
   * #parse} reads it back.
   */
  @JsonValue
  @Override
  public String toString() {
    return toString(DurationFormat.COMPACT);
  }

  /**
   * {@return the sign and the length in a format, such as {@code -PT2M30S}}
   *
   * @param format any format
   */
  public String toString(DurationFormat format) {
    String length = format.format(magnitude);
    return magnitude == 0 ? length : (negative ? "-" : "+") + length;
  }
}
