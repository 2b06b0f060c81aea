package io.foliot.duration;

import java.io.IOException;

/**
 * Writes characters and numbers to a target, so that each format is laid out only once. A target is
 * a {@code byte[]} or a {@code char[]}, which is written at {@code at}, or an {@link Appendable},
 * or null, which only counts. Every method returns the index after what it wrote.
 */
final class Ink {
  /** The two digits of 0 to 99, the first in the low byte: half the divisions of single digits. */
  private static final char[] PAIRS = pairs();

  private Ink() {}

  static int put(char c, Object target, int at) throws IOException {
    if (target instanceof byte[]) {
      ((byte[]) target)[at] = (byte) c;
    } else if (target instanceof char[]) {
      ((char[]) target)[at] = c;
    } else if (target != null) {
      ((Appendable) target).append(c);
    }
    return at + 1;
  }

  static int put(char first, char second, Object target, int at) throws IOException {
    put(first, target, at);
    return put(second, target, at + 1);
  }

  /** A number in decimal digits; {@code value} is not negative. */
  static int number(int value, Object target, int at) throws IOException {
    if (value >= 100) {
      return value < 1_000 ? threeDigits(value, target, at) : longNumber(value, target, at);
    }
    return value < 10 ? digit(value, target, at) : twoDigits(value, target, at);
  }

  static int twoDigits(int value, Object target, int at) throws IOException {
    int pair = PAIRS[value];
    return put((char) (pair & 0xFF), (char) (pair >>> 8), target, at);
  }

  static int threeDigits(int value, Object target, int at) throws IOException {
    int hundreds = value / 100;
    put((char) ('0' + hundreds), target, at);
    return twoDigits(value - hundreds * 100, target, at + 1);
  }

  /**
   * A point and the digits of a fraction of up to nine digits, without the zeros at its end;
   * nothing if there is no fraction.
   *
   * @param value the fraction in billionths
   */
  static int fraction(int value, Object target, int at) throws IOException {
    if (value == 0) {
      return at;
    }
    int end = put('.', target, at);
    // Nine digits: one and four pairs, found by divisions that do not wait for each other.
    int upper = value / 10_000;
    int lower = value - upper * 10_000;
    int three = upper / 100;
    int second = upper - three * 100;
    int hundreds = three / 100;
    int first = three - hundreds * 100;
    end = digit(hundreds, target, end);
    if ((second | lower) == 0) {
      return lastPair(first, target, end);
    }
    end = twoDigits(first, target, end);
    if (lower == 0) {
      return lastPair(second, target, end);
    }
    end = twoDigits(second, target, end);
    int third = lower / 100;
    int fourth = lower - third * 100;
    if (fourth == 0) {
      return lastPair(third, target, end);
    }
    end = twoDigits(third, target, end);
    return lastPair(fourth, target, end);
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
  private static int lastPair(int value, Object target, int at) throws IOException {
    if (value == 0) {
      return at;
    }
    int tens = value / 10;
    return tens * 10 == value ? digit(tens, target, at) : twoDigits(value, target, at);
  }

  private static int digit(int value, Object target, int at) throws IOException {
    return put((char) ('0' + value), target, at);
  }

  private static int longNumber(int value, Object target, int at) throws IOException {
    int power = 1_000;
    while (value / power >= 10) {
      power *= 10;
    }
    int end = at;
    for (; power > 0; power /= 10) {
      end = put((char) ('0' + value / power % 10), target, end);
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
