package io.foliot.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.duration.DurationParseException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WireFormatTest {
  private static final WireFormat<Duration> TEXT = WireFormat.durations();
  private static final WireFormat<Duration> NANOS = TEXT.in(TimeUnit.NANOSECONDS);
  private static final WireFormat<Duration> MILLIS = TEXT.in(TimeUnit.MILLISECONDS);
  private static final WireFormat<Duration> SECONDS = TEXT.in(TimeUnit.SECONDS);
  private static final WireFormat<PosixTime> TIME_TEXT = WireFormat.times();
  private static final WireFormat<PosixTime> EPOCH_SECONDS = TIME_TEXT.in(TimeUnit.SECONDS);
  private static final WireFormat<PosixTime> EPOCH_MILLIS = TIME_TEXT.in(TimeUnit.MILLISECONDS);

  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);

  @Test
  void textOfDurations() {
    for (Duration duration :
        new Duration[] {
          Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(Long.MAX_VALUE), HALF, Duration.MAX
        }) {
      assertEquals(duration, TEXT.ofText(TEXT.toText(duration)));
      assertEquals(duration, MILLIS.ofText(MILLIS.toText(duration)));
    }
    assertEquals("1m30s", TEXT.toText(Duration.ofSeconds(90)));
    assertEquals(Duration.ofSeconds(90), TEXT.ofText("PT1M30S"));
    assertThrows(DurationParseException.class, () -> TEXT.ofText(""));
    assertThrows(DurationParseException.class, () -> TEXT.ofText("90"));
  }

  @Test
  void textOfTimes() {
    for (PosixTime time :
        new PosixTime[] {
          PosixTime.MIN,
          PosixTime.EPOCH,
          PosixTime.MAX,
          PosixTime.of(-1, 1),
          PosixTime.parse("1969-12-31T23:59:59.999999999999Z")
        }) {
      assertEquals(time, TIME_TEXT.ofText(TIME_TEXT.toText(time)));
      assertEquals(time, EPOCH_MILLIS.ofText(EPOCH_MILLIS.toText(time)));
    }
    assertThrows(IllegalArgumentException.class, () -> TIME_TEXT.ofText("2026-11-22"));
    assertThrows(IllegalArgumentException.class, () -> EPOCH_MILLIS.ofText("2026-11-22"));
  }

  @Test
  void numbersOfDurations() {
    assertEquals(90_000L, MILLIS.toNumber(Duration.ofSeconds(90)));
    assertEquals(0L, MILLIS.toNumber(Duration.ZERO));
    assertEquals(1L, NANOS.toNumber(Duration.ofNanos(1)));
    assertEquals(Long.MAX_VALUE, NANOS.toNumber(Duration.ofNanos(Long.MAX_VALUE)));
    assertEquals(BigInteger.ONE.shiftLeft(63), NANOS.toNumber(HALF));
    assertEquals(new BigInteger("18446744073709551615"), NANOS.toNumber(Duration.MAX));

    assertEquals(Duration.ofSeconds(90), MILLIS.ofNumber("90000"));
    assertEquals(Duration.ofMillis(1_500), SECONDS.ofNumber("1.5"));
    assertEquals(Duration.ofMillis(1_500), SECONDS.ofNumber("1.5E0"));
    assertEquals(Duration.ofNanos(100), SECONDS.ofNumber("1e-7"));
    assertEquals(Duration.ofSeconds(15_000_000), SECONDS.ofNumber("1.5E7"));
    assertEquals(Duration.ZERO, SECONDS.ofNumber("-0"));
    assertEquals(HALF, NANOS.ofNumber("9223372036854775808"));
    assertEquals(Duration.MAX, NANOS.ofNumber("18446744073709551615"));
    assertEquals(Duration.MAX, SECONDS.ofNumber("18446744073.709551615"));
    assertEquals(Duration.ofDays(213_503), TEXT.in(TimeUnit.DAYS).ofNumber("213503"));
  }

  @Test
  void numbersOfTimes() {
    assertEquals(-1L, EPOCH_SECONDS.toNumber(PosixTime.ofEpochSecond(-1)));
    assertEquals(1_795_337_820_250L, EPOCH_MILLIS.toNumber(time("2026-11-22T08:57:00.25Z")));
    assertEquals(-62_167_219_200L, EPOCH_SECONDS.toNumber(PosixTime.MIN));
    assertEquals(PosixTime.MIN, EPOCH_SECONDS.ofNumber("-62167219200"));
    assertEquals(PosixTime.MAX, EPOCH_SECONDS.ofNumber("253402300799.999999999999"));
    assertEquals(time("1969-12-31T23:59:58.5Z"), EPOCH_SECONDS.ofNumber("-1.5"));
    assertEquals(
        new BigInteger("253402300799999999999"),
        TIME_TEXT.in(TimeUnit.NANOSECONDS).rounding(RoundingMode.FLOOR).toNumber(PosixTime.MAX));
  }

  /** Numbers come as text from XML, CSV, properties and the environment. */
  @Test
  void numbersAsText() {
    assertEquals(Duration.ofMillis(90), MILLIS.ofText("90"));
    assertEquals(Duration.ofMillis(90), MILLIS.ofText("+90"));
    assertEquals(Duration.ofMillis(90), MILLIS.ofText("90ms"));
    assertEquals(time("1970-01-01T00:00:01Z"), EPOCH_MILLIS.ofText("1000"));
    assertThrows(DurationParseException.class, () -> MILLIS.ofText("90 "));
    assertThrows(DurationParseException.class, () -> MILLIS.ofText("\u0669"));
    assertThrows(DurationParseException.class, () -> MILLIS.ofText("e"));
  }

  @Test
  void messagesOfDurations() {
    assertEquals(
        "1.5ms is not a whole number of milliseconds; use a rounding mode or a finer unit",
        message(() -> MILLIS.toNumber(Duration.ofMicros(1_500))));
    assertEquals(
        "a duration must not be negative, got -1 milliseconds",
        message(() -> MILLIS.ofNumber("-1")));
    assertEquals(
        "18446744073709551616 nanoseconds exceeds the maximum duration,"
            + " 213503d23h34m33.709551615s",
        message(() -> NANOS.ofNumber("18446744073709551616")));
    assertEquals(
        "0.1 nanoseconds is finer than a nanosecond; use a rounding mode",
        message(() -> NANOS.ofNumber("0.1")));
    assertEquals(
        "expected text such as \"1m30s\", got 90, a number without a unit",
        message(() -> TEXT.ofNumber("90")));
    assertEquals(
        "the exponent of a number must be -1000 to 1000, got 1e999999999",
        message(() -> MILLIS.ofNumber("1e999999999")));
    assertEquals(
        "a number must have at most 1000 characters, got 1001",
        message(() -> MILLIS.ofNumber(new String(new char[1_001]).replace('\0', '9'))));
    assertTrue(message(() -> MILLIS.ofNumber("NaN")).startsWith("cannot read \"NaN\""));
    assertEquals(
        "a text format writes no numbers; set a unit with in(unit)",
        assertThrows(IllegalStateException.class, () -> TEXT.toNumber(Duration.ZERO)).getMessage());
  }

  @Test
  void messagesOfTimes() {
    assertEquals(
        "1969-12-31T23:59:59.999999999999Z is not a whole number of milliseconds; use a"
            + " rounding mode or a finer unit",
        message(() -> EPOCH_MILLIS.toNumber(time("1969-12-31T23:59:59.999999999999Z"))));
    assertEquals(
        "253402300800 seconds since 1970 is outside the years 0000 to 9999",
        message(() -> EPOCH_SECONDS.ofNumber("253402300800")));
    assertEquals(
        "-62167219201 seconds since 1970 is outside the years 0000 to 9999",
        message(() -> EPOCH_SECONDS.ofNumber("-62167219201")));
    assertEquals(
        "0.0000000000001 seconds is finer than a picosecond; use a rounding mode",
        message(() -> EPOCH_SECONDS.ofNumber("0.0000000000001")));
    assertTrue(
        message(() -> EPOCH_SECONDS.ofNumber("1e999")).endsWith("outside the years 0000 to 9999"));
  }

  @Test
  void rounding() {
    WireFormat<Duration> up = MILLIS.rounding(RoundingMode.CEILING);
    assertEquals(2L, up.toNumber(Duration.ofMicros(1_500)));
    assertEquals(Duration.ofNanos(1), up.ofNumber("0.0000001"));
    WireFormat<PosixTime> past = EPOCH_MILLIS.rounding(RoundingMode.FLOOR);
    assertEquals(-1L, past.toNumber(time("1969-12-31T23:59:59.999999999999Z")));
    assertEquals(0L, past.toNumber(time("1970-01-01T00:00:00.000999999999Z")));
    assertEquals(253_402_300_799_999L, past.toNumber(PosixTime.MAX));
    // Nothing is left of what rounding brings out of range.
    assertThrows(
        ArithmeticException.class,
        () -> NANOS.rounding(RoundingMode.UP).ofNumber("18446744073709551615.1"));
  }

  @Test
  void nullIsRejected() {
    assertThrows(NullPointerException.class, () -> TEXT.toText(null));
    assertThrows(NullPointerException.class, () -> MILLIS.toNumber(null));
    assertThrows(NullPointerException.class, () -> MILLIS.ofText(null));
    assertThrows(NullPointerException.class, () -> MILLIS.ofNumber(null));
    assertThrows(NullPointerException.class, () -> TEXT.in(null));
    assertThrows(NullPointerException.class, () -> TEXT.rounding(null));
  }

  @Test
  void describesItself() {
    assertEquals("Duration as text, rounding UNNECESSARY", TEXT.toString());
    assertEquals(
        "PosixTime in milliseconds, rounding FLOOR",
        EPOCH_MILLIS.rounding(RoundingMode.FLOOR).toString());
    assertTrue(MILLIS.isNumber());
    assertFalse(MILLIS.asText().isNumber());
    assertSame(PosixTime.class, EPOCH_MILLIS.type());
  }

  /** The same value comes back in every unit in which it can be written. */
  @Test
  void everyNumberReadsBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (TimeUnit unit : TimeUnit.values()) {
      for (int i = 0; i < 1_000; i++) {
        readsBack(unit, random, "seed " + seed);
      }
    }
  }

  private static void readsBack(TimeUnit unit, Random random, String seed) {
    long bits = random.nextLong() >>> random.nextInt(64);
    long limit = Long.divideUnsigned(-1L, unit.toNanos(1));
    Duration duration =
        Duration.ofUnsignedNanos(
            (limit == -1L ? bits : Long.remainderUnsigned(bits, limit + 1)) * unit.toNanos(1));
    WireFormat<Duration> durations = TEXT.in(unit);
    assertEquals(duration, durations.ofNumber(durations.toNumber(duration).toString()), seed);

    PosixTime day = PosixTime.of(random.nextInt(3_652_425) - 719_528, 0);
    WireFormat<PosixTime> times = TIME_TEXT.in(unit);
    Number count = times.toNumber(day);
    assertEquals(day, times.ofNumber(count.toString()), seed);
    if (unit == TimeUnit.MILLISECONDS) {
      assertEquals(day.toEpochMillis(), count.longValue(), seed);
    }
  }

  private static PosixTime time(String text) {
    return PosixTime.parse(text);
  }

  private static String message(Runnable action) {
    RuntimeException refusal = assertThrows(RuntimeException.class, action::run);
    assertTrue(
        refusal instanceof IllegalArgumentException || refusal instanceof ArithmeticException,
        refusal::toString);
    return refusal.getMessage();
  }
}
