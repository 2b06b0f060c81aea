package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Reads the texts described in {@link Duration#parse(CharSequence)}, in one pass and without
 * objects. A text is a row of items, each a number with its unit; the notations differ in their
 * units and in what may stand between. {@link DurationUnits} knows the units, {@link LongFraction}
 * the fractions that are longer than usual, {@link CalendarZeros} the years and months that are
 * none, and {@link DurationSyntax} words the refusals.
 */
final class DurationScanner {
  /** Numbers of so many digits fit in 64 bits whatever their digits are. */
  private static final int SAFE_DIGITS = 19;

  /** The longest number of nanoseconds without its last digit, which is a 5. */
  private static final long LAST_TENTH = 1_844_674_407_370_955_161L;

  private static final int END = -1;

  private DurationScanner() {}

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
      int point = -1;
      // The digits without the point. Wraps around when there are many; then it is not used.
      long digits = 0;
      int c = END;
      while (i < length) {
        c = text.charAt(i);
        int digit = c - '0';
        if (digit >= 0 && digit <= 9) {
          // Times ten in two steps, which is the shortest chain from one digit to the next.
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
          throw DurationSyntax.noNumber(text, number, end, notation);
        }
        i = skipSpaces(text, end, length);
        if (i == length) {
          throw DurationSyntax.endsWithSpace(text);
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
        if (!CalendarZeros.isAt(text, number, i, notation)) {
          throw DurationSyntax.noUnit(text, number, i, notation);
        }
        i++;
        continue;
      }
      int unit = DurationUnits.unit(found);
      if ((seen >>> unit) != 0 && (notation != DurationUnits.COMPACT || (seen >>> unit & 1) != 0)) {
        throw DurationSyntax.unitAgain(text, i, notation);
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
          int rest = LongFraction.tail(text, point, end, unit);
          DurationSyntax.checkTail(text, point, tail, rest, mode);
          tail |= rest;
        }
      }
      total = plus(text, number, total, nanos);
      if (point >= 0 && i < length && notation != DurationUnits.COMPACT) {
        throw DurationSyntax.fractionNotLast(text, i);
      }
    } while (i < length);
    return plus(text, start, total, Rounding.increment(mode, tail, LongFraction.TAILS, total));
  }

  /** Whether a product surely fits in 64 bits. */
  private static boolean fits(long a, long b) {
    return Long.numberOfLeadingZeros(a) + Long.numberOfLeadingZeros(b) >= Long.SIZE;
  }

  /** The whole nanoseconds of an item with many digits, or near the longest duration. */
  private static long longItem(CharSequence text, int number, int wholeEnd, int end, int unit) {
    long whole = longNumber(text, number, wholeEnd);
    if (Long.compareUnsigned(whole, DurationUnits.limit(unit)) > 0) {
      throw DurationSyntax.tooLong(text, number);
    }
    long fraction = LongFraction.floor(text, wholeEnd, end, unit);
    return plus(text, number, whole * DurationUnits.size(unit), fraction);
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
      throw DurationSyntax.tooLong(text, number);
    }
    return sum;
  }
}
