package io.foliot.clock;

/** Prints RFC 3339 text. */
final class PosixTimePrinter {
  private static final int MAX_LENGTH = "2026-11-22T08:57:00.123456789012+01:00".length();

  private static final int MAX_OFFSET_SECONDS = 86_340;

  private final char[] chars = new char[MAX_LENGTH];
  private int length;

  private PosixTimePrinter() {}

  /** {@return 0, 3, 6, 9 or 12: the fewest digits that print the fraction exactly} */
  static int fractionDigits(long picosOfSecond) {
    int digits = 12;
    long rest = picosOfSecond;
    while (digits > 0 && rest % 1_000 == 0) {
      rest /= 1_000;
      digits -= 3;
    }
    return digits;
  }

  static String utc(PosixTime time, int fractionDigits) {
    PosixTimePrinter printer = new PosixTimePrinter();
    printer.dateAndTime(time.days(), time.picosOfDay(), fractionDigits);
    printer.put('Z');
    return printer.text();
  }

  static String local(PosixTime time, int fractionDigits, int offsetSeconds) {
    if (offsetSeconds < -MAX_OFFSET_SECONDS || offsetSeconds > MAX_OFFSET_SECONDS) {
      throw new IllegalArgumentException(
          "utcOffsetSeconds must be -86340 to 86340 (23:59), got " + offsetSeconds);
    }
    int absoluteMinutes = ((offsetSeconds < 0 ? -offsetSeconds : offsetSeconds) + 30) / 60;
    int minutes = offsetSeconds < 0 ? -absoluteMinutes : absoluteMinutes;
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
          time + " with UTC offset " + offsetSeconds + " s is outside the years 0000 to 9999");
    }
    PosixTimePrinter printer = new PosixTimePrinter();
    printer.dateAndTime(days, picos, fractionDigits);
    printer.put(minutes < 0 ? '-' : '+');
    printer.digits(absoluteMinutes / 60, 2);
    printer.put(':');
    printer.digits(absoluteMinutes % 60, 2);
    return printer.text();
  }

  private void dateAndTime(int days, long picosOfDay, int fractionDigits) {
    if (fractionDigits < 0 || fractionDigits > 12) {
      throw new IllegalArgumentException("fractionDigits must be 0 to 12, got " + fractionDigits);
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
      chars[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }

  private void put(char c) {
    chars[length++] = c;
  }

  private String text() {
    return new String(chars, 0, length);
  }
}
