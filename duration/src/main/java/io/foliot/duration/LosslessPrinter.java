package io.foliot.duration;

import java.io.IOException;

/** Prints the lossless formats. {@code target} and {@code at} are those of {@link AsciiWriter}. */
final class LosslessPrinter {
  /** The first letters of ms, us and ns, packed. */
  private static final int SUBSECOND_PREFIXES = 'm' | ('u' << 8) | ('n' << 16);

  private LosslessPrinter() {}

  static int iso(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int end = AsciiWriter.write('P' | ('T' << 8), 2, target, at);
    int rest = (int) seconds;
    if (seconds >= 60) {
      int minutes = (int) (seconds / 60);
      rest = (int) (seconds - minutes * 60L);
      if (minutes >= 60) {
        int hours = minutes / 60;
        minutes -= hours * 60;
        end = AsciiWriter.number(hours, 'H', 1, target, end);
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
        end = AsciiWriter.number(days, 'd', 1, target, end);
      }
      end = part(hours, 'h', target, end);
      end = part(minutes, 'm', target, end);
      if ((rest | subsecond) == 0) {
        return end;
      }
    }
    return shortest(rest, subsecond, target, end);
  }

  /** Prints as {@code Duration.String()} of Go, but {@code us} for the micro sign. */
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
        end = AsciiWriter.number(minutes / 60, 'h', 1, target, end);
      }
      end = AsciiWriter.number(minutes % 60, 'm', 1, target, end);
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
        ? AsciiWriter.number(0, 's', 1, target, at)
        : AsciiWriter.number(nanos, 'n' | ('s' << 8), 2, target, at);
  }

  static int sql(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int minutes = (int) (seconds / 60);
    int hours = minutes / 60;
    int end = AsciiWriter.number(hours / 24, ' ', 1, target, at);
    end = AsciiWriter.twoDigits(hours % 24, ':', 1, target, end);
    end = AsciiWriter.twoDigits(minutes % 60, ':', 1, target, end);
    int rest = (int) (seconds - minutes * 60L);
    if (subsecond == 0) {
      return AsciiWriter.twoDigits(rest, 0, 0, target, end);
    }
    end = AsciiWriter.twoDigits(rest, '.', 1, target, end);
    return AsciiWriter.fraction(subsecond, 0, 0, target, end);
  }

  /** Prints the seconds and the fraction below them in the shortest form. */
  private static int shortest(int seconds, int subsecond, Object target, int at)
      throws IOException {
    if (isLast(seconds, subsecond)) {
      return decimal(seconds, subsecond, 's', 1, target, at);
    }
    int end = part(seconds, 's', target, at);
    int fraction = subsecond;
    int next = SUBSECOND_PREFIXES;
    while (true) {
      int value = fraction / 1_000_000;
      fraction = (fraction - value * 1_000_000) * 1_000;
      int unit = (next & 0xFF) | ('s' << 8);
      if (isLast(value, fraction)) {
        return decimal(value, fraction, unit, 2, target, end);
      }
      if (value != 0) {
        end = AsciiWriter.number(value, unit, 2, target, end);
      }
      next >>= 8;
    }
  }

  /** {@return whether a number takes the rest, in billionths, as its fraction} */
  private static boolean isLast(int value, int fraction) {
    return fraction == 0 || (value != 0 && prefersFraction(fraction));
  }

  /** {@return whether a fraction, in billionths, is no longer than the parts it stands for} */
  private static boolean prefersFraction(int fraction) {
    int first = fraction / 1_000_000;
    int rest = fraction - first * 1_000_000;
    if (first >= 10 && (rest >= 1_000 || rest == 0)) {
      // The common case: the point and leading zeros are no more than the letters of the parts.
      return true;
    }
    int second = rest / 1_000;
    int third = rest - second * 1_000;
    if (first == 0 && second != 0 && third != 0) {
      // The second group, with the third as its fraction, is shorter.
      return false;
    }
    int parts = partLength(first) + partLength(second) + partLength(third);
    return fractionLength(first, second, third) <= parts;
  }

  /** {@return the length of a fraction of three groups of three digits, with its point} */
  private static int fractionLength(int first, int second, int third) {
    if (third != 0) {
      return 7 + AsciiWriter.significantDigits(third);
    }
    if (second != 0) {
      return 4 + AsciiWriter.significantDigits(second);
    }
    return first == 0 ? 0 : 1 + AsciiWriter.significantDigits(first);
  }

  /** {@return the length of a part whose unit has two letters, 0 for zero} */
  private static int partLength(int value) {
    return value == 0 ? 0 : AsciiWriter.digitCount(value) + 2;
  }

  private static int part(int value, int unit, Object target, int at) throws IOException {
    return value == 0 ? at : AsciiWriter.number(value, unit, 1, target, at);
  }

  private static int decimal(int value, int fraction, int unit, int length, Object target, int at)
      throws IOException {
    if (fraction == 0) {
      return AsciiWriter.number(value, unit, length, target, at);
    }
    int end = AsciiWriter.number(value, '.', 1, target, at);
    return AsciiWriter.fraction(fraction, unit, length, target, end);
  }
}
