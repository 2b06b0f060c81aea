package io.foliot.duration;

import java.io.IOException;

/**
 * Writes ASCII characters and decimal numbers to a target: a {@code byte[]}, from index {@code at};
 * an {@link Appendable}; or null, which only counts. Every method returns the index after the last
 * character.
 *
 * <p>Characters are packed into an {@code int}, the first in the lowest byte, so that the kind of
 * target is tested once for all of them. A {@code suffix} of up to two packed characters follows a
 * number.
 */
final class AsciiWriter {
  /** The two digits of 0 to 99, packed. */
  private static final char[] PAIRS = pairs();

  private AsciiWriter() {}

  /** Writes the first {@code count} of the packed characters, 1 to 4. */
  static int write(int packed, int count, Object target, int at) throws IOException {
    if (target instanceof byte[]) {
      byte[] bytes = (byte[]) target;
      bytes[at] = (byte) packed;
      if (count > 1) {
        bytes[at + 1] = (byte) (packed >> 8);
      }
      if (count > 2) {
        bytes[at + 2] = (byte) (packed >> 16);
      }
      if (count > 3) {
        bytes[at + 3] = (byte) (packed >> 24);
      }
    } else if (target != null) {
      append(packed, count, (Appendable) target);
    }
    return at + count;
  }

  /** Writes a number that is not negative, and its suffix. */
  static int number(int value, int suffix, int suffixLength, Object target, int at)
      throws IOException {
    if (value < 10) {
      return write(('0' + value) | (suffix << 8), 1 + suffixLength, target, at);
    }
    int end = at;
    int rest = value;
    if (value >= 100) {
      int high = value / 100;
      end = digits(high, target, end);
      rest = value - high * 100;
    }
    return write(PAIRS[rest] | (suffix << 16), 2 + suffixLength, target, end);
  }

  /** Writes a number below 100 as two digits, and its suffix. */
  static int twoDigits(int value, int suffix, int suffixLength, Object target, int at)
      throws IOException {
    return write(PAIRS[value] | (suffix << 16), 2 + suffixLength, target, at);
  }

  /** Writes a number below 1000 as three digits. */
  private static int threeDigits(int value, Object target, int at) throws IOException {
    int hundreds = value / 100;
    int packed = ('0' + hundreds) | (PAIRS[value - hundreds * 100] << 8);
    return write(packed, 3, target, at);
  }

  /** Writes a fraction in billionths, not zero, without trailing zeros, and its suffix. */
  static int fraction(int value, int suffix, int suffixLength, Object target, int at)
      throws IOException {
    int group = value / 1_000_000;
    int rest = value - group * 1_000_000;
    int end = at;
    if (rest != 0) {
      end = threeDigits(group, target, end);
      group = rest / 1_000;
      rest -= group * 1_000;
      if (rest != 0) {
        end = threeDigits(group, target, end);
        group = rest;
      }
    }
    int hundreds = group / 100;
    rest = group - hundreds * 100;
    if (rest == 0) {
      return write(('0' + hundreds) | (suffix << 8), 1 + suffixLength, target, end);
    }
    int pair = PAIRS[rest];
    end = write(('0' + hundreds) | (pair << 8), 2, target, end);
    if (pair >> 8 != '0') {
      return write((pair >> 8) | (suffix << 8), 1 + suffixLength, target, end);
    }
    return suffixLength == 0 ? end : write(suffix, suffixLength, target, end);
  }

  /** {@return the number of digits of 0 to 999} */
  static int digitCount(int value) {
    return value >= 100 ? 3 : value >= 10 ? 2 : 1;
  }

  /** {@return the number of digits of a group of three without its trailing zeros} */
  static int significantDigits(int group) {
    int tenth = group / 10;
    if (tenth * 10 != group) {
      return 3;
    }
    return tenth / 10 * 10 == tenth ? 1 : 2;
  }

  private static int digits(int value, Object target, int at) throws IOException {
    int high = value / 10;
    int end = high == 0 ? at : digits(high, target, at);
    return write('0' + value - high * 10, 1, target, end);
  }

  private static void append(int packed, int count, Appendable target) throws IOException {
    for (int i = 0; i < count; i++) {
      target.append((char) ((packed >> (i * 8)) & 0xFF));
    }
  }

  private static char[] pairs() {
    char[] pairs = new char[100];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (char) (('0' + i / 10) | (('0' + i % 10) << 8));
    }
    return pairs;
  }
}
