package io.foliot.clock;

import io.foliot.duration.Nanos;
import io.foliot.duration.VisibleText;
import java.math.RoundingMode;

/** Scans RFC 3339 text with the options of a {@link PosixTimeParser}. */
final class PosixTimeScanner {
  private static final int MAX_FRACTION_DIGITS = 12;
  private static final int MINUTES_PER_DAY = 1_440;
  private static final String YEAR = "a year of 4 digits, 0000 to 9999";
  private static final String BLANKS = "acceptSurroundingBlanks accepts blanks around the text";

  private final CharSequence text;
  private final PosixTimeParser options;
  private int index;
  private int end;

  PosixTimeScanner(CharSequence text, PosixTimeParser options) {
    this.text = text;
    this.options = options;
    this.end = text.length();
  }

  PosixTime scan() {
    if (options.acceptsSurroundingBlanks()) {
      skipSurroundingBlanks();
    }
    int year = year();
    expect('-', "after the year");
    int month = number(2, 1, 12, "a month");
    expect('-', "after the month");
    int day = number(2, 1, CivilDate.lengthOfMonth(year, month), "a day of the month");
    separator();
    int hour = number(2, 0, 23, "an hour");
    expect(':', "after the hour");
    int minute = number(2, 0, 59, "a minute");
    int secondIndex = index + 1;
    int second = 0;
    long picos = 0;
    if (hasSeconds()) {
      expect(':', "after the minute");
      second = number(2, 0, 60, "a second");
      if (at('.')) {
        index++;
        picos = fraction();
      } else if (at(',')) {
        throw error("'.' before the fraction", index);
      }
    }
    int offset = offset();
    if (index < end) {
      throw error(
          "the end of the text after the offset", index, isBlankFrom(index) ? BLANKS : null);
    }
    return time(year, month, day, hour * 60 + minute - offset, second, picos, secondIndex);
  }

  private void skipSurroundingBlanks() {
    while (index < end && isBlank(text.charAt(index))) {
      index++;
    }
    while (index < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
  }

  private boolean isBlankFrom(int start) {
    int i = start;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i == end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private int year() {
    int start = index;
    if (!atDigit()) {
      throw error(YEAR, start, start < end && isBlank(text.charAt(start)) ? BLANKS : null);
    }
    int year = number(4, 0, 9999, "a year");
    if (atDigit()) {
      throw error(YEAR, start);
    }
    return year;
  }

  private void separator() {
    if (at('t') || (at(' ') && options.acceptsSpaceSeparator())) {
      index++;
      return;
    }
    expect(
        'T',
        index == end ? "and a time of day after the date" : "after the date",
        at(' ') ? "acceptSpaceSeparator accepts a space" : null);
  }

  /** {@return whether seconds follow; fails if they are missing and required} */
  private boolean hasSeconds() {
    boolean ends = index == end || at('Z') || at('z') || at('+') || at('-');
    if (ends && !options.acceptsMissingSeconds()) {
      String time = VisibleText.of(text.subSequence(index - 5, index));
      throw error(
          "seconds after the minute, such as " + time + ":00",
          index,
          "acceptMissingSeconds makes them optional");
    }
    return !ends;
  }

  /**
   * Combines the fields. Minutes count from midnight UTC of the local date and may be negative or
   * exceed a day.
   */
  private PosixTime time(
      int year, int month, int day, int minutes, int second, long picos, int secondIndex) {
    int days = CivilDate.toDays(year, month, day);
    if (minutes < 0) {
      minutes += MINUTES_PER_DAY;
      days--;
    } else if (minutes >= MINUTES_PER_DAY) {
      minutes -= MINUTES_PER_DAY;
      days++;
    }
    if (second == 60 && (minutes != MINUTES_PER_DAY - 1 || !isFirstOfMonth(days + 1))) {
      throw error(
          "a second from 0 to 59; 60 only in the last minute of a month in UTC", secondIndex);
    }
    // Second 60 or a fraction that was rounded up may carry into the next day.
    long picosOfDay = (minutes * 60L + second) * PosixTime.PICOS_PER_SECOND + picos;
    if (picosOfDay >= PosixTime.PICOS_PER_DAY) {
      picosOfDay -= PosixTime.PICOS_PER_DAY;
      days++;
    }
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw error("a time within the years 0000 to 9999 in UTC", 0);
    }
    return PosixTime.of(days, picosOfDay);
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

  /** Scans the digits after the point and returns picoseconds, rounded. */
  private long fraction() {
    long picos = 0;
    int digits = 0;
    while (atDigit() && digits < MAX_FRACTION_DIGITS) {
      picos = picos * 10 + (text.charAt(index++) - '0');
      digits++;
    }
    if (digits == 0) {
      throw error("a digit after the point", index);
    }
    for (; digits < MAX_FRACTION_DIGITS; digits++) {
      picos *= 10;
    }
    int tail = tail();
    return tail == 0 ? picos : Nanos.quotient(picos * 20 + tail, 20, options.rounding());
  }

  /**
   * Scans the digits below a picosecond and returns what rounding needs to know: twice the first
   * digit, plus 1 if any further digit is not zero.
   */
  private int tail() {
    int tail = atDigit() ? (text.charAt(index) - '0') * 2 : 0;
    int first = -1;
    for (int start = index; atDigit(); index++) {
      if (text.charAt(index) != '0') {
        first = first < 0 ? index : first;
        tail |= index == start ? 0 : 1;
      }
    }
    if (first >= 0 && options.rounding() == RoundingMode.UNNECESSARY) {
      throw error(
          "at most 12 fraction digits before trailing zeros",
          first,
          "rounding accepts finer fractions");
    }
    return tail;
  }

  /** Scans the offset and returns local time minus UTC in minutes. */
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
    int minutes = number(2, 0, 23, "an offset hour") * 60;
    boolean isShort = options.acceptsShortOffsets() && !at(':');
    if (!isShort) {
      boolean wouldBeShort = index == end || atDigit();
      expect(
          ':',
          "and minutes after the offset hour",
          wouldBeShort ? "acceptShortOffsets accepts +hhmm and +hh" : null);
    }
    if (!isShort || atDigit()) {
      minutes += number(2, 0, 59, "an offset minute");
    }
    return east ? minutes : -minutes;
  }

  private void expect(char expected, String where) {
    expect(expected, where, null);
  }

  private void expect(char expected, String where, String option) {
    if (!at(expected)) {
      throw error("'" + expected + "' " + where, index, option);
    }
    index++;
  }

  private boolean at(char c) {
    return index < end && text.charAt(index) == c;
  }

  private boolean atDigit() {
    return index < end && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private PosixTimeParseException error(String expected, int where) {
    return error(expected, where, null);
  }

  /** Creates an exception; {@code option} names the parser option that would help, or is null. */
  private PosixTimeParseException error(String expected, int where, String option) {
    String found =
        where < text.length()
            ? "'" + VisibleText.of(text.subSequence(where, text.length())) + "'"
            : "the end";
    return new PosixTimeParseException(
        "cannot read \""
            + VisibleText.of(text)
            + "\" as a time: at index "
            + where
            + ", found "
            + found
            + ", expected "
            + expected
            + (option == null ? "" : "; PosixTimeParser." + option),
        where);
  }
}
