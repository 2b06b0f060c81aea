package io.foliot.duration;

/**
 * The units that text may use, by size: 0 is the year, {@link #NANOSECOND} the nanosecond.
 *
 * <p>Finding a unit gives its number and the length of its name in one {@code int}, so that nothing
 * is allocated.
 */
final class DurationUnits {
  static final int NANOSECOND = 8;
  static final int NOT_FOUND = -1;
  static final String EXPECTED = "a unit: y, w, d, h, m, s, ms, us or ns";

  private static final int YEAR = 0;
  private static final int WEEK = 1;
  private static final int DAY = 2;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;
  private static final int SECOND = 5;
  private static final int MILLI = 6;
  private static final int MICRO = 7;

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

  /** How many decimals of a unit are whole nanoseconds whatever their digits are. */
  private static final int[] DECIMALS = {11, 11, 11, 11, 10, 9, 6, 3, 0};

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

  static int decimals(int unit) {
    return DECIMALS[unit];
  }

  /** The number of the unit, from what {@link #compactAt} or {@link #isoAt} found. */
  static int unit(int found) {
    return found >> LENGTH_BITS;
  }

  /** The length of the name, from what {@link #compactAt} or {@link #isoAt} found. */
  static int length(int found) {
    return found & ((1 << LENGTH_BITS) - 1);
  }

  /** The unit whose name is all the letters from {@code start} on, or {@link #NOT_FOUND}. */
  static int compactAt(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    int length = end - start;
    int unit = NOT_FOUND;
    if (length == 1) {
      unit = oneLetter(text.charAt(start));
    } else if (length == 2 && text.charAt(start + 1) == 's') {
      unit = fraction(text.charAt(start));
    } else if (length > 1) {
      unit = word(text, start, length);
    }
    return unit == NOT_FOUND ? NOT_FOUND : (unit << LENGTH_BITS) | length;
  }

  /** The ISO 8601 unit at {@code start}, in either case, or {@link #NOT_FOUND}. */
  static int isoAt(CharSequence text, int start, boolean time) {
    char letter = start < text.length() ? text.charAt(start) : 0;
    int unit = NOT_FOUND;
    switch (letter) {
      case 'W':
      case 'w':
        unit = time ? NOT_FOUND : WEEK;
        break;
      case 'D':
      case 'd':
        unit = time ? NOT_FOUND : DAY;
        break;
      case 'H':
      case 'h':
        unit = time ? HOUR : NOT_FOUND;
        break;
      case 'M':
      case 'm':
        unit = time ? MINUTE : NOT_FOUND;
        break;
      case 'S':
      case 's':
        unit = time ? SECOND : NOT_FOUND;
        break;
      default:
    }
    return unit == NOT_FOUND ? NOT_FOUND : (unit << LENGTH_BITS) | 1;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isMu(c);
  }

  /** The micro sign or the Greek small letter. */
  private static boolean isMu(char c) {
    return c == '\u00B5' || c == '\u03BC';
  }

  private static int oneLetter(char c) {
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
    return c == 'n' ? NANOSECOND : NOT_FOUND;
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
}
