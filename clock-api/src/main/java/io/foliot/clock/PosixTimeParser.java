package io.foliot.clock;

/** Reads RFC 3339 text, character by character. */
final class PosixTimeParser {
  /** Longest piece of a text that an error message shows. */
  private static final int SHOWN = 48;

  private static final int MAX_FRACTION_DIGITS = 12;

  private final CharSequence text;
  private int index;

  PosixTimeParser(CharSequence text) {
    this.text = text;
  }

  PosixTime parse() {
    int year = number(4, 0, 9999, "a year");
    expect('-', "after the year");
    int month = number(2, 1, 12, "a month");
    expect('-', "after the month");
    int day = number(2, 1, CivilDate.lengthOfMonth(year, month), "a day of the month");
    if (at('t')) {
      index++;
    } else {
      expect('T', "after the date");
    }
    int hour = number(2, 0, 23, "an hour");
    expect(':', "after the hour");
    int minute = number(2, 0, 59, "a minute");
    expect(':', "after the minute");
    int secondIndex = index;
    int second = number(2, 0, 60, "a second");
    long picos = 0;
    if (at('.')) {
      index++;
      picos = fraction();
    }
    int offset = offset();
    if (index < text.length()) {
      throw error("the end of the text after the offset", index);
    }
    return time(year, month, day, hour * 60 + minute - offset, second, picos, secondIndex);
  }

  /**
   * Puts the parts together; minutes are counted from local midnight in UTC, and may be outside.
   */
  private PosixTime time(
      int year, int month, int day, int minutes, int second, long picos, int secondIndex) {
    int days = CivilDate.toDays(year, month, day);
    if (minutes < 0) {
      minutes += 1_440;
      days--;
    } else if (minutes >= 1_440) {
      minutes -= 1_440;
      days++;
    }
    if (second == 60) {
      if (minutes != 1_439 || !isFirstOfMonth(days + 1)) {
        throw error("second 60 only in the last minute, in UTC, of a month", secondIndex);
      }
      second = 0;
      minutes = 0;
      days++;
    }
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw error("a time within the years 0000 to 9999 in UTC", 0);
    }
    return PosixTime.of(days, (minutes * 60L + second) * PosixTime.PICOS_PER_SECOND + picos);
  }

  private static boolean isFirstOfMonth(int days) {
    return CivilDate.day(CivilDate.ofDays(days)) == 1;
  }

  private int number(int width, int min, int max, String what) {
    int start = index;
    int value = 0;
    for (int i = 0; i < width; i++) {
      if (!atDigit()) {
        throw error(what + " of " + width + " digits", index);
      }
      value = value * 10 + (text.charAt(index++) - '0');
    }
    if (value < min || value > max) {
      throw error(what + " from " + min + " to " + max, start);
    }
    return value;
  }

  /** One to twelve digits after the point, as picoseconds. */
  private long fraction() {
    long picos = 0;
    int digits = 0;
    while (atDigit()) {
      if (digits == MAX_FRACTION_DIGITS) {
        throw error("at most 12 fraction digits", index);
      }
      picos = picos * 10 + (text.charAt(index++) - '0');
      digits++;
    }
    if (digits == 0) {
      throw error("a digit after the point", index);
    }
    for (; digits < MAX_FRACTION_DIGITS; digits++) {
      picos *= 10;
    }
    return picos;
  }

  /** Local time minus UTC in minutes. */
  private int offset() {
    if (at('Z') || at('z')) {
      index++;
      return 0;
    }
    boolean east = at('+');
    if (!east && !at('-')) {
      throw error("an offset: Z, +hh:mm or -hh:mm", index);
    }
    index++;
    int hours = number(2, 0, 23, "an offset hour");
    expect(':', "after the offset hour");
    int minutes = hours * 60 + number(2, 0, 59, "an offset minute");
    return east ? minutes : -minutes;
  }

  private void expect(char wanted, String where) {
    if (!at(wanted)) {
      throw error("'" + wanted + "' " + where, index);
    }
    index++;
  }

  private boolean at(char wanted) {
    return index < text.length() && text.charAt(index) == wanted;
  }

  private boolean atDigit() {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private PosixTimeParseException error(String expected, int where) {
    String found =
        where < text.length() ? "'" + shown(where, text.length()) + "'" : "the end of the text";
    return new PosixTimeParseException(
        "expected "
            + expected
            + " at index "
            + where
            + " of '"
            + shown(0, text.length())
            + "', found "
            + found,
        where);
  }

  private String shown(int from, int to) {
    return to - from <= SHOWN
        ? text.subSequence(from, to).toString()
        : text.subSequence(from, from + SHOWN) + "...";
  }
}
