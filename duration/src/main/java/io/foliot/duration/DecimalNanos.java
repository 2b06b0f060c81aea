package io.foliot.duration;

/**
 * A decimal number in a text times the size of a unit, exactly, for any number of digits.
 *
 * <p>The number stands at {@code start}; {@code point} is the index after its whole digits and
 * {@code end} the index after the fraction. Without a fraction the two are equal.
 */
final class DecimalNanos {
  static final String TOO_LONG = "the value is over 18446744073709551615 ns, the longest duration";

  /** Above this, one more digit does not fit in 64 bits; at this, only 0 to 5 do. */
  private static final long LAST_TENTH = 1_844_674_407_370_955_161L;

  private static final long[] POWERS_OF_TEN = {
    1L,
    10L,
    100L,
    1_000L,
    10_000L,
    100_000L,
    1_000_000L,
    10_000_000L,
    100_000_000L,
    1_000_000_000L,
    10_000_000_000L,
    100_000_000_000L,
  };

  private DecimalNanos() {}

  /** The index after the ASCII digits that begin at {@code start}. */
  static int digitsEnd(CharSequence text, int start) {
    int i = start;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The whole nanoseconds of the number, rounded down. */
  static long floor(CharSequence text, int start, int point, int end, int unit) {
    long whole = whole(text, start, point);
    long size = DurationUnits.size(unit);
    if (Unsigned.multiplyHigh(whole, size) != 0) {
      throw new DurationParseException(text, start, TOO_LONG);
    }
    long nanos = whole * size;
    return end - point < 2 ? nanos : add(text, start, nanos, fraction(text, point, end, unit));
  }

  /** The sum of two numbers of nanoseconds, the second of which was read at {@code start}. */
  static long add(CharSequence text, int start, long a, long b) {
    long sum = a + b;
    if (Long.compareUnsigned(sum, a) < 0) {
      throw new DurationParseException(text, start, TOO_LONG);
    }
    return sum;
  }

  /**
   * What {@link #floor} cut off, in twentieths of a nanosecond, 0 to 19: two for each whole tenth,
   * and one if there is anything finer. That is all that rounding needs to know.
   */
  static int tail(CharSequence text, int point, int end, int unit) {
    if (end - point - 1 <= DurationUnits.decimals(unit)) {
      return 0;
    }
    long size = DurationUnits.size(unit);
    long tenths = 0;
    int finer = 0;
    for (int i = end - 1; i > point; i--) {
      if (tenths % 10 != 0) {
        finer = 1;
      }
      tenths = tenths / 10 + (text.charAt(i) - '0') * size;
    }
    return (int) (tenths % 10) * 2 + finer;
  }

  private static long whole(CharSequence text, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (value < 0 || value > LAST_TENTH || (value == LAST_TENTH && digit > 5)) {
        throw new DurationParseException(text, start, TOO_LONG);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long fraction(CharSequence text, int point, int end, int unit) {
    long size = DurationUnits.size(unit);
    int decimals = end - point - 1;
    if (decimals <= DurationUnits.decimals(unit)) {
      return whole(text, point + 1, end) * (size / POWERS_OF_TEN[decimals]);
    }
    // From the last digit to the first, so that a division by ten follows each digit. The floor of
    // a sum of a whole number and a fraction is the same if the fraction is cut first.
    long tenths = 0;
    for (int i = end - 1; i > point; i--) {
      tenths = tenths / 10 + (text.charAt(i) - '0') * size;
    }
    return tenths / 10;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
