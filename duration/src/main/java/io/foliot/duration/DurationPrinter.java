package io.foliot.duration;

import java.io.IOException;

/** Lays out the two lossless formats. The last three parameters are those of {@link Ink}. */
final class DurationPrinter {
  private DurationPrinter() {}

  static int iso(long nanos, Object target, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int hours = (int) (seconds / 3_600);
    int rest = (int) (seconds - hours * 3_600L);
    int minutes = rest / 60;
    rest -= minutes * 60;
    Ink.put('P', 'T', target, at);
    int end = part(hours, 'H', target, at + 2);
    end = part(minutes, 'M', target, end);
    if (rest == 0 && subsecond == 0 && nanos != 0) {
      return end;
    }
    end = Ink.number(rest, target, end);
    end = Ink.fraction(subsecond, target, end);
    return Ink.put('S', target, end);
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
      int days = hours / 24;
      end = part(days, 'd', target, end);
      end = part(hours - days * 24, 'h', target, end);
      end = part(minutes - hours * 60, 'm', target, end);
    }
    if (subsecond != 0) {
      return withFraction(rest, subsecond, target, end);
    }
    return nanos == 0 ? Ink.put('0', 's', target, end) : part(rest, 's', target, end);
  }

  /** The seconds and what is below them, in the shortest way. */
  private static int withFraction(int seconds, int subsecond, Object target, int at)
      throws IOException {
    int millis = subsecond / 1_000_000;
    int belowMillis = subsecond - millis * 1_000_000;
    int micros = belowMillis / 1_000;
    int nanos = belowMillis - micros * 1_000;

    int end = at;
    if (seconds != 0) {
      end = Ink.number(seconds, target, end);
      if (fractionPays(millis, micros, nanos)) {
        end = Ink.fraction(subsecond, target, end);
        return Ink.put('s', target, end);
      }
      end = Ink.put('s', target, end);
    }
    if (millis != 0) {
      end = Ink.number(millis, target, end);
      if (fractionPays(micros, nanos, 0)) {
        end = Ink.fraction(belowMillis * 1_000, target, end);
        return Ink.put('m', 's', target, end);
      }
      end = Ink.put('m', 's', target, end);
    }
    if (micros != 0) {
      end = Ink.number(micros, target, end);
      if (fractionPays(nanos, 0, 0)) {
        end = Ink.fraction(nanos * 1_000_000, target, end);
        return Ink.put('u', 's', target, end);
      }
      end = Ink.put('u', 's', target, end);
    }
    end = Ink.number(nanos, target, end);
    return Ink.put('n', 's', target, end);
  }

  /** Whether a fraction of these groups is not longer than what they need as parts. */
  private static boolean fractionPays(int first, int second, int third) {
    if (first >= 100 && (second >= 100 || (second | third) == 0) && (third >= 100 || third == 0)) {
      // No group has a zero that a part would leave out: the usual case, without counting.
      return true;
    }
    return fractionLength(first, second, third) <= partsLength(first, second, third);
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

  /** The shortest way to write groups as parts, where any part may end with a fraction. */
  private static int partsLength(int first, int second, int third) {
    int thirdLength = partLength(third);
    int secondLength = withPart(second, fractionLength(third, 0, 0), thirdLength);
    return withPart(first, fractionLength(second, third, 0), secondLength);
  }

  /** The length of a part, if there is one, and of what follows it in the shorter of two ways. */
  private static int withPart(int value, int asFraction, int asParts) {
    return value != 0 && asFraction < asParts
        ? partLength(value) + asFraction
        : partLength(value) + asParts;
  }

  /** The length of a part whose unit has two letters. */
  private static int partLength(int value) {
    return value == 0 ? 0 : Ink.digits(value) + 2;
  }

  private static int part(int value, char unit, Object target, int at) throws IOException {
    if (value == 0) {
      return at;
    }
    return Ink.put(unit, target, Ink.number(value, target, at));
  }
}
