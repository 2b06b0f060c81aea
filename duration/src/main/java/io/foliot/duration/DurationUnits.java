package io.foliot.duration;

/**
 * The units of text, by size: 0 is the year, 8 the nanosecond. {@link #at} packs a unit and the
 * length of its name into one {@code int}, so that nothing is allocated.
 */
final class DurationUnits {
  static final int NOT_FOUND = -1;

  /** The notations: compact, and ISO 8601 before and after its {@code T}. */
  static final int COMPACT = 0;

  static final int ISO_DATE = 1;
  static final int ISO_TIME = 2;

  private static final int YEAR = 0;
  private static final int WEEK = 1;
  private static final int DAY = 2;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;
  private static final int SECOND = 5;
  private static final int MILLI = 6;
  private static final int MICRO = 7;
  private static final int NANO = 8;

  private static final int LENGTH_BITS = 8;

  private static final long[] SIZE = {
    Nanos.PER_YEAR,
    Nanos.PER_WEEK,
    Nanos.PER_DAY,
    Nanos.PER_HOUR,
    Nanos.PER_MINUTE,
    Nanos.PER_SECOND,
    Nanos.PER_MILLI,
    Nanos.PER_MICRO,
    1
  };

  private static final long[] LIMIT = limits();

  /** The number of decimals of a unit that are whole nanoseconds. */
  private static final int[] DECIMALS = {11, 11, 11, 11, 10, 9, 6, 3, 0};

  /** The nanoseconds of the last such decimal. */
  private static final int[] LAST_DECIMAL = {315_576, 6_048, 864, 36, 6, 1, 1, 1, 1};

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

  /** The names of three or more letters, and of two that do not end in s, by unit. */
  private static final String[][] WORDS = {
    {"yr", "yrs", "year", "years"},
    {"wk", "wks", "week", "weeks"},
    {"day", "days"},
    {"hr", "hrs", "hour", "hours"},
    {"min", "mins", "minute", "minutes"},
    {"sec", "secs", "second", "seconds"},
    {"msec", "msecs", "milli", "millis", "millisecond", "milliseconds"},
    {"usec", "usecs", "micro", "micros", "microsecond", "microseconds"},
    {"nsec", "nsecs", "nano", "nanos", "nanosecond", "nanoseconds"},
  };

  private DurationUnits() {}

  /** {@return the nanoseconds of a unit} */
  static long size(int unit) {
    return SIZE[unit];
  }

  /** {@return the most whole units in {@link Nanos#MAX}, unsigned} */
  static long limit(int unit) {
    return LIMIT[unit];
  }

  /** {@return the number of decimals of a unit that are whole nanoseconds} */
  static int decimals(int unit) {
    return DECIMALS[unit];
  }

  /**
   * {@return the nanoseconds of the unit divided by 10<sup>number</sup>; up to {@link #decimals}}
   */
  static long decimal(int unit, int number) {
    return LAST_DECIMAL[unit] * POWERS_OF_TEN[DECIMALS[unit] - number];
  }

  /** {@return the unit, from the result of {@link #at}} */
  static int unit(int found) {
    return found >> LENGTH_BITS;
  }

  /** {@return the length of its name, from the result of {@link #at}} */
  static int length(int found) {
    return found & ((1 << LENGTH_BITS) - 1);
  }

  /**
   * {@return the unit that begins at {@code start}, packed with its length, or {@link #NOT_FOUND}}
   *
   * @param first the character there, negative at the end of the text
   */
  static int at(CharSequence text, int start, int first, int notation) {
    if (notation != COMPACT) {
      return iso(first, notation);
    }
    if (start + 1 < text.length()) {
      char second = text.charAt(start + 1);
      // Digits, spaces and points sort below letters: one comparison is usually enough.
      if (second >= 'A' && isLetter(second)) {
        return longName(text, start);
      }
    }
    return found(oneLetter(first), 1);
  }

  private static int iso(int letter, int notation) {
    switch (letter | ' ') {
      case 'w':
        return notation == ISO_DATE ? found(WEEK, 1) : NOT_FOUND;
      case 'd':
        return notation == ISO_DATE ? found(DAY, 1) : NOT_FOUND;
      case 'h':
        return notation == ISO_TIME ? found(HOUR, 1) : NOT_FOUND;
      case 'm':
        return notation == ISO_TIME ? found(MINUTE, 1) : NOT_FOUND;
      case 's':
        return notation == ISO_TIME ? found(SECOND, 1) : NOT_FOUND;
      default:
        return NOT_FOUND;
    }
  }

  private static int longName(CharSequence text, int start) {
    int end = start + 2;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    if (end == start + 2 && text.charAt(start + 1) == 's') {
      return found(fraction(text.charAt(start)), 2);
    }
    return found(word(text, start, end - start), end - start);
  }

  private static int found(int unit, int length) {
    return unit == NOT_FOUND ? NOT_FOUND : (unit << LENGTH_BITS) | length;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isMu(c);
  }

  /** {@return whether it is the micro sign or the Greek small letter mu} */
  private static boolean isMu(char c) {
    return c == '\u00B5' || c == '\u03BC';
  }

  private static int oneLetter(int c) {
    switch (c) {
      case 'y':
      case 'a':
        return YEAR;
      case 'w':
        return WEEK;
      case 'd':
        return DAY;
      case 'h':
        return HOUR;
      case 'm':
        return MINUTE;
      case 's':
        return SECOND;
      default:
        return NOT_FOUND;
    }
  }

  private static int fraction(char c) {
    if (c == 'm') {
      return MILLI;
    }
    if (c == 'u' || isMu(c)) {
      return MICRO;
    }
    return c == 'n' ? NANO : NOT_FOUND;
  }

  private static int word(CharSequence text, int start, int length) {
    for (int unit = 0; unit < WORDS.length; unit++) {
      for (String word : WORDS[unit]) {
        if (word.length() == length && matches(word, text, start)) {
          return unit;
        }
      }
    }
    return NOT_FOUND;
  }

  private static boolean matches(String word, CharSequence text, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != text.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  private static long[] limits() {
    long[] limits = new long[SIZE.length];
    for (int unit = 0; unit < limits.length; unit++) {
      limits[unit] = Unsigned.divide(Nanos.MAX, SIZE[unit]);
    }
    return limits;
  }
}
