package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Parses the texts described at {@link Duration#parse(CharSequence)}, in one pass and without
 * allocating. A text is a sequence of items, each a number and its unit; the notations differ in
 * their units and in what separates items.
 */
final class DurationScanner {
  /** Every number of this many digits fits in 64 bits. */
  private static final int SAFE_DIGITS = 19;

  /** {@link Nanos#MAX} without its last digit, which is 5. */
  private static final long LAST_TENTH = 1_844_674_407_370_955_161L;

  private static final int END = -1;

  private DurationScanner() {}

  static long parse(CharSequence text, RoundingMode mode) {
    Objects.requireNonNull(mode, "mode");
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '+' ? 1 : 0;
    if (start == length) {
      throw DurationParseErrors.empty(text, start);
    }
    char first = text.charAt(start);
    if (first == 'P' || first == 'p') {
      return items(text, start + 1, DurationUnits.ISO_DATE, mode);
    }
    if (first == '0' && start + 1 == length) {
      return 0;
    }
    return items(text, start, DurationUnits.COMPACT, mode);
  }

  private static long items(CharSequence text, int start, int firstNotation, RoundingMode mode) {
    int length = text.length();
    int notation = firstNotation;
    long total = 0;
    int seen = 0;
    int twentieths = 0;
    int i = start;
    do {
      if (notation == DurationUnits.ISO_DATE && i < length && (text.charAt(i) | ' ') == 't') {
        notation = DurationUnits.ISO_TIME;
        i++;
      }

      int number = i;
      int point = -1;
      // The digits without the point. Wraps around if there are many, and is not used then.
      long digits = 0;
      int c = END;
      while (i < length) {
        c = text.charAt(i);
        int digit = c - '0';
        if (digit >= 0 && digit <= 9) {
          // Times ten as (5 * digits) << 1, the shortest dependency chain from digit to digit.
          digits = ((digits * 5) << 1) + digit;
        } else if (point < 0 && isPoint(c, notation)) {
          point = i;
        } else {
          break;
        }
        i++;
      }
      int end = i;
      int decimals = point < 0 ? 0 : end - point - 1;
      int count = point < 0 ? end - number : end - number - 1;
      if (count == 0) {
        if (c != ' ' || end != number || number == start || notation != DurationUnits.COMPACT) {
          throw DurationParseErrors.noNumber(text, number, end, notation);
        }
        i = skipSpaces(text, end, length);
        if (i == length) {
          throw DurationParseErrors.endsWithSpace(text);
        }
        continue;
      }

      if (i == length) {
        c = END;
      } else if (c == ' ' && notation == DurationUnits.COMPACT) {
        i = skipSpaces(text, i, length);
        c = i < length ? text.charAt(i) : END;
      }
      int found = DurationUnits.at(text, i, c, notation);
      if (found == DurationUnits.NOT_FOUND) {
        if (!isZeroYearsOrMonths(text, number, i, notation)) {
          throw DurationParseErrors.noUnit(text, number, i, notation);
        }
        i++;
        continue;
      }
      int unit = DurationUnits.unit(found);
      if ((seen >>> unit) != 0 && (notation != DurationUnits.COMPACT || (seen >>> unit & 1) != 0)) {
        throw DurationParseErrors.repeatedUnit(text, i, notation);
      }
      seen |= 1 << unit;
      i += DurationUnits.length(found);

      long nanos;
      if (count <= SAFE_DIGITS
          && decimals <= DurationUnits.decimals(unit)
          && fits(digits, DurationUnits.decimal(unit, decimals))) {
        nanos = digits * DurationUnits.decimal(unit, decimals);
      } else {
        int wholeEnd = point < 0 ? end : point;
        nanos = longItem(text, number, wholeEnd, end, unit);
        if (decimals > DurationUnits.decimals(unit)) {
          int fine = ExactFraction.twentieths(text, point, end, unit);
          DurationParseErrors.checkFineFraction(text, point, twentieths, fine, mode);
          twentieths |= fine;
        }
      }
      total = plus(text, number, total, nanos);
      if (point >= 0 && i < length && notation != DurationUnits.COMPACT) {
        throw DurationParseErrors.fractionNotLast(text, i);
      }
    } while (i < length);
    int more = Rounding.increment(mode, twentieths, ExactFraction.TWENTIETHS_PER_NANO, total);
    return plus(text, start, total, more);
  }

  /** {@return true only if the product fits in 64 bits} */
  private static boolean fits(long a, long b) {
    return Long.numberOfLeadingZeros(a) + Long.numberOfLeadingZeros(b) >= Long.SIZE;
  }

  /** {@return the whole nanoseconds of an item with many digits, or near the maximum duration} */
  private static long longItem(CharSequence text, int number, int wholeEnd, int end, int unit) {
    long whole = longNumber(text, number, wholeEnd);
    if (Long.compareUnsigned(whole, DurationUnits.limit(unit)) > 0) {
      throw DurationParseErrors.tooLong(text, number);
    }
    long fraction = ExactFraction.floor(text, wholeEnd, end, unit);
    return plus(text, number, whole * DurationUnits.size(unit), fraction);
  }

  /** {@return a number of any length, if it fits in 64 bits} */
  private static long longNumber(CharSequence text, int start, int end) {
    long whole = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      boolean fits =
          Long.compareUnsigned(whole, LAST_TENTH) < 0 || (whole == LAST_TENTH && digit <= 5);
      if (!fits) {
        throw DurationParseErrors.tooLong(text, start);
      }
      whole = whole * 10 + digit;
    }
    return whole;
  }

  /**
   * {@return whether the item is zero years or months of ISO 8601, as in {@code P0Y0M0DT1H}} XML
   * Schema and DASH manifests write them. They must come first, years before months.
   */
  private static boolean isZeroYearsOrMonths(CharSequence text, int number, int at, int notation) {
    if (notation != DurationUnits.ISO_DATE || at >= text.length()) {
      return false;
    }
    for (int i = number; i < at; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    int letter = text.charAt(at) | ' ';
    int before = text.charAt(number - 1) | ' ';
    return letter == 'y' ? before == 'p' : letter == 'm' && (before == 'p' || before == 'y');
  }

  private static boolean isPoint(int c, int notation) {
    return c == '.' || (c == ',' && notation != DurationUnits.COMPACT);
  }

  private static int skipSpaces(CharSequence text, int start, int length) {
    int i = start;
    while (i < length && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static long plus(CharSequence text, int number, long total, long more) {
    long sum = total + more;
    if (Long.compareUnsigned(sum, more) < 0) {
      throw DurationParseErrors.tooLong(text, number);
    }
    return sum;
  }
}
