package io.foliot.duration;

import java.io.IOException;

/** Prints the concise formats. {@code target} and {@code at} are those of {@link AsciiWriter}. */
final class ConcisePrinter {
  private ConcisePrinter() {}

  static int print(long nanos, boolean ceiling, Object target, int at) throws IOException {
    if (Nanos.toYears(nanos) != 0) {
      return years(nanos, ceiling, target, at);
    }
    // Each unit is a multiple of the next smaller quantum: rounding up may reach the next unit, but
    // leaves nothing to round there.
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
      // A year is not a whole number of days: the last day of a year is shorter.
      if (days * Nanos.PER_DAY > Nanos.PER_YEAR) {
        days = 0;
        years++;
      }
    }
    int end = AsciiWriter.number((int) years, 'a', 1, target, at);
    return AsciiWriter.number((int) days, 'd', 1, target, end);
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

  /** {@return the resolution of the text for a duration of less than a year} */
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
    int end = AsciiWriter.number(first, unit, 1, target, at);
    return AsciiWriter.twoDigits(second, smaller, 1, target, end);
  }

  private static int thousandths(int value, int unit, int length, Object target, int at)
      throws IOException {
    int whole = value / 1_000;
    int rest = value - whole * 1_000;
    int tenth = rest / 100;
    int end = AsciiWriter.number(whole, '.', 1, target, at);
    end = AsciiWriter.write('0' + tenth, 1, target, end);
    return AsciiWriter.twoDigits(rest - tenth * 100, unit, length, target, end);
  }
}
