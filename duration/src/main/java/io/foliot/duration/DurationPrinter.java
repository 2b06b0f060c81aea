package io.foliot.duration;

import java.io.IOException;

/** Lays out the two lossless formats. The last three parameters are those of {@link Ink}. */
final class DurationPrinter {
  private DurationPrinter() {}

  static int iso(long nanos, byte[] bytes, Appendable chars, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int hours = (int) (seconds / 3_600);
    int rest = (int) (seconds - hours * 3_600L);
    int minutes = rest / 60;
    rest -= minutes * 60;
    Ink.put('P', 'T', bytes, chars, at);
    int end = part(hours, 'H', bytes, chars, at + 2);
    end = part(minutes, 'M', bytes, chars, end);
    if (subsecond == 0 && (rest != 0 || nanos == 0)) {
      end = Ink.number(rest, bytes, chars, end);
      return Ink.put('S', bytes, chars, end);
    }
    if (subsecond == 0) {
      return end;
    }
    end = Ink.number(rest, bytes, chars, end);
    end = Ink.fraction(subsecond, bytes, chars, end);
    return Ink.put('S', bytes, chars, end);
  }

  static int compact(long nanos, byte[] bytes, Appendable chars, int at) throws IOException {
    long seconds = Nanos.toSeconds(nanos);
    int subsecond = (int) (nanos - seconds * Nanos.PER_SECOND);
    int end = at;
    int rest = (int) seconds;
    if (seconds >= 60) {
      int minutes = (int) (seconds / 60);
      rest = (int) (seconds - minutes * 60L);
      int hours = minutes / 60;
      int days = hours / 24;
      end = part(days, 'd', bytes, chars, end);
      end = part(hours - days * 24, 'h', bytes, chars, end);
      end = part(minutes - hours * 60, 'm', bytes, chars, end);
    }
    if (subsecond != 0) {
      return withFraction(rest, subsecond, bytes, chars, end);
    }
    return nanos == 0 ? Ink.put('0', 's', bytes, chars, end) : part(rest, 's', bytes, chars, end);
  }

  /** The seconds and what is below them, in the shortest way. */
  private static int withFraction(
      int seconds, int subsecond, byte[] bytes, Appendable chars, int at) throws IOException {
    int millis = subsecond / 1_000_000;
    int belowMillis = subsecond - millis * 1_000_000;
    int micros = belowMillis / 1_000;
    int nanos = belowMillis - micros * 1_000;

    // What each group of digits costs as a part of its own, and what all from it on cost as the
    // fraction of the part before it, which must be there.
    int nanosPart = length(nanos);
    int nanosTail = nanos == 0 ? 0 : 1 + Ink.significantDigits(nanos);
    int microsPart =
        length(micros) + (micros != 0 && nanosTail <= nanosPart ? nanosTail : nanosPart);
    int microsTail =
        nanos != 0 ? 3 + nanosTail : micros == 0 ? 0 : 1 + Ink.significantDigits(micros);
    int millisPart =
        length(millis) + (millis != 0 && microsTail <= microsPart ? microsTail : microsPart);
    int millisTail = microsTail != 0 ? 3 + microsTail : 1 + Ink.significantDigits(millis);

    int end = at;
    if (seconds != 0) {
      end = Ink.number(seconds, bytes, chars, end);
      if (millisTail <= millisPart) {
        end = Ink.fraction(subsecond, bytes, chars, end);
        return Ink.put('s', bytes, chars, end);
      }
      end = Ink.put('s', bytes, chars, end);
    }
    if (millis != 0) {
      end = Ink.number(millis, bytes, chars, end);
      if (microsTail <= microsPart) {
        if (microsTail != 0) {
          end = Ink.fraction(belowMillis * 1_000, bytes, chars, end);
        }
        return Ink.put('m', 's', bytes, chars, end);
      }
      end = Ink.put('m', 's', bytes, chars, end);
    }
    if (micros != 0) {
      end = Ink.number(micros, bytes, chars, end);
      if (nanosTail <= nanosPart) {
        if (nanosTail != 0) {
          end = Ink.fraction(nanos * 1_000_000, bytes, chars, end);
        }
        return Ink.put('u', 's', bytes, chars, end);
      }
      end = Ink.put('u', 's', bytes, chars, end);
    }
    end = Ink.number(nanos, bytes, chars, end);
    return Ink.put('n', 's', bytes, chars, end);
  }

  /** The length of a part whose unit has two letters. */
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
}
