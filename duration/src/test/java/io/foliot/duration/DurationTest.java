package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The examples that a reader would try first, and those that go wrong elsewhere. */
class DurationTest {
  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);

  @Test
  void twoToThe63NanosecondsInMicroseconds() {
    assertEquals(9_223_372_036_854_775L, HALF.toMicros());
    assertEquals(9_223_372_036_854_776L, HALF.to(TimeUnit.MICROSECONDS, RoundingMode.CEILING));
  }

  @Test
  void theLongestDurationInEveryUnit() {
    assertEquals(-1L, Duration.MAX.toUnsignedNanos());
    assertEquals(18_446_744_073_709_551L, Duration.MAX.toMicros());
    assertEquals(18_446_744_073_709L, Duration.MAX.toMillis());
    assertEquals(18_446_744_073L, Duration.MAX.toSeconds());
    assertEquals(307_445_734L, Duration.MAX.toMinutes());
    assertEquals(5_124_095L, Duration.MAX.toHours());
    assertEquals(213_503L, Duration.MAX.toDays());
    assertEquals(30_500L, Duration.MAX.toWeeks());
    assertEquals(584L, Duration.MAX.toYears());
  }

  @Test
  void aYearIs8766Hours() {
    assertEquals(8_766L, Duration.ofYears(1).toHours());
    assertEquals(Duration.ofHours(8_766), Duration.ofYears(1));
  }

  @Test
  void signedNanosecondsEndAtTwoToThe63() {
    assertEquals(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE).toNanos());
    ArithmeticException e = assertThrows(ArithmeticException.class, HALF::toNanos);
    assertEquals(
        "9223372036854775808 ns do not fit in a signed long (at most 9223372036854775807);"
            + " take the unsigned number, a larger unit or a saturating conversion",
        e.getMessage());
  }

  @Test
  void refusalsSayWhatWasGivenAndWhatFits() {
    assertEquals(
        "a duration is never negative: got -1 seconds",
        assertThrows(IllegalArgumentException.class, () -> Duration.ofSeconds(-1)).getMessage());
    assertEquals(
        "585 years are too long for a duration:" + " at most 584 fit in 18446744073709551615 ns",
        assertThrows(ArithmeticException.class, () -> Duration.ofYears(585)).getMessage());
    assertEquals(
        "18446744073709551615 ns + 1 ns is longer than 18446744073709551615 ns",
        assertThrows(ArithmeticException.class, () -> Duration.MAX.plus(Duration.ofNanos(1)))
            .getMessage());
    assertEquals(
        "0 ns - 1000 ns is negative",
        assertThrows(ArithmeticException.class, () -> Duration.ZERO.minus(Duration.ofMicros(1)))
            .getMessage());
    assertEquals(
        "9223372036854775808 ns * 2 is longer than 18446744073709551615 ns",
        assertThrows(ArithmeticException.class, () -> HALF.times(2)).getMessage());
    assertEquals(
        "a factor must not be negative: got -3",
        assertThrows(IllegalArgumentException.class, () -> HALF.times(-3)).getMessage());
    assertEquals(
        "a divisor must not be negative: got -3",
        assertThrows(IllegalArgumentException.class, () -> HALF.dividedBy(-3)).getMessage());
    assertEquals(
        "a duration cannot be divided by zero",
        assertThrows(ArithmeticException.class, () -> HALF.dividedBy(0)).getMessage());
  }

  @Test
  void comparisonIsUnsigned() {
    assertTrue(HALF.isLongerThan(Duration.ofNanos(Long.MAX_VALUE)));
    assertTrue(Duration.ZERO.isShorterThan(HALF));
    assertFalse(HALF.isLongerThan(HALF));
    assertEquals(HALF, Duration.max(HALF, Duration.ofYears(1)));
    assertEquals(Duration.ofYears(1), Duration.min(HALF, Duration.ofYears(1)));
    assertEquals(HALF.hashCode(), Duration.ofUnsignedNanos(1L << 63).hashCode());
    assertNotEquals(HALF, Duration.MAX);
  }

  @Test
  void textOfManyLengths() {
    assertEquals("0s", Duration.ZERO.toString());
    assertEquals("1m30s", Duration.ofSeconds(90).toString());
    assertEquals("1.5s", Duration.ofMillis(1_500).toString());
    assertEquals("4s7ns", Duration.parse("4.000000007s").toString());
    assertEquals("213503d23h34m33.709551615s", Duration.MAX.toString());
    assertEquals("PT5124095H34M33.709551615S", Duration.MAX.toIsoString());
    assertEquals("584a197d", Duration.MAX.toConciseString());
    assertEquals("1d02h", Duration.ofHours(26).toConciseString());
    assertEquals("5m07s", Duration.ofSeconds(307).toConciseString());
    assertEquals("1.500ms", Duration.ofMicros(1_500).toConciseString());
    assertEquals(Duration.MAX, Duration.parse("18446744073709551615ns"));
    assertEquals(Duration.MAX, Duration.parse(Duration.MAX.toString()));
    assertEquals(Duration.ofSeconds(5_400), Duration.parse("1h 30m"));
    assertEquals(Duration.ofSeconds(5_400), Duration.parse("1.5 hours"));
    assertEquals(Duration.ofMillis(3_602_500), Duration.parse("PT1H2.5S"));
  }
}
