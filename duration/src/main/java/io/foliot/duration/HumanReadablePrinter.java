package io.foliot.duration;

import java.io.IOException;
import java.math.RoundingMode;

/** Prints for people. {@code target} and {@code at} are those of {@link AsciiWriter}. */
final class HumanReadablePrinter {
  private static final long[] SIZE = {
    Nanos.PER_YEAR,
    Nanos.PER_DAY,
    Nanos.PER_HOUR,
    Nanos.PER_MINUTE,
    Nanos.PER_SECOND,
    Nanos.PER_MILLI,
    Nanos.PER_MICRO,
    1
  };

  /** The names of the units, packed. */
  private static final int[] NAME = {
    'y',
    'd',
    'h',
    'm' | ('i' << 8) | ('n' << 16),
    's',
    'm' | ('s' << 8),
    'u' | ('s' << 8),
    'n' | ('s' << 8)
  };

  private static final int[] NAME_LENGTH = {1, 1, 1, 3, 1, 2, 2, 2};

  private static final int SECOND = 4;

  private HumanReadablePrinter() {}

  static int print(long nanos, int units, RoundingMode mode, Object target, int at)
      throws IOException {
    if (nanos == 0) {
      return part(0, SECOND, false, target, at);
    }
    int years = (int) Nanos.toYears(nanos);
    long rest = nanos - years * Nanos.PER_YEAR;
    int first = largest(years, rest);
    int last = first + units > SIZE.length ? SIZE.length - 1 : first + units - 1;
    if (last == 0) {
      years += Rounding.increment(mode, rest, Nanos.PER_YEAR, years);
      rest = 0;
    } else {
      rest = rounded(rest, SIZE[last], mode);
      if (rest == Nanos.PER_YEAR) {
        years++;
        rest = 0;
      }
    }
    int end = at;
    boolean more = false;
    if (years != 0) {
      end = part(years, 0, false, target, end);
      more = true;
    }
    for (int unit = 1; unit <= last; unit++) {
      int value = (int) (rest / SIZE[unit]);
      rest -= value * SIZE[unit];
      if (value != 0) {
        end = part(value, unit, more, target, end);
        more = true;
      }
    }
    return end;
  }

  private static int largest(int years, long rest) {
    int unit = 0;
    if (years == 0) {
      while (rest < SIZE[unit]) {
        unit++;
      }
    }
    return unit;
  }

  /**
   * {@return the time since the last whole year, rounded to a quantum} A year is not a whole number
   * of days: its last quantum may be shorter and ends where the next year begins.
   */
  private static long rounded(long rest, long quantum, RoundingMode mode) {
    long count = rest / quantum;
    long floor = count * quantum;
    long step = Nanos.min(quantum, Nanos.PER_YEAR - floor);
    return Rounding.increment(mode, rest - floor, step, count) == 0 ? floor : floor + step;
  }

  private static int part(int value, int unit, boolean more, Object target, int at)
      throws IOException {
    int end = more ? AsciiWriter.write(' ', 1, target, at) : at;
    end = AsciiWriter.number(value, ' ', 1, target, end);
    return AsciiWriter.write(NAME[unit], NAME_LENGTH[unit], target, end);
  }
}
