package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Reads the texts described in {@link Duration#parse(CharSequence)}, from left to right and without
 * objects. A text is a row of items, each a number with its unit; {@link DecimalNanos} knows
 * numbers and {@link DurationUnits} knows units.
 */
final class DurationParser {
  /** How many twentieths of a nanosecond {@link DecimalNanos#tail} divides one into. */
  private static final int TAILS = 20;

  private static final String NUMBER = "a number";

  private DurationParser() {}

  static long parse(CharSequence text, RoundingMode mode) {
    Objects.requireNonNull(mode, "mode");
    int start = is(text, 0, '+') ? 1 : 0;
    if (start == text.length()) {
      throw unexpected(text, start, "a duration such as 1h30m or PT1H30M");
    }
    char first = text.charAt(start);
    if (first == 'P' || first == 'p') {
      return iso(text, start + 1, mode);
    }
    if (first == '0' && start + 1 == text.length()) {
      return 0;
    }
    return compact(text, start, mode);
  }

  private static long compact(CharSequence text, int start, RoundingMode mode) {
    long total = 0;
    int seen = 0;
    int tail = 0;
    int i = start;
    do {
      int point = DecimalNanos.digitsEnd(text, i);
      int end = is(text, point, '.') ? DecimalNanos.digitsEnd(text, point + 1) : point;
      checkNumber(text, i, point, end);
      int unitAt = skipSpaces(text, end);
      int found = DurationUnits.compactAt(text, unitAt);
      if (found == DurationUnits.NOT_FOUND) {
        throw unexpected(text, unitAt, DurationUnits.EXPECTED);
      }
      int unit = DurationUnits.unit(found);
      if ((seen & (1 << unit)) != 0) {
        throw new DurationParseException(text, unitAt, "the same unit comes a second time");
      }
      seen |= 1 << unit;
      total = DecimalNanos.add(text, i, total, DecimalNanos.floor(text, i, point, end, unit));
      tail = joinTails(text, point, tail, DecimalNanos.tail(text, point, end, unit), mode);
      i = skipSpaces(text, unitAt + DurationUnits.length(found));
    } while (i < text.length() || text.charAt(i - 1) == ' ');
    return round(text, start, total, tail, mode);
  }

  private static long iso(CharSequence text, int start, RoundingMode mode) {
    long total = 0;
    int last = -1;
    int tail = 0;
    boolean time = false;
    int i = start;
    do {
      if (!time && (is(text, i, 'T') || is(text, i, 't'))) {
        time = true;
        i++;
      }
      int point = DecimalNanos.digitsEnd(text, i);
      boolean decimal = is(text, point, '.') || is(text, point, ',');
      int end = decimal ? DecimalNanos.digitsEnd(text, point + 1) : point;
      checkNumber(text, i, point, end);
      int found = DurationUnits.isoAt(text, end, time);
      if (found == DurationUnits.NOT_FOUND) {
        throw noIsoUnit(text, end, time);
      }
      int unit = DurationUnits.unit(found);
      if (unit <= last) {
        throw new DurationParseException(
            text, end, "the units of ISO 8601 go from large to small, each once");
      }
      last = unit;
      total = DecimalNanos.add(text, i, total, DecimalNanos.floor(text, i, point, end, unit));
      tail = joinTails(text, point, tail, DecimalNanos.tail(text, point, end, unit), mode);
      i = end + 1;
      if (decimal && i < text.length()) {
        throw new DurationParseException(
            text, i, "in ISO 8601 only the last number can have a fraction");
      }
    } while (i < text.length());
    return round(text, start, total, tail, mode);
  }

  /** A second fraction that is finer than a nanosecond could complete the first: refused. */
  private static int joinTails(
      CharSequence text, int point, int before, int tail, RoundingMode mode) {
    if (tail == 0) {
      return before;
    }
    if (mode == RoundingMode.UNNECESSARY) {
      throw new DurationParseException(
          text, point, "the fraction is finer than a nanosecond; pass a rounding mode to allow it");
    }
    if (before != 0) {
      throw new DurationParseException(
          text, point, "a second fraction is finer than a nanosecond; only one can be rounded");
    }
    return tail;
  }

  private static long round(CharSequence text, int start, long total, int tail, RoundingMode mode) {
    int more = Rounding.increment(mode, tail, TAILS, total);
    return DecimalNanos.add(text, start, total, more);
  }

  private static void checkNumber(CharSequence text, int start, int point, int end) {
    boolean digits = point > start || end > point + 1;
    if (digits) {
      return;
    }
    if (is(text, start, '-')) {
      throw new DurationParseException(text, start, "a duration is never negative");
    }
    throw unexpected(text, end > start ? end : start, end > start ? "a digit" : NUMBER);
  }

  private static DurationParseException noIsoUnit(CharSequence text, int at, boolean time) {
    if (is(text, at, 'Y') || is(text, at, 'y') || is(text, at, 'M') || is(text, at, 'm')) {
      return new DurationParseException(
          text,
          at,
          "ISO 8601 years and months have no fixed length; write days, or 1y for 365.25 days");
    }
    return unexpected(text, at, time ? "H, M or S" : "W or D, or T before H, M and S");
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
        && end - at < 20);
    return new DurationParseException(
        text, at, found.append("', expected ").append(expected).toString());
  }

  private static int skipSpaces(CharSequence text, int start) {
    int i = start;
    while (is(text, i, ' ')) {
      i++;
    }
    return i;
  }

  private static boolean is(CharSequence text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }
}
