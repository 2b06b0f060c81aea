package io.foliot.duration;

import java.io.IOException;

/**
 * Writes characters and numbers to one of three places, so that each format is laid out only once:
 * into {@code bytes} at {@code at} if it is not null, else to {@code chars} if that is not null,
 * else nowhere, to find the length. Every method returns the index after what it wrote.
 */
final class Ink {
  private static final int TENTH = 100_000_000;

  private Ink() {}

  static int put(char c, byte[] bytes, Appendable chars, int at) throws IOException {
    if (bytes != null) {
      bytes[at] = (byte) c;
    } else if (chars != null) {
      chars.append(c);
    }
    return at + 1;
  }

  /** A number in decimal digits; {@code value} is not negative. */
  static int number(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int end = at;
    if (value >= 100) {
      if (value >= 1_000) {
        end = number(value / 1_000, bytes, chars, end);
        end = put((char) ('0' + value / 100 % 10), bytes, chars, end);
      } else {
        end = put((char) ('0' + value / 100), bytes, chars, end);
      }
      return twoDigits(value % 100, bytes, chars, end);
    }
    if (value >= 10) {
      return twoDigits(value, bytes, chars, end);
    }
    return put((char) ('0' + value), bytes, chars, end);
  }

  static int twoDigits(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int tens = value / 10;
    int end = put((char) ('0' + tens), bytes, chars, at);
    return put((char) ('0' + value - tens * 10), bytes, chars, end);
  }

  static int threeDigits(int value, byte[] bytes, Appendable chars, int at) throws IOException {
    int hundreds = value / 100;
    int end = put((char) ('0' + hundreds), bytes, chars, at);
    return twoDigits(value - hundreds * 100, bytes, chars, end);
  }

  /** A point and the digits of a fraction given in billionths, without zeros at its end. */
  static int fraction(int billionths, byte[] bytes, Appendable chars, int at) throws IOException {
    int end = put('.', bytes, chars, at);
    int rest = billionths;
    while (rest != 0) {
      int digit = rest / TENTH;
      end = put((char) ('0' + digit), bytes, chars, end);
      rest = (rest - digit * TENTH) * 10;
    }
    return end;
  }

  /** How many digits {@link #number} writes for 0 to 999. */
  static int digits(int value) {
    return value >= 100 ? 3 : value >= 10 ? 2 : 1;
  }

  /** How many digits {@link #fraction} writes after the point. */
  static int fractionDigits(int billionths) {
    int count = 9;
    int rest = billionths;
    while (count > 1 && rest % 10 == 0) {
      rest /= 10;
      count--;
    }
    return count;
  }
}
