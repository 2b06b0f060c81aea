package io.foliot.duration;

import java.io.IOException;

/** Lays out the lossless formats. The last three parameters are those of {@link Ink}. */
final class DurationPrinter {
  /** The first letters of the units below the second, packed as {@link Ink} takes them. */
  private static final int FRACTIONS = 'm' | ('u' << 8) | ('n' << 16);

  private DurationPrinter() {}

  static int iso(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int end = Ink.put('P' | ('T' << 8), 2, target, at);
    int rest = (int) seconds;
    if (seconds >= 60) {
      int minutes = (int) (seconds / 60);
      rest = (int) (seconds - minutes * 60L);
      if (minutes >= 60) {
        int hours = minutes / 60;
        minutes -= hours * 60;
        end = Ink.number(hours, 'H', 1, target, end);
      }
      end = part(minutes, 'M', target, end);
      if ((rest | subsecond) == 0) {
        return end;
      }
    }
    return decimal(rest, subsecond, 'S', 1, target, end);
  }

  static int compact(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int end = at;
    int rest = (int) seconds;
    if (seconds >= 60) {
      int minutes = (int) (seconds / 60);
      rest = (int) (seconds - minutes * 60L);
      int hours = minutes / 60;
      minutes -= hours * 60;
      if (hours >= 24) {
        int days = hours / 24;
        hours -= days * 24;
        end = Ink.number(days, 'd', 1, target, end);
      }
      end = part(hours, 'h', target, end);
      end = part(minutes, 'm', target, end);
      if ((rest | subsecond) == 0) {
        return end;
      }
    }
    return shortest(rest, subsecond, target, end);
  }

  /** As {@code Duration.String()} of Go, but for the micro sign. */
  static int go(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    if (seconds == 0) {
      return goSubsecond(subsecond, target, at);
    }
    int end = at;
    if (seconds >= 60) {
      int minutes = (int) (seconds / 60);
      if (minutes >= 60) {
        end = Ink.number(minutes / 60, 'h', 1, target, end);
      }
      end = Ink.number(minutes % 60, 'm', 1, target, end);
    }
    return decimal((int) (seconds % 60), subsecond, 's', 1, target, end);
  }

  private static int goSubsecond(int nanos, Object target, int at) throws IOException {
    if (nanos >= Nanos.PER_MILLI) {
      int millis = nanos / 1_000_000;
      return decimal(millis, (nanos - millis * 1_000_000) * 1_000, 'm' | ('s' << 8), 2, target, at);
    }
    if (nanos >= Nanos.PER_MICRO) {
      int micros = nanos / 1_000;
      return decimal(micros, (nanos - micros * 1_000) * 1_000_000, 'u' | ('s' << 8), 2, target, at);
    }
    return nanos == 0
        ? Ink.number(0, 's', 1, target, at)
        : Ink.number(nanos, 'n' | ('s' << 8), 2, target, at);
  }

  static int sql(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int minutes = (int) (seconds / 60);
    int hours = minutes / 60;
    int end = Ink.number(hours / 24, ' ', 1, target, at);
    end = Ink.twoDigits(hours % 24, ':', 1, target, end);
    end = Ink.twoDigits(minutes % 60, ':', 1, target, end);
    int rest = (int) (seconds - minutes * 60L);
    if (subsecond == 0) {
      return Ink.twoDigits(rest, 0, 0, target, end);
    }
    end = Ink.twoDigits(rest, '.', 1, target, end);
    return Ink.fraction(subsecond, 0, 0, target, end);
  }

  /** The seconds and what is below them, in the shortest way. */
  private static int shortest(int seconds, int subsecond, Object target, int at)
      throws IOException {
    if (isLast(seconds, subsecond)) {
      return decimal(seconds, subsecond, 's', 1, target, at);
    }
    int end = part(seconds, 's', target, at);
    int fraction = subsecond;
    int next = FRACTIONS;
    while (true) {
      int value = fraction / 1_000_000;
      fraction = (fraction - value * 1_000_000) * 1_000;
      int unit = (next & 0xFF) | ('s' << 8);
      if (isLast(value, fraction)) {
        return decimal(value, fraction, unit, 2, target, end);
      }
      if (value != 0) {
        end = Ink.number(value, unit, 2, target, end);
      }
      next >>= 8;
    }
  }

  /** Whether nothing comes after a number but its fraction, in billionths. */
  private static boolean isLast(int value, int fraction) {
    return fraction == 0 || (value != 0 && fractionPays(fraction));
  }

  /** Whether a fraction, in billionths, is not longer than the parts that would stand for it. */
  private static boolean fractionPays(int fraction) {
    int first = fraction / 1_000_000;
    int rest = fraction - first * 1_000_000;
    if (first >= 10 && (rest >= 1_000 || rest == 0)) {
      // The usual case: a point and the zeros after it are not more than the letters of the parts.
      return true;
    }
    int second = rest / 1_000;
    int third = rest - second * 1_000;
    if (first == 0 && second != 0 && third != 0) {
      // The second group with the third as its fraction is shorter.
      return false;
    }
    int parts = partLength(first) + partLength(second) + partLength(third);
    return fractionLength(first, second, third) <= parts;
  }

  /** The length of a fraction of up to three groups of three digits, with its point. */
  private static int fractionLength(int first, int second, int third) {
    if (third != 0) {
      return 7 + Ink.significantDigits(third);
    }
    if (second != 0) {
      return 4 + Ink.significantDigits(second);
    }
    return first == 0 ? 0 : 1 + Ink.significantDigits(first);
  }

  /** The length of a part whose unit has two letters. */
  private static int partLength(int value) {
    return value == 0 ? 0 : Ink.length(value) + 2;
  }

  private static int part(int value, int unit, Object target, int at) throws IOException {
    return value == 0 ? at : Ink.number(value, unit, 1, target, at);
  }

  private static int decimal(int value, int fraction, int unit, int length, Object target, int at)
      throws IOException {
    if (fraction == 0) {
      return Ink.number(value, unit, length, target, at);
    }
    int end = Ink.number(value, '.', 1, target, at);
    return Ink.fraction(fraction, unit, length, target, end);
  }
}
