package io.foliot.duration;

import java.math.RoundingMode;

/** The refusals of {@link DurationParser}: what was found and what was expected in its place. */
final class DurationSyntax {
  private static final int SHOWN_LETTERS = 20;

  private DurationSyntax() {}

  static DurationParseException empty(CharSequence text, int at) {
    return unexpected(text, at, "a duration such as 1h30m or PT1H30M");
  }

  static DurationParseException noNumber(CharSequence text, int number, int end) {
    if (number < text.length() && text.charAt(number) == '-') {
      return new DurationParseException(text, number, "a duration is never negative");
    }
    return unexpected(text, end, end > number ? "a digit" : "a number");
  }

  static DurationParseException noUnit(CharSequence text, int at, int notation) {
    if (notation == DurationUnits.COMPACT) {
      return unexpected(text, at, "a unit: y, w, d, h, m, s, ms, us or ns");
    }
    if (at < text.length() && "YyMm".indexOf(text.charAt(at)) >= 0) {
      return new DurationParseException(
          text,
          at,
          notation == DurationUnits.ISO_TIME
              ? "years stand before T, and have no fixed length; write days"
              : "years and months have no fixed length here; write days, or 1y for 365.25 days");
    }
    return unexpected(
        text,
        at,
        notation == DurationUnits.ISO_TIME ? "H, M or S" : "W or D, or T before H, M or S");
  }

  static DurationParseException unitAgain(CharSequence text, int at, int notation) {
    return new DurationParseException(
        text,
        at,
        notation == DurationUnits.COMPACT
            ? "the same unit comes a second time"
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
    return unexpected(text, text.length(), "a number after the space");
  }

  static DurationParseException fractionNotLast(CharSequence text, int at) {
    return new DurationParseException(
        text, at, "in ISO 8601 only the last number can have a fraction");
  }

  private static DurationParseException unexpected(CharSequence text, int at, String expected) {
    if (at >= text.length()) {
      return new DurationParseException(text, at, "found the end, expected " + expected);
    }
    StringBuilder found = new StringBuilder("found '");
    int end = at;
    do {
      DurationParseException.appendVisible(found, text.charAt(end++));
    } while (end < text.length()
        && DurationUnits.isLetter(text.charAt(at))
        && DurationUnits.isLetter(text.charAt(end))
        && end - at < SHOWN_LETTERS);
    return new DurationParseException(
        text, at, found.append("', expected ").append(expected).toString());
  }
}
