package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JavaClocksTest {
  private static final BigInteger PICOS_PER_NANO = BigInteger.valueOf(1_000);

  @Provide
  Arbitrary<PosixTime> times() {
    return PosixTimes.any();
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(-62_167_219_202L, 253_402_300_801L);
  }

  private static BigInteger nanos(Instant instant) {
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(BigInteger.valueOf(1_000_000_000))
        .add(BigInteger.valueOf(instant.getNano()));
  }

  @Property
  void instantIsTheFloor(@ForAll("times") PosixTime time) {
    assertEquals(
        PosixTimes.floorDivide(PosixTimes.picos(time), PICOS_PER_NANO),
        nanos(JavaClocks.toInstant(time)));
  }

  @Property
  void instantsWithinTheRangeAreExact(@ForAll("seconds") long second) {
    Instant instant = Instant.ofEpochSecond(second, Math.floorMod(second, 1_000_000_000L));
    if (second < -62_167_219_200L || second > 253_402_300_799L) {
      assertEquals(
          second + " s since 1970 is outside the years 0000 to 9999",
          assertThrows(ArithmeticException.class, () -> JavaClocks.toPosixTime(instant))
              .getMessage());
    } else {
      assertEquals(
          nanos(instant).multiply(PICOS_PER_NANO),
          PosixTimes.picos(JavaClocks.toPosixTime(instant)));
    }
  }

  @Test
  void edgesOfTheRange() {
    assertEquals(PosixTime.MIN, JavaClocks.toPosixTime(Instant.parse("0000-01-01T00:00:00Z")));
    assertEquals(
        PosixTime.of(PosixTimes.MAX_DAYS, PosixTimes.PICOS_PER_DAY - 1_000),
        JavaClocks.toPosixTime(Instant.parse("9999-12-31T23:59:59.999999999Z")));
    for (Instant outside :
        new Instant[] {
          Instant.MIN,
          Instant.MAX,
          Instant.parse("-0001-12-31T23:59:59.999999999Z"),
          Instant.parse("+10000-01-01T00:00:00Z")
        }) {
      assertThrows(ArithmeticException.class, () -> JavaClocks.toPosixTime(outside));
    }
  }

  @Test
  void clockShowsThePosixClock() {
    ManualClock manual =
        new ManualClock(0, PosixTime.parse("2026-11-22T08:57:00.1234567Z"), SuspendBehavior.STOPS);
    Clock clock = JavaClocks.toClock(manual, ZoneOffset.UTC);
    assertEquals(Instant.parse("2026-11-22T08:57:00.1234567Z"), clock.instant());
    assertEquals(clock.instant().toEpochMilli(), clock.millis());
    assertEquals(ZoneOffset.UTC, clock.getZone());
    assertSame(clock, clock.withZone(ZoneOffset.UTC));
    Clock elsewhere = clock.withZone(ZoneOffset.ofHours(3));
    assertEquals(ZoneOffset.ofHours(3), elsewhere.getZone());
    manual.advance(Duration.ofSeconds(1));
    assertEquals(Instant.parse("2026-11-22T08:57:01.1234567Z"), elsewhere.instant());
    assertEquals(manual + " in Z", clock.toString());
    assertThrows(NullPointerException.class, () -> JavaClocks.toClock(null, ZoneOffset.UTC));
    assertThrows(NullPointerException.class, () -> JavaClocks.toClock(manual, null));
  }

  @Test
  void clocksAreEqualByClockAndZone() {
    ManualClock manual = new ManualClock();
    Clock clock = JavaClocks.toClock(manual, ZoneOffset.UTC);
    assertEquals(clock, JavaClocks.toClock(manual, ZoneOffset.UTC));
    assertEquals(clock.hashCode(), JavaClocks.toClock(manual, ZoneOffset.UTC).hashCode());
    Clock otherZone = clock.withZone(ZoneOffset.ofHours(1));
    assertNotEquals(clock, otherZone);
    assertNotEquals(clock.hashCode(), otherZone.hashCode());
    Clock otherClock = JavaClocks.toClock(new ManualClock(), ZoneOffset.UTC);
    assertNotEquals(clock, otherClock);
    assertNotEquals(clock.hashCode(), otherClock.hashCode());
    assertNotEquals(clock, Clock.systemUTC());
  }

  @Test
  void posixClockShowsTheClock() {
    Instant instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
    PosixClock clock = JavaClocks.toPosixClock(Clock.fixed(instant, ZoneOffset.ofHours(-5)));
    assertEquals(PosixTime.ofEpochNanos(-1), clock.now());
    assertEquals(-1, clock.epochNanos());
    assertEquals(OptionalInt.of(-18_000), clock.utcOffsetSeconds());
    assertEquals(OptionalLong.empty(), clock.periodPicos());
    assertTrue(clock.toString().startsWith("java.time "), clock.toString());
    assertThrows(NullPointerException.class, () -> JavaClocks.toPosixClock(null));
  }

  @Test
  void epochNanosCoverTheirRange() {
    for (long second :
        new long[] {-9_000_000_001L, -9_000_000_000L, 9_000_000_000L, 9_223_372_035L}) {
      Instant instant = Instant.ofEpochSecond(second, 123_456_789);
      PosixClock clock = JavaClocks.toPosixClock(Clock.fixed(instant, ZoneOffset.UTC));
      assertEquals(nanos(instant), BigInteger.valueOf(clock.epochNanos()));
    }
    Instant last = Instant.ofEpochSecond(9_223_372_036L, 854_775_807);
    assertEquals(
        Long.MAX_VALUE, JavaClocks.toPosixClock(Clock.fixed(last, ZoneOffset.UTC)).epochNanos());
    PosixClock beyond = JavaClocks.toPosixClock(Clock.fixed(last.plusNanos(1), ZoneOffset.UTC));
    assertThrows(ArithmeticException.class, beyond::epochNanos);
    Instant first = Instant.ofEpochSecond(-9_223_372_037L, 145_224_192);
    assertEquals(
        Long.MIN_VALUE, JavaClocks.toPosixClock(Clock.fixed(first, ZoneOffset.UTC)).epochNanos());
    PosixClock before = JavaClocks.toPosixClock(Clock.fixed(first.minusNanos(1), ZoneOffset.UTC));
    assertThrows(ArithmeticException.class, before::epochNanos);
  }

  @Test
  void offsetFollowsSummerTime() {
    ZoneId zone = ZoneId.of("Europe/Paris");
    PosixClock winter =
        JavaClocks.toPosixClock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), zone));
    PosixClock summer =
        JavaClocks.toPosixClock(Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), zone));
    assertEquals(OptionalInt.of(3_600), winter.utcOffsetSeconds());
    assertEquals(OptionalInt.of(7_200), summer.utcOffsetSeconds());
  }
}
