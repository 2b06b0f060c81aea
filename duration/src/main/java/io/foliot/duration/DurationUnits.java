package io.foliot.duration;

/**
 * The units that text may use, by size: 0 is the year, 8 the nanosecond.
 *
 * <p>Finding a unit gives its number and the length of its name in one {@code int}, so that nothing
 * is allocated.
 */
final class DurationUnits {
  static final int NOT_FOUND = -1;

  /** The notations: without ISO 8601, before its {@code T}, and after it. */
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

  /** How many decimals of a unit are whole nanoseconds whatever their digits are. */
  private static final int[] DECIMALS = {11, 11, 11, 11, 10, 9, 6, 3, 0};

  /** The nanoseconds of the last of those decimals. */
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

  /** The names beside the one-letter and two-letter ones, in the order of the units. */
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

  /** Nanoseconds in a unit. */
  static long size(int unit) {
    return SIZE[unit];
  }

  /** The most whole units that fit in 18446744073709551615 ns, unsigned. */
  static long limit(int unit) {
    return LIMIT[unit];
  }

  /** How many decimals of a unit are whole nanoseconds whatever their digits are. */
  static int decimals(int unit) {
    return DECIMALS[unit];
  }

  /** Nanoseconds in the decimal of that number, 1 for a tenth, up to {@link #decimals}. */
  static long decimal(int unit, int number) {
    return LAST_DECIMAL[unit] * POWERS_OF_TEN[DECIMALS[unit] - number];
  }

  /** The number of the unit, from what {@link #at} found. */
  static int unit(int found) {
    return found >> LENGTH_BITS;
  }

  /** The length of the name, from what {@link #at} found. */
  static int length(int found) {
    return found & ((1 << LENGTH_BITS) - 1);
  }

  /**
   * The unit that begins at {@code start}, or {@link #NOT_FOUND}.
   *
   * @param first the character there, or a negative number at the end of the text
   */
  static int at(CharSequence text, int start, int first, int notation) {
    if (notation != COMPACT) {
      return iso(first, notation);
    }
    if (start + 1 < text.length()) {
      char second = text.charAt(start + 1);
      // Digits, spaces and points are below the letters: usually one comparison is enough.
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

  /** The micro sign or the Greek small letter. */
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
