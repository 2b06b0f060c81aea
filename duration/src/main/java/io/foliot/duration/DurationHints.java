package io.foliot.duration;

/**
 * What to write in place of texts that other systems read and this one does not. Each answer is the
 * end of a message, or null where nothing better is known than what was expected.
 */
final class DurationHints {
  static final String TRAILING_BLANK = "a trailing blank; remove it";

  private static final String BETWEEN_PARTS =
      "expected a number: nothing but spaces may stand between two parts";

  private static final String[] FOR_EVER = {
    "infinity", "infinite", "inf", "forever", "never", "unlimited", "off"
  };

  private static final String[] MONTH = {"mo", "mos", "mon", "mons", "month", "months"};

  private DurationHints() {}

  /** What is wrong at {@code at}, where a number that begins at {@code number} has no digits. */
  static String insteadOfNumber(CharSequence text, int at, int number, int notation) {
    if (at == text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (isBlank(c)) {
      return blank(text, at, number == at);
    }
    if (notation != DurationUnits.COMPACT || number != at) {
      return null;
    }
    if (isOneOf(FOR_EVER, text, at)) {
      return "a duration has an end; DurationParser.acceptForever allows a word for none";
    }
    return at > 1 && (c == ',' || c == ';' || startsWith("and", text, at)) ? BETWEEN_PARTS : null;
  }

  private static String blank(CharSequence text, int at, boolean alone) {
    if (isBlankFrom(text, at)) {
      return TRAILING_BLANK;
    }
    if (isBlankUpTo(text, at)) {
      return "a leading blank; remove it";
    }
    return alone && text.charAt(at) != ' ' ? BETWEEN_PARTS : null;
  }

  /** What is wrong at {@code at}, where a number that begins at {@code number} has no unit. */
  static String insteadOfUnit(CharSequence text, int number, int at, int notation) {
    if (at == text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (isBlank(c) && isBlankFrom(text, at)) {
      return TRAILING_BLANK;
    }
    if (notation != DurationUnits.COMPACT) {
      return calendar(c, notation);
    }
    if (c == ':') {
      return "write hours, minutes and seconds with their units: 1h2m3s";
    }
    if (c == ',' || c == '_' || c == '\'') {
      return "write a number with digits and one point: 1.5h, 7000ms";
    }
    if ((c == 'e' || c == 'E') && at + 1 < text.length() && isNumeric(text.charAt(at + 1))) {
      return "exponents are not read; write the number in full";
    }
    return word(text, number, at);
  }

  private static String calendar(char c, int notation) {
    if ("YyMm".indexOf(c) < 0) {
      return null;
    }
    return notation == DurationUnits.ISO_TIME
        ? "years stand before T, and have no fixed length; write days"
        : "years and months have no fixed length here; write days, or 1y for 365.25 days";
  }

  private static String word(CharSequence text, int number, int at) {
    int end = at;
    boolean upperCase = false;
    while (end < text.length() && DurationUnits.isLetter(text.charAt(end))) {
      upperCase |= isUpperCase(text.charAt(end));
      end++;
    }
    String word = lowerCase(text, at, end);
    if (isOneOf(MONTH, word, 0)) {
      return "months have no fixed length; write days";
    }
    if (!upperCase || DurationUnits.at(word, 0, word.charAt(0), DurationUnits.COMPACT) < 0) {
      return null;
    }
    String lower =
        "units are lower case: " + VisibleText.of(text, number, at) + VisibleText.of(word);
    return word.length() == 1 && word.charAt(0) == 'm'
        ? lower + " for minutes; months have no fixed length, write days"
        : lower;
  }

  /** A part of a text with the letters A to Z in lower case. */
  static String lowerCase(CharSequence text, int start, int end) {
    return part(text, start, end, true);
  }

  /** A part of a text, without the virtual calls of {@code subSequence} and {@code toString}. */
  static String part(CharSequence text, int start, int end, boolean lowerCase) {
    char[] part = new char[end - start];
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      part[i - start] = lowerCase && isUpperCase(c) ? (char) (c | ' ') : c;
    }
    return new String(part);
  }

  /** White space of ASCII. */
  static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isUpperCase(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isNumeric(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-';
  }

  private static boolean isBlankFrom(CharSequence text, int start) {
    int i = start;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i == text.length();
  }

  private static boolean isBlankUpTo(CharSequence text, int end) {
    int i = 0;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i == end;
  }

  /** Whether the letters at {@code at} are one of some words, in either case. */
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
    return end <= text.length() && lowerCase(text, at, end).equals(word);
  }
}
