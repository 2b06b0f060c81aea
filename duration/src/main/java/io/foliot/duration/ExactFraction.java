package io.foliot.duration;

/**
 * A decimal fraction of any length times the size of a unit, exactly. It is evaluated from the last
 * digit to the first, so that each digit costs one division by ten and no intermediate value
 * exceeds ten times the unit.
 *
 * <p>The digits are those after {@code point} and before {@code end}.
 */
final class ExactFraction {
  static final int TWENTIETHS_PER_NANO = 20;

  private ExactFraction() {}

  /** {@return the whole nanoseconds} */
  static long floor(CharSequence text, int point, int end, int unit) {
    return tenths(text, point, end, unit) / 10;
  }

  /**
   * {@return the fraction below {@link #floor} in twentieths of a nanosecond, rounded to odd: 0 to
   * 19} An odd number says that something finer follows, so every rounding mode rounds this number
   * as it would round the exact fraction.
   */
  static int twentieths(CharSequence text, int point, int end, int unit) {
    int tenth = (int) (tenths(text, point, end, unit) % 10);
    return tenth * 2 + (isFinerThanTenths(text, point, end, unit) ? 1 : 0);
  }

  private static long tenths(CharSequence text, int point, int end, int unit) {
    long size = DurationUnits.size(unit);
    long tenths = 0;
    for (int i = end - 1; i > point; i--) {
      // The division truncates less than one, so the sum has the right floor.
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
