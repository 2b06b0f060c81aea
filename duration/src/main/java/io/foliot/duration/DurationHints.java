package io.foliot.duration;

/**
 * Hints for texts that other systems read and this one does not. A hint is the end of a message, or
 * null if nothing better is known than what the scanner expected.
 */
final class DurationHints {
  static final String TRAILING_BLANK = "remove the trailing blank";

  private static final String SEPARATOR = "expected a number; separate parts with spaces only";

  private static final String[] FOREVER = {
    "infinity", "infinite", "inf", "forever", "never", "unlimited", "off"
  };

  private static final String[] MONTHS = {"mo", "mos", "mon", "mons", "month", "months"};

  private DurationHints() {}

  /** {@return a hint for a number that begins at {@code number} and has no digits at {@code at}} */
  static String insteadOfNumber(CharSequence text, int at, int number, int notation) {
    if (at == text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (AsciiText.isBlank(c)) {
      return blank(text, at, number == at);
    }
    if (notation != DurationUnits.COMPACT || number != at) {
      return null;
    }
    if (isOneOf(FOREVER, text, at)) {
      return "allow a word for an unlimited duration with DurationParser.acceptForever";
    }
    return at > 1 && (c == ',' || c == ';' || startsWith("and", text, at)) ? SEPARATOR : null;
  }

  private static String blank(CharSequence text, int at, boolean alone) {
    if (isBlankFrom(text, at)) {
      return at == 0 ? null : TRAILING_BLANK;
    }
    if (isBlankUpTo(text, at)) {
      return "remove the leading blank";
    }
    return alone && text.charAt(at) != ' ' ? SEPARATOR : null;
  }

  /** {@return a hint for a number that begins at {@code number} and has no unit at {@code at}} */
  static String insteadOfUnit(CharSequence text, int number, int at, int notation) {
    if (at == text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (AsciiText.isBlank(c) && isBlankFrom(text, at)) {
      return TRAILING_BLANK;
    }
    if (notation != DurationUnits.COMPACT) {
      return calendar(c, notation);
    }
    if (c == ':') {
      return "write hours, minutes and seconds with their units: 1h2m3s";
    }
    if (c == ',' || c == '_' || c == '\'') {
      return "write numbers as digits with at most one decimal point: 1.5h, 7000ms";
    }
    if ((c == 'e' || c == 'E') && at + 1 < text.length() && isNumeric(text.charAt(at + 1))) {
      return "exponents are not supported; write the number in full";
    }
    return word(text, number, at);
  }

  private static String calendar(char c, int notation) {
    if ("YyMm".indexOf(c) < 0) {
      return null;
    }
    return notation == DurationUnits.ISO_TIME
        ? "years come before T and have no fixed length; use days"
        : "years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days";
  }

  private static String word(CharSequence text, int number, int at) {
    int end = at;
    boolean upperCase = false;
    while (end < text.length() && DurationUnits.isLetter(text.charAt(end))) {
      upperCase |= AsciiText.isUpperCase(text.charAt(end));
      end++;
    }
    String word = AsciiText.lowerCase(text, at, end);
    if (isOneOf(MONTHS, word, 0)) {
      return "months have no fixed length; use days";
    }
    if (!upperCase || DurationUnits.at(word, 0, word.charAt(0), DurationUnits.COMPACT) < 0) {
      return null;
    }
    String lower =
        "units are lowercase: " + VisibleText.of(text, number, at) + VisibleText.of(word);
    return word.length() == 1 && word.charAt(0) == 'm'
        ? lower + " for minutes; months have no fixed length, use days"
        : lower;
  }

  private static boolean isNumeric(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-';
  }

  private static boolean isBlankFrom(CharSequence text, int start) {
    int i = start;
    while (i < text.length() && AsciiText.isBlank(text.charAt(i))) {
      i++;
    }
    return i == text.length();
  }

  private static boolean isBlankUpTo(CharSequence text, int end) {
    int i = 0;
    while (i < end && AsciiText.isBlank(text.charAt(i))) {
      i++;
    }
    return i == end;
  }

  /** {@return whether one of the words, in either case, is at {@code at}} */
  private static boolean isOneOf(String[] words, CharSequence text, int at) {
    for (String word : words) {
      int end = at + word.length();
      if (startsWith(word, text, at)
          && (end == text.length() || !DurationUnits.isLetter(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(String word, CharSequence text, int at) {
    int end = at + word.length();
    return end <= text.length() && AsciiText.lowerCase(text, at, end).equals(word);
  }
}
