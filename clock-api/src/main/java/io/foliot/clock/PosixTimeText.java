package io.foliot.clock;

/** Prints RFC 3339 text. */
final class PosixTimeText {
  /** {@code 2026-11-22T08:57:00.123456789012+01:00}. */
  private static final int LONGEST = 38;

  private static final int MAX_OFFSET_SECONDS = 86_340;

  private final char[] text = new char[LONGEST];
  private int length;

  private PosixTimeText() {}

  /** The smallest of 0, 3, 6, 9 and 12 that shows all of the fraction. */
  static int digitsNeeded(long picosOfSecond) {
    int digits = 12;
    long rest = picosOfSecond;
    while (digits > 0 && rest % 1_000 == 0) {
      rest /= 1_000;
      digits -= 3;
    }
    return digits;
  }

  static String utc(PosixTime time, int fractionDigits) {
    PosixTimeText text = new PosixTimeText();
    text.dateAndTime(time.days(), time.picosOfDay(), fractionDigits);
    text.put('Z');
    return text.asString();
  }

  static String local(PosixTime time, int fractionDigits, int offsetSeconds) {
    if (offsetSeconds < -MAX_OFFSET_SECONDS || offsetSeconds > MAX_OFFSET_SECONDS) {
      throw new IllegalArgumentException(
          "utcOffsetSeconds is " + offsetSeconds + ", expected -86340 to 86340 (23:59)");
    }
    int size = ((offsetSeconds < 0 ? -offsetSeconds : offsetSeconds) + 30) / 60;
    int minutes = offsetSeconds < 0 ? -size : size;
    long picos = time.picosOfDay() + minutes * 60L * PosixTime.PICOS_PER_SECOND;
    int days = time.days();
    if (picos < 0) {
      picos += PosixTime.PICOS_PER_DAY;
      days--;
    } else if (picos >= PosixTime.PICOS_PER_DAY) {
      picos -= PosixTime.PICOS_PER_DAY;
      days++;
    }
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw new ArithmeticException(
          time + " at an offset of " + offsetSeconds + " s is outside the years 0000 to 9999");
    }
    PosixTimeText text = new PosixTimeText();
    text.dateAndTime(days, picos, fractionDigits);
    text.put(minutes < 0 ? '-' : '+');
    text.digits(size / 60, 2);
    text.put(':');
    text.digits(size % 60, 2);
    return text.asString();
  }

  private void dateAndTime(int days, long picosOfDay, int fractionDigits) {
    if (fractionDigits < 0 || fractionDigits > 12) {
      throw new IllegalArgumentException(
          "fractionDigits is " + fractionDigits + ", expected 0 to 12");
    }
    int date = CivilDate.ofDays(days);
    digits(CivilDate.year(date), 4);
    put('-');
    digits(CivilDate.month(date), 2);
    put('-');
    digits(CivilDate.day(date), 2);
    put('T');
    int second = (int) (picosOfDay / PosixTime.PICOS_PER_SECOND);
    digits(second / 3_600, 2);
    put(':');
    digits(second / 60 % 60, 2);
    put(':');
    digits(second % 60, 2);
    if (fractionDigits > 0) {
      put('.');
      long fraction = picosOfDay % PosixTime.PICOS_PER_SECOND;
      for (int i = fractionDigits; i < 12; i++) {
        fraction /= 10;
      }
      digits(fraction, fractionDigits);
    }
  }

  private void digits(long value, int width) {
    long rest = value;
    for (int i = length + width - 1; i >= length; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }

  private void put(char c) {
    text[length++] = c;
  }

  private String asString() {
    return new String(text, 0, length);
  }
}
