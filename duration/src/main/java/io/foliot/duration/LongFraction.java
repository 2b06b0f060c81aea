package io.foliot.duration;

/**
 * A decimal fraction of any length, times the size of a unit, exactly. It is read from its last
 * digit to its first, so that after each digit there is one division by ten, and nothing is ever
 * larger than ten times the unit.
 *
 * <p>The digits stand after {@code point} and before {@code end}.
 */
final class LongFraction {
  /** How many tails there are in a nanosecond. */
  static final int TAILS = 20;

  private LongFraction() {}

  /** The whole nanoseconds. */
  static long floor(CharSequence text, int point, int end, int unit) {
    return tenths(text, point, end, unit) / 10;
  }

  /**
   * What {@link #floor} cuts off, 0 to 19: two for each whole tenth of a nanosecond, and one if
   * there is anything finer. That is all that rounding needs to know.
   */
  static int tail(CharSequence text, int point, int end, int unit) {
    int tenth = (int) (tenths(text, point, end, unit) % 10);
    return tenth * 2 + (isFinerThanTenths(text, point, end, unit) ? 1 : 0);
  }

  private static long tenths(CharSequence text, int point, int end, int unit) {
    long size = DurationUnits.size(unit);
    long tenths = 0;
    for (int i = end - 1; i > point; i--) {
      // What the division cuts off stays below one, so that the floor of the sum is right.
      tenths = tenths / 10 + (text.charAt(i) - '0') * size;
    }
    return tenths;
  }

  private static boolean isFinerThanTenths(CharSequence text, int point, int end, int unit) {
    long size = DurationUnits.size(unit);
    long tenths = 0;
    for (int i = end - 1; i > point + 1; i--) {
      tenths = tenths / 10 + (text.charAt(i) - '0') * size;
      if (tenths % 10 != 0) {
        return true;
      }
    }
    return false;
  }
}
