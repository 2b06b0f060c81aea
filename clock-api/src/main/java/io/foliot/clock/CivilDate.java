package io.foliot.clock;

/**
 * Converts between dates of the proleptic Gregorian calendar, years 0000 to 9999, and days since
 * 1970-01-01, in integer arithmetic.
 *
 * <p>The formulas are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * shifted by one era so that no operand is negative. An era is 400 years (146 097 days) and begins
 * on 1 March, so that the leap day is the last day of a year.
 *
 * <p>A date is packed into one {@code int}, year &lt;&lt; 9 | month &lt;&lt; 5 | day, which sorts
 * chronologically.
 */
final class CivilDate {
  /** 0000-01-01. */
  static final int MIN_DAYS = -719_528;

  /** 9999-12-31. */
  static final int MAX_DAYS = 2_932_896;

  static final int MIN_YEAR = 0;
  static final int MAX_YEAR = 9999;

  private static final int YEARS_PER_ERA = 400;
  private static final int DAYS_PER_ERA = 146_097;

  /** Days from -0400-03-01, the start of the era before year 0, to 1970-01-01. */
  private static final int EPOCH_SHIFT = 719_468 + DAYS_PER_ERA;

  private CivilDate() {}

  /** {@return the packed date of a day from {@link #MIN_DAYS} to {@link #MAX_DAYS}} */
  static int ofDays(int days) {
    int shifted = days + EPOCH_SHIFT;
    int era = shifted / DAYS_PER_ERA;
    int dayOfEra = shifted - era * DAYS_PER_ERA;
    int yearOfEra =
        (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / (DAYS_PER_ERA - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    int year = yearOfEra + (era - 1) * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
    return year << 9 | month << 5 | day;
  }

  /** {@return the days since 1970-01-01 of a valid date} */
  static int toDays(int year, int month, int day) {
    int shiftedYear = year + YEARS_PER_ERA - (month <= 2 ? 1 : 0);
    int era = shiftedYear / YEARS_PER_ERA;
    int yearOfEra = shiftedYear - era * YEARS_PER_ERA;
    int marchMonth = month > 2 ? month - 3 : month + 9;
    int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
  }

  static int year(int packed) {
    return packed >> 9;
  }

  static int month(int packed) {
    return packed >> 5 & 15;
  }

  static int day(int packed) {
    return packed & 31;
  }

  static boolean isLeapYear(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int lengthOfMonth(int year, int month) {
    if (month == 2) {
      return isLeapYear(year) ? 29 : 28;
    }
    // 31 and 30 alternate; the alternation restarts in August.
    return 30 + ((month + (month >> 3)) & 1);
  }
}
