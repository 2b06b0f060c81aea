package io.foliot.duration;

import java.io.IOException;

/** Lays out the two concise formats. The last three parameters are those of {@link Ink}. */
final class ConcisePrinter {
  private ConcisePrinter() {}

  static int print(long nanos, boolean ceiling, Object target, int at) throws IOException {
    if (Nanos.toYears(nanos) != 0) {
      return years(nanos, ceiling, target, at);
    }
    // Each unit is a whole number of quanta of the next smaller one, so rounding up may reach the
    // next unit but then leaves nothing to round there.
    long shown = ceiling ? ceiling(nanos, quantum(nanos)) : nanos;
    return Nanos.toYears(shown) != 0
        ? years(shown, ceiling, target, at)
        : belowYears(shown, target, at);
  }

  private static int years(long nanos, boolean ceiling, Object target, int at) throws IOException {
    long years = Nanos.toYears(nanos);
    long rest = nanos - years * Nanos.PER_YEAR;
    long days = Nanos.toDays(rest);
    if (ceiling && days * Nanos.PER_DAY != rest) {
      days++;
      // A year is not a whole number of days: the last day of a year is cut short.
      if (days * Nanos.PER_DAY > Nanos.PER_YEAR) {
        days = 0;
        years++;
      }
    }
    int end = Ink.number((int) years, 'a', 1, target, at);
    return Ink.number((int) days, 'd', 1, target, end);
  }

  private static int belowYears(long nanos, Object target, int at) throws IOException {
    int minutes = (int) (nanos / Nanos.PER_MINUTE);
    int hours = minutes / 60;
    int days = hours / 24;
    if (days != 0) {
      return pair(days, 'd', hours - days * 24, 'h', target, at);
    }
    if (hours != 0) {
      return pair(hours, 'h', minutes - hours * 60, 'm', target, at);
    }
    if (minutes != 0) {
      int seconds = (int) ((nanos - minutes * Nanos.PER_MINUTE) / Nanos.PER_SECOND);
      return pair(minutes, 'm', seconds, 's', target, at);
    }
    if (nanos >= Nanos.PER_SECOND) {
      return thousandths((int) (nanos / Nanos.PER_MILLI), 's', 1, target, at);
    }
    return nanos >= Nanos.PER_MILLI
        ? thousandths((int) (nanos / Nanos.PER_MICRO), 'm' | ('s' << 8), 2, target, at)
        : thousandths((int) nanos, 'u' | ('s' << 8), 2, target, at);
  }

  /** The smallest difference that shows, for a duration of less than a year. */
  private static long quantum(long nanos) {
    if (nanos >= Nanos.PER_HOUR) {
      return nanos >= Nanos.PER_DAY ? Nanos.PER_HOUR : Nanos.PER_MINUTE;
    }
    if (nanos >= Nanos.PER_SECOND) {
      return nanos >= Nanos.PER_MINUTE ? Nanos.PER_SECOND : Nanos.PER_MILLI;
    }
    return nanos >= Nanos.PER_MILLI ? Nanos.PER_MICRO : 1;
  }

  private static long ceiling(long nanos, long quantum) {
    return (nanos + quantum - 1) / quantum * quantum;
  }

  private static int pair(int first, int unit, int second, int smaller, Object target, int at)
      throws IOException {
    int end = Ink.number(first, unit, 1, target, at);
    return Ink.twoDigits(second, smaller, 1, target, end);
  }

  private static int thousandths(int value, int unit, int length, Object target, int at)
      throws IOException {
    int whole = value / 1_000;
    int rest = value - whole * 1_000;
    int tenth = rest / 100;
    int end = Ink.number(whole, '.', 1, target, at);
    end = Ink.put('0' + tenth, 1, target, end);
    return Ink.twoDigits(rest - tenth * 100, unit, length, target, end);
  }
}
