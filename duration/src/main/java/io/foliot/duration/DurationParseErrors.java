package io.foliot.duration;

import java.math.RoundingMode;

/**
 * The exceptions of {@link DurationScanner}. Each says what was found and what was expected, or,
 * where {@link DurationHints} recognizes what was meant, what to write instead.
 */
final class DurationParseErrors {
  private static final int MAX_QUOTED_WORD = 20;

  private DurationParseErrors() {}

  static DurationParseException empty(CharSequence text, int at) {
    return unexpected(text, at, "expected a duration such as 1h30m or PT1H30M");
  }

  static DurationParseException noNumber(CharSequence text, int number, int end, int notation) {
    if (number < text.length() && text.charAt(number) == '-') {
      return new DurationParseException(text, number, "a duration must not be negative");
    }
    String hint = DurationHints.insteadOfNumber(text, end, number, notation);
    if (hint != null) {
      return unexpected(text, end, hint);
    }
    return unexpected(text, end, end > number ? "expected a digit" : "expected a number");
  }

  static DurationParseException noUnit(CharSequence text, int number, int at, int notation) {
    String hint = DurationHints.insteadOfUnit(text, number, at, notation);
    if (hint != null) {
      return unexpected(text, at, hint);
    }
    if (notation == DurationUnits.COMPACT) {
      return unexpected(text, at, "expected a unit: y, w, d, h, m, s, ms, us or ns");
    }
    return unexpected(
        text,
        at,
        notation == DurationUnits.ISO_TIME
            ? "expected H, M or S"
            : "expected W or D, or T before H, M or S");
  }

  static DurationParseException repeatedUnit(CharSequence text, int at, int notation) {
    return new DurationParseException(
        text,
        at,
        notation == DurationUnits.COMPACT
            ? "the unit is repeated; write it once, with the sum"
            : "ISO 8601 units go from largest to smallest, each at most once");
  }

  static DurationParseException tooLong(CharSequence text, int at) {
    return new DurationParseException(
        text, at, "the value exceeds the maximum duration, 18446744073709551615 ns");
  }

  /**
   * Checks a fraction finer than a nanosecond: it needs a rounding mode, and must be the only one,
   * because two could add up to a whole nanosecond.
   *
   * @param earlier the {@link ExactFraction#twentieths} of the numbers before
   * @param twentieths those of this number
   */
  static void checkFineFraction(
      CharSequence text, int point, int earlier, int twentieths, RoundingMode mode) {
    if (twentieths == 0) {
      return;
    }
    if (mode == RoundingMode.UNNECESSARY) {
      throw new DurationParseException(
          text, point, "the fraction is finer than a nanosecond; specify a rounding mode");
    }
    if (earlier != 0) {
      throw new DurationParseException(
          text, point, "only one fraction can be finer than a nanosecond");
    }
  }

  static DurationParseException endsWithSpace(CharSequence text) {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    return unexpected(text, at, DurationHints.TRAILING_BLANK);
  }

  static DurationParseException fractionNotLast(CharSequence text, int at) {
    return new DurationParseException(
        text, at, "in ISO 8601 only the last number can have a fraction");
  }

  /** Quotes the word at {@code at}, or the character there if it is not a letter. */
  private static DurationParseException unexpected(CharSequence text, int at, String problem) {
    int length = text.length() - at;
    if (length > 1 && !DurationUnits.isLetter(text.charAt(at))) {
      length = 1;
    }
    for (int i = 1; i < length; i++) {
      if (i == MAX_QUOTED_WORD || !DurationUnits.isLetter(text.charAt(at + i))) {
        length = i;
      }
    }
    return new DurationParseException(text, at, length, problem);
  }
}
