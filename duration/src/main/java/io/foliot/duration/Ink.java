package io.foliot.duration;

import java.io.IOException;

/**
 * Writes characters and numbers to one of three places, so that each format is laid out only once:
 * into {@code bytes} at {@code at} if it is not null, else to {@code chars} if that is not null,
 * else nowhere, to find the length. Every method returns the index after what it wrote.
 */
final class Ink {
  /** The two digits of 0 to 99, the first in the low byte: half the divisions of single digits. */
  private static final char[] PAIRS = pairs();

  private Ink() {}

  static int put(char c, byte[] bytes, Appendable chars, int at) throws IOException {
    if (bytes != null) {
      bytes[at] = (byte) c;
    } else if (chars != null) {
      chars.append(c);
    }
    return at + 1;
  }

  static int put(char first, char second, byte[] bytes, Appendable chars, int at)
      throws IOException {
    put(first, bytes, chars, at);
    return put(second, bytes, chars, at + 1);
  }

  /** A number in decimal digits; {@code value} is not negative. */
  static int number(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    if (value >= 100) {
      return value < 1_000
          ? threeDigits(value, bytes, chars, at)
          : longNumber(value, bytes, chars, at);
    }
    if (bytes == null) {
      return value < 10 ? digit(value, null, chars, at) : twoDigits(value, null, chars, at);
    }
    // Without a branch: below 10 the zero that comes first is overwritten.
    int pair = PAIRS[value];
    int second = (9 - value) >>> 31;
    bytes[at] = (byte) pair;
    bytes[at + second] = (byte) (pair >>> 8);
    return at + second + 1;
  }

  static int twoDigits(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int pair = PAIRS[value];
    return put((char) (pair & 0xFF), (char) (pair >>> 8), bytes, chars, at);
  }

  static int threeDigits(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int hundreds = value / 100;
    put((char) ('0' + hundreds), bytes, chars, at);
    return twoDigits(value - hundreds * 100, bytes, chars, at + 1);
  }

  /**
   * A point and the digits of a fraction of up to nine digits, without the zeros at its end.
   *
   * @param value the fraction in billionths, not 0
   */
  static int fraction(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int end = put('.', bytes, chars, at);
    // Nine digits: one and four pairs, found by divisions that do not wait for each other.
    int upper = value / 10_000;
    int lower = value - upper * 10_000;
    int three = upper / 100;
    int second = upper - three * 100;
    int hundreds = three / 100;
    int first = three - hundreds * 100;
    end = digit(hundreds, bytes, chars, end);
    if ((second | lower) == 0) {
      return lastPair(first, bytes, chars, end);
    }
    end = twoDigits(first, bytes, chars, end);
    if (lower == 0) {
      return lastPair(second, bytes, chars, end);
    }
    end = twoDigits(second, bytes, chars, end);
    int third = lower / 100;
    int fourth = lower - third * 100;
    if (fourth == 0) {
      return lastPair(third, bytes, chars, end);
    }
    end = twoDigits(third, bytes, chars, end);
    return lastPair(fourth, bytes, chars, end);
  }

  /** How many digits {@link #number} writes for 0 to 999. */
  static int digits(int value) {
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

  /** Two digits without the zeros at their end. */
  private static int lastPair(int value, byte[] bytes, Appendable chars, int at)
      throws IOException {
    if (value == 0) {
      return at;
    }
    int tens = value / 10;
    return tens * 10 == value ? digit(tens, bytes, chars, at) : twoDigits(value, bytes, chars, at);
  }

  private static int digit(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    return put((char) ('0' + value), bytes, chars, at);
  }

  private static int longNumber(int value, byte[] bytes, Appendable chars, int at)
      throws IOException {
    int power = 1_000;
    while (value / power >= 10) {
      power *= 10;
    }
    int end = at;
    for (; power > 0; power /= 10) {
      end = put((char) ('0' + value / power % 10), bytes, chars, end);
    }
    return end;
  }

  private static char[] pairs() {
    char[] pairs = new char[100];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (char) (('0' + i / 10) | (('0' + i % 10) << 8));
    }
    return pairs;
  }
}
