package io.foliot.duration;

import java.io.IOException;

/**
 * Writes characters and numbers to a target, so that each format is laid out only once. A target is
 * a {@code byte[]}, which is written at {@code at}, or an {@link Appendable}, or null, which only
 * counts. Every method returns the index after what it wrote.
 *
 * <p>Characters come several at a time, packed with the first one in the lowest byte, so that there
 * is one look at the kind of target for all of them.
 */
final class Ink {
  /** The two digits of 0 to 99, packed: half the divisions of single digits. */
  private static final char[] PAIRS = pairs();

  private Ink() {}

  /** Writes the first {@code count} of up to four packed characters; at least one. */
  static int put(int packed, int count, Object target, int at) throws IOException {
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

  /**
   * A number in decimal digits, and what follows it.
   *
   * @param value not negative
   * @param unit up to two packed characters
   * @param length how many characters {@code unit} has
   */
  static int number(int value, int unit, int length, Object target, int at) throws IOException {
    if (value < 10) {
      return put(('0' + value) | (unit << 8), 1 + length, target, at);
    }
    int end = at;
    int rest = value;
    if (value >= 100) {
      int high = value / 100;
      end = digits(high, target, end);
      rest = value - high * 100;
    }
    return put(PAIRS[rest] | (unit << 16), 2 + length, target, end);
  }

  /** A number below 100 in two digits, and what follows it, as in {@link #number}. */
  static int twoDigits(int value, int unit, int length, Object target, int at) throws IOException {
    return put(PAIRS[value] | (unit << 16), 2 + length, target, at);
  }

  /** A number below 1000 in three digits. */
  private static int threeDigits(int value, Object target, int at) throws IOException {
    int hundreds = value / 100;
    int packed = ('0' + hundreds) | (PAIRS[value - hundreds * 100] << 8);
    return put(packed, 3, target, at);
  }

  /**
   * The digits of a fraction of up to nine digits, without the zeros at its end, and what follows
   * them.
   *
   * @param value the fraction in billionths; not zero
   * @param unit up to two packed characters
   * @param length how many characters {@code unit} has
   */
  static int fraction(int value, int unit, int length, Object target, int at) throws IOException {
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
      return put(('0' + hundreds) | (unit << 8), 1 + length, target, end);
    }
    int pair = PAIRS[rest];
    end = put(('0' + hundreds) | (pair << 8), 2, target, end);
    if (pair >> 8 != '0') {
      return put((pair >> 8) | (unit << 8), 1 + length, target, end);
    }
    return length == 0 ? end : put(unit, length, target, end);
  }

  /** How many digits {@link #number} writes for 0 to 999. */
  static int length(int value) {
    return value >= 100 ? 3 : value >= 10 ? 2 : 1;
  }

  /** How many of the three digits of a group remain without the zeros at its end. */
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
    return put('0' + value - high * 10, 1, target, end);
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
