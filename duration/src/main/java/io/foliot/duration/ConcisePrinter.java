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
    int end = Ink.number((int) years, target, at);
    end = Ink.put('a', target, end);
    end = Ink.number((int) days, target, end);
    return Ink.put('d', target, end);
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
      int end = thousandths((int) (nanos / Nanos.PER_MILLI), target, at);
      return Ink.put('s', target, end);
    }
    boolean millis = nanos >= Nanos.PER_MILLI;
    int end = thousandths((int) (millis ? nanos / Nanos.PER_MICRO : nanos), target, at);
    return Ink.put('s', target, Ink.put(millis ? 'm' : 'u', target, end));
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

  private static int pair(int first, char unit, int second, char smaller, Object target, int at)
      throws IOException {
    int end = Ink.number(first, target, at);
    end = Ink.put(unit, target, end);
    end = Ink.twoDigits(second, target, end);
    return Ink.put(smaller, target, end);
  }

  private static int thousandths(int value, Object target, int at) throws IOException {
    int whole = value / 1_000;
    int end = Ink.number(whole, target, at);
    end = Ink.put('.', target, end);
    return Ink.threeDigits(value - whole * 1_000, target, end);
  }
}
