package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The conversions in both directions, and what they reject. */
class JavaDurationsTest {
  private static final java.time.Duration LONGEST =
      java.time.Duration.ofSeconds(18_446_744_073L, 709_551_615);

  @Property
  void roundTrip(@ForAll("nanos") long nanos) {
    Duration duration = Duration.ofUnsignedNanos(nanos);
    java.time.Duration javaTime = JavaDurations.to(duration);
    BigInteger exact =
        BigInteger.valueOf(javaTime.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(javaTime.getNano()));
    assertEquals(Exact.of(nanos), exact);
    assertEquals(duration, JavaDurations.from(javaTime));
    Instant start = Instant.ofEpochSecond(-62_135_596_800L, 999_999_999);
    assertEquals(duration, JavaDurations.between(start, start.plus(javaTime)));
  }

  @Test
  void outOfRangeIsRejected() {
    assertEquals(Duration.MAX, JavaDurations.from(LONGEST));
    assertThrows(ArithmeticException.class, () -> JavaDurations.from(LONGEST.plusNanos(1)));
    assertThrows(
        ArithmeticException.class,
        () -> JavaDurations.from(java.time.Duration.ofSeconds(Long.MAX_VALUE)));
    assertEquals(
        "a duration must not be negative, got PT-0.5S",
        assertThrows(
                IllegalArgumentException.class,
                () -> JavaDurations.from(java.time.Duration.ofMillis(-500)))
            .getMessage());
    assertThrows(ArithmeticException.class, () -> JavaDurations.between(Instant.MIN, Instant.MAX));
    assertEquals(
        "the end must not be before the start,"
            + " got start 1970-01-01T00:00:01Z and end 1970-01-01T00:00:00Z",
        assertThrows(
                IllegalArgumentException.class,
                () -> JavaDurations.between(Instant.ofEpochSecond(1), Instant.EPOCH))
            .getMessage());
    assertEquals(Duration.ZERO, JavaDurations.between(Instant.MIN, Instant.MIN));
  }

  @Test
  void everyChronoUnit() {
    for (ChronoUnit unit : ChronoUnit.values()) {
      if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
        String message =
            "the unit " + unit + " has no fixed length; use NANOS to WEEKS, or Duration.ofYears";
        TickRateTest.assertRejected(message, () -> JavaDurations.of(1, unit));
        TickRateTest.assertRejected(message, () -> JavaDurations.to(Duration.MAX, unit));
        TickRateTest.assertRejected(
            message, () -> JavaDurations.to(Duration.MAX, unit, RoundingMode.UP));
        continue;
      }
      BigInteger size = BigInteger.valueOf(unit.getDuration().toNanos());
      assertEquals(size, Exact.of(JavaDurations.of(1, unit).toUnsignedNanos()));
      assertEquals(Duration.ZERO, JavaDurations.of(0, unit));
      TickRateTest.assertRejected(
          "a duration must not be negative, got -7 " + unit, () -> JavaDurations.of(-7, unit));
      if (unit == ChronoUnit.NANOS) {
        assertThrows(ArithmeticException.class, () -> JavaDurations.to(Duration.MAX, unit));
        continue;
      }
      long most = Exact.MAX.divide(size).longValueExact();
      assertEquals(most, JavaDurations.to(Duration.MAX, unit));
      assertEquals(most + 1, JavaDurations.to(Duration.MAX, unit, RoundingMode.CEILING));
      assertEquals(
          BigInteger.valueOf(most).multiply(size),
          Exact.of(JavaDurations.of(most, unit).toUnsignedNanos()));
      assertThrows(ArithmeticException.class, () -> JavaDurations.of(most + 1, unit));
    }
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }
}
