package io.foliot.duration;

import java.math.RoundingMode;

/**
 * The refusals of {@link DurationScanner}: what was found and what was expected in its place, or
 * what to write instead where what was meant is clear ({@link DurationHints}).
 */
final class DurationSyntax {
  private static final int SHOWN_LETTERS = 20;

  private DurationSyntax() {}

  static DurationParseException empty(CharSequence text, int at) {
    return unexpected(text, at, "expected a duration such as 1h30m or PT1H30M");
  }

  static DurationParseException noNumber(CharSequence text, int number, int end, int notation) {
    if (number < text.length() && text.charAt(number) == '-') {
      return new DurationParseException(text, number, "a duration is never negative");
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

  static DurationParseException unitAgain(CharSequence text, int at, int notation) {
    return new DurationParseException(
        text,
        at,
        notation == DurationUnits.COMPACT
            ? "the same unit comes a second time; write it once, with the sum"
            : "the units of ISO 8601 go from large to small, each once");
  }

  static DurationParseException tooLong(CharSequence text, int at) {
    return new DurationParseException(
        text, at, "the value is over 18446744073709551615 ns, the longest duration");
  }

  /** Fractions finer than a nanosecond need a mode; and two of them could add up to a whole one. */
  static void checkTail(CharSequence text, int point, int before, int tail, RoundingMode mode) {
    if (tail == 0) {
      return;
    }
    if (mode == RoundingMode.UNNECESSARY) {
      throw new DurationParseException(
          text, point, "the fraction is finer than a nanosecond; pass a rounding mode to allow it");
    }
    if (before != 0) {
      throw new DurationParseException(
          text, point, "a second fraction is finer than a nanosecond; only one can be rounded");
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

  /** The problem is the word at {@code at}, or the character if it is no letter. */
  private static DurationParseException unexpected(CharSequence text, int at, String problem) {
    int length = text.length() - at;
    if (length > 1 && !DurationUnits.isLetter(text.charAt(at))) {
      length = 1;
    }
    for (int i = 1; i < length; i++) {
      if (i == SHOWN_LETTERS || !DurationUnits.isLetter(text.charAt(at + i))) {
        length = i;
      }
    }
    return new DurationParseException(text, at, length, problem);
  }
}
