package io.foliot.duration;

import java.io.IOException;

/** Lays out the two concise formats. The last three parameters are those of {@link Ink}. */
final class ConcisePrinter {
  private ConcisePrinter() {}

  static int print(long nanos, boolean ceiling, byte[] bytes, Appendable chars, int at)
      throws IOException {
    if (Nanos.toYears(nanos) != 0) {
      return years(nanos, ceiling, bytes, chars, at);
    }
    // Each unit is a whole number of quanta of the next smaller one, so rounding up may reach the
    // next unit but then leaves nothing to round there.
    long shown = ceiling ? ceiling(nanos, quantum(nanos)) : nanos;
    return Nanos.toYears(shown) != 0
        ? years(shown, ceiling, bytes, chars, at)
        : belowYears(shown, bytes, chars, at);
  }

  private static int years(long nanos, boolean ceiling, byte[] bytes, Appendable chars, int at)
      throws IOException {
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
    int end = Ink.number((int) years, bytes, chars, at);
    end = Ink.put('a', bytes, chars, end);
    end = Ink.number((int) days, bytes, chars, end);
    return Ink.put('d', bytes, chars, end);
  }

  private static int belowYears(long nanos, byte[] bytes, Appendable chars, int at)
      throws IOException {
    int minutes = (int) (nanos / Nanos.PER_MINUTE);
    int hours = minutes / 60;
    int days = hours / 24;
    if (days != 0) {
      return pair(days, 'd', hours - days * 24, 'h', bytes, chars, at);
    }
    if (hours != 0) {
      return pair(hours, 'h', minutes - hours * 60, 'm', bytes, chars, at);
    }
    if (minutes != 0) {
      int seconds = (int) ((nanos - minutes * Nanos.PER_MINUTE) / Nanos.PER_SECOND);
      return pair(minutes, 'm', seconds, 's', bytes, chars, at);
    }
    if (nanos >= Nanos.PER_SECOND) {
      int end = thousandths((int) (nanos / Nanos.PER_MILLI), bytes, chars, at);
      return Ink.put('s', bytes, chars, end);
    }
    boolean millis = nanos >= Nanos.PER_MILLI;
    int end = thousandths((int) (millis ? nanos / Nanos.PER_MICRO : nanos), bytes, chars, at);
    return Ink.put('s', bytes, chars, Ink.put(millis ? 'm' : 'u', bytes, chars, end));
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

  private static int pair(
      int first, char unit, int second, char smaller, byte[] bytes, Appendable chars, int at)
      throws IOException {
    int end = Ink.number(first, bytes, chars, at);
    end = Ink.put(unit, bytes, chars, end);
    end = Ink.twoDigits(second, bytes, chars, end);
    return Ink.put(smaller, bytes, chars, end);
  }

  private static int thousandths(int value, byte[] bytes, Appendable chars, int at)
      throws IOException {
    int whole = value / 1_000;
    int end = Ink.number(whole, bytes, chars, at);
    end = Ink.put('.', bytes, chars, end);
    return Ink.threeDigits(value - whole * 1_000, bytes, chars, end);
  }
}
