package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times of day, compared with a calendar that counts days and with java.time. */
class PosixTimeCivilTest {
  /**
   * Compares one day in this many; 1 is every day. Very slow machines may set the system property.
   */
  private static final int DAY_STEP = Integer.getInteger("foliot.test.dayStep", 1);

  @Test
  void everyDayFrom0000To9999() {
    int year = 0;
    int month = 1;
    int day = 1;
    // 0000-01-01 was a Saturday, as was 2000-01-01: 2000 years are 5 * 146097 days, whole weeks.
    int weekday = 6;
    for (int days = PosixTimes.MIN_DAYS; days <= PosixTimes.MAX_DAYS; days++) {
      if (days % DAY_STEP == 0) {
        PosixTime time = PosixTime.of(days, 0);
        if (time.year() != year
            || time.month() != month
            || time.dayOfMonth() != day
            || time.dayOfWeek() != weekday
            || PosixTime.ofDate(year, month, day).days() != days) {
          throw new AssertionError(
              "day "
                  + days
                  + " is "
                  + year
                  + "-"
                  + month
                  + "-"
                  + day
                  + ", weekday "
                  + weekday
                  + ", got "
                  + time
                  + ", weekday "
                  + time.dayOfWeek());
        }
      }
      weekday = weekday % 7 + 1;
      day++;
      if (day > lengthOfMonth(year, month)) {
        day = 1;
        month++;
        if (month > 12) {
          month = 1;
          year++;
        }
      }
    }
    assertEquals(10_000, year);
  }

  private static int lengthOfMonth(int year, int month) {
    switch (month) {
      case 4:
      case 6:
      case 9:
      case 11:
        return 30;
      case 2:
        return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
      default:
        return 31;
    }
  }

  @Property
  void fieldsAgreeWithJavaTime(@ForAll("times") PosixTime time) {
    LocalDate date = LocalDate.ofEpochDay(time.days());
    LocalTime clock = LocalTime.ofNanoOfDay(time.picosOfDay() / 1_000);
    assertEquals(date.getYear(), time.year());
    assertEquals(date.getMonthValue(), time.month());
    assertEquals(date.getDayOfMonth(), time.dayOfMonth());
    assertEquals(date.getDayOfWeek().getValue(), time.dayOfWeek());
    assertEquals(clock.getHour(), time.hour());
    assertEquals(clock.getMinute(), time.minute());
    assertEquals(clock.getSecond(), time.second());
    assertEquals(clock.getNano(), time.picosOfSecond() / 1_000);
    assertEquals(time.picosOfDay() % 1_000, time.picosOfSecond() % 1_000);
    assertEquals(
        PosixTime.of(time.days(), 0),
        PosixTime.ofDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
  }

  @Provide
  Arbitrary<PosixTime> times() {
    return PosixTimes.any();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1, 'year must be 0 to 9999, got -1'",
    "10000, 1, 1, 'year must be 0 to 9999, got 10000'",
    "2026, 0, 1, 'month must be 1 to 12, got 0'",
    "2026, 13, 1, 'month must be 1 to 12, got 13'",
    "2026, 1, 0, 'dayOfMonth must be 1 to 31 in month 1 of 2026, got 0'",
    "2026, 2, 29, 'dayOfMonth must be 1 to 28 in month 2 of 2026, got 29'",
    "2024, 2, 30, 'dayOfMonth must be 1 to 29 in month 2 of 2024, got 30'",
    "1900, 2, 29, 'dayOfMonth must be 1 to 28 in month 2 of 1900, got 29'",
    "2026, 4, 31, 'dayOfMonth must be 1 to 30 in month 4 of 2026, got 31'",
  })
  void datesThatDoNotExistAreRefused(int year, int month, int day, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PosixTime.ofDate(year, month, day));
    assertEquals(message, refusal.getMessage());
  }
}
