package io.foliot.duration;

import java.io.IOException;

/** Lays out the two lossless formats. The last three parameters are those of {@link Ink}. */
final class DurationPrinter {
  private static final int SECONDS_PER_DAY = 86_400;

  private DurationPrinter() {}

  static int iso(long nanos, byte[] bytes, Appendable chars, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int hours = (int) (seconds / 3_600);
    int rest = (int) (seconds - hours * 3_600L);
    int end = Ink.put('T', bytes, chars, Ink.put('P', bytes, chars, at));
    if (nanos == 0) {
      return Ink.put('S', bytes, chars, Ink.put('0', bytes, chars, end));
    }
    end = part(hours, 'H', bytes, chars, end);
    end = part(rest / 60, 'M', bytes, chars, end);
    int s = rest % 60;
    if (subsecond == 0) {
      return part(s, 'S', bytes, chars, end);
    }
    end = Ink.number(s, bytes, chars, end);
    end = Ink.fraction(subsecond, bytes, chars, end);
    return Ink.put('S', bytes, chars, end);
  }

  static int compact(long nanos, byte[] bytes, Appendable chars, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int days = (int) (seconds / SECONDS_PER_DAY);
    int rest = (int) (seconds - (long) days * SECONDS_PER_DAY);
    int end = part(days, 'd', bytes, chars, at);
    if (rest >= 60) {
      int minutes = rest / 60;
      rest -= minutes * 60;
      end = part(minutes / 60, 'h', bytes, chars, end);
      end = part(minutes % 60, 'm', bytes, chars, end);
    }
    if (subsecond != 0) {
      return withFraction(rest, subsecond, bytes, chars, end);
    }
    if (rest != 0 || nanos == 0) {
      end = Ink.number(rest, bytes, chars, end);
      return Ink.put('s', bytes, chars, end);
    }
    return end;
  }

  /**
   * The seconds and what is below them, in the shortest way: {@code decimal} is the unit that takes
   * all smaller ones as its fraction, 0 for seconds to 3 for nanoseconds, which take none.
   */
  private static int withFraction(
      int seconds, int subsecond, byte[] bytes, Appendable chars, int at) throws IOException {
    int millis = subsecond / 1_000_000;
    int belowMillis = subsecond - millis * 1_000_000;
    int micros = belowMillis / 1_000;
    int nanos = belowMillis - micros * 1_000;
    int decimal = decimalUnit(seconds, millis, micros, nanos, subsecond);

    int end = at;
    if (decimal == 0) {
      end = Ink.number(seconds, bytes, chars, end);
      end = Ink.fraction(subsecond, bytes, chars, end);
      return Ink.put('s', bytes, chars, end);
    }
    end = part(seconds, 's', bytes, chars, end);
    if (millis != 0) {
      end = Ink.number(millis, bytes, chars, end);
      if (decimal == 1 && belowMillis != 0) {
        end = Ink.fraction(belowMillis * 1_000, bytes, chars, end);
      }
      end = subsecondUnit('m', bytes, chars, end);
    }
    if (decimal == 1) {
      return end;
    }
    if (micros != 0) {
      end = Ink.number(micros, bytes, chars, end);
      if (decimal == 2 && nanos != 0) {
        end = Ink.fraction(nanos * 1_000_000, bytes, chars, end);
      }
      end = subsecondUnit('u', bytes, chars, end);
    }
    if (decimal == 2 || nanos == 0) {
      return end;
    }
    end = Ink.number(nanos, bytes, chars, end);
    return subsecondUnit('n', bytes, chars, end);
  }

  private static int decimalUnit(int seconds, int millis, int micros, int nanos, int subsecond) {
    int decimals = Ink.fractionDigits(subsecond);
    int best = 3;
    // Lengths of what follows the seconds.
    int shortest = length(millis) + length(micros) + length(nanos);
    if (micros != 0) {
      int length = length(millis) + length(micros) + (nanos == 0 ? 0 : 1 + decimals - 6);
      if (length <= shortest) {
        shortest = length;
        best = 2;
      }
    }
    if (millis != 0) {
      int length = length(millis) + (decimals > 3 ? 1 + decimals - 3 : 0);
      if (length <= shortest) {
        shortest = length;
        best = 1;
      }
    }
    return seconds != 0 && 1 + decimals <= shortest ? 0 : best;
  }

  /** The length of a part with a unit of two letters. */
  private static int length(int value) {
    return value == 0 ? 0 : Ink.digits(value) + 2;
  }

  private static int part(int value, char unit, byte[] bytes, Appendable chars, int at)
      throws IOException {
    if (value == 0) {
      return at;
    }
    return Ink.put(unit, bytes, chars, Ink.number(value, bytes, chars, at));
  }

  private static int subsecondUnit(char prefix, byte[] bytes, Appendable chars, int at)
      throws IOException {
    return Ink.put('s', bytes, chars, Ink.put(prefix, bytes, chars, at));
  }
}
