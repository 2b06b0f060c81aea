package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Examples that a reader would try first, and those that go wrong in other libraries. */
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
  void toNanosEndsAtTwoToThe63() {
    assertEquals(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE).toNanos());
    assertThrows(ArithmeticException.class, HALF::toNanos);
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
