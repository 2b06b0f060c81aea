package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Reads the texts described in {@link Duration#parse(CharSequence)}, in one pass and without
 * objects. A text is a row of items, each a number with its unit; the notations differ in their
 * units and in what may stand between. {@link DurationUnits} knows the units, {@link LongFraction}
 * the fractions that are longer than usual, and {@link DurationSyntax} words the refusals.
 */
final class DurationParser {
  /** Numbers of so many digits fit in 64 bits whatever their digits are. */
  private static final int SAFE_DIGITS = 19;

  /** The longest number of nanoseconds without its last digit, which is a 5. */
  private static final long LAST_TENTH = 1_844_674_407_370_955_161L;

  private DurationParser() {}

  static long parse(CharSequence text, RoundingMode mode) {
    Objects.requireNonNull(mode, "mode");
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '+' ? 1 : 0;
    if (start == length) {
      throw DurationSyntax.empty(text, start);
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
    int tail = 0;
    int i = start;
    do {
      if (notation == DurationUnits.ISO_DATE && i < length && (text.charAt(i) | ' ') == 't') {
        notation = DurationUnits.ISO_TIME;
        i++;
      }

      int number = i;
      long whole = 0;
      int digit;
      while ((digit = digitAt(text, i, length)) >= 0) {
        // Wraps around when it is long; then it is read again.
        whole = whole * 10 + digit;
        i++;
      }
      int point = i;
      if (point - number > SAFE_DIGITS) {
        whole = longNumber(text, number, point);
      }
      long fraction = 0;
      if (isPoint(text, i, length, notation)) {
        i++;
        while ((digit = digitAt(text, i, length)) >= 0) {
          // Wraps around when it is long; then it is not used.
          fraction = fraction * 10 + digit;
          i++;
        }
      }
      int decimals = i - point - 1;
      if (point == number && decimals <= 0) {
        throw DurationSyntax.noNumber(text, number, i);
      }

      int numberEnd = i;
      i = skipSpaces(text, i, length, notation);
      int found = DurationUnits.at(text, i, notation);
      if (found == DurationUnits.NOT_FOUND) {
        throw DurationSyntax.noUnit(text, i, notation);
      }
      int unit = DurationUnits.unit(found);
      if ((seen >>> unit) != 0 && (notation != DurationUnits.COMPACT || (seen >>> unit & 1) != 0)) {
        throw DurationSyntax.unitAgain(text, i, notation);
      }
      seen |= 1 << unit;
      i += DurationUnits.length(found);

      if (Long.compareUnsigned(whole, DurationUnits.limit(unit)) > 0) {
        throw DurationSyntax.tooLong(text, number);
      }
      total = plus(text, number, total, whole * DurationUnits.size(unit));
      if (decimals > 0) {
        if (decimals <= DurationUnits.decimals(unit)) {
          fraction *= DurationUnits.decimal(unit, decimals);
        } else {
          fraction = LongFraction.floor(text, point, numberEnd, unit);
          int rest = LongFraction.tail(text, point, numberEnd, unit);
          DurationSyntax.checkTail(text, point, tail, rest, mode);
          tail |= rest;
        }
        total = plus(text, number, total, fraction);
      }
      if (i < length) {
        i = skipSpaces(text, i, length, notation);
        DurationSyntax.checkMore(text, i, point, numberEnd, notation);
      }
    } while (i < length);
    return plus(text, start, total, Rounding.increment(mode, tail, LongFraction.TAILS, total));
  }

  /** The digit at an index, or a negative number if there is none. */
  private static int digitAt(CharSequence text, int i, int length) {
    if (i >= length) {
      return -1;
    }
    int digit = text.charAt(i) - '0';
    return digit <= 9 ? digit : -1;
  }

  /** A number of any length, if it fits in 64 bits. */
  private static long longNumber(CharSequence text, int start, int end) {
    long whole = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      boolean fits =
          Long.compareUnsigned(whole, LAST_TENTH) < 0 || (whole == LAST_TENTH && digit <= 5);
      if (!fits) {
        throw DurationSyntax.tooLong(text, start);
      }
      whole = whole * 10 + digit;
    }
    return whole;
  }

  private static boolean isPoint(CharSequence text, int i, int length, int notation) {
    if (i >= length) {
      return false;
    }
    char c = text.charAt(i);
    return c == '.' || (c == ',' && notation != DurationUnits.COMPACT);
  }

  private static int skipSpaces(CharSequence text, int start, int length, int notation) {
    int i = start;
    while (i < length && text.charAt(i) == ' ' && notation == DurationUnits.COMPACT) {
      i++;
    }
    return i;
  }

  private static long plus(CharSequence text, int number, long total, long more) {
    long sum = total + more;
    if (Long.compareUnsigned(sum, more) < 0) {
      throw DurationSyntax.tooLong(text, number);
    }
    return sum;
  }
}
