package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Saturating conversions, and the values that mean forever in Java. */
class SaturationTest {
  @Test
  void theLargestAmountOfAUnitIsTheLongestDuration() {
    for (TimeUnit unit : TimeUnit.values()) {
      Duration expected =
          unit == TimeUnit.NANOSECONDS ? Duration.ofNanos(Long.MAX_VALUE) : Duration.MAX;
      assertEquals(expected, Duration.saturatingOf(Long.MAX_VALUE, unit));
    }
    assertEquals(Duration.MAX, JavaDurations.saturatingFrom(ChronoUnit.FOREVER.getDuration()));
    assertEquals(Long.MAX_VALUE, Duration.MAX.saturatingToNanos());
    assertEquals(Duration.MAX, DurationParser.STRICT.acceptForever("infinity").parse("infinity"));
  }

  @Property
  void saturatesWhereItDoesNotFit(@ForAll long amount, @ForAll TimeUnit unit) {
    if (amount < 0) {
      assertThrows(IllegalArgumentException.class, () -> Duration.saturatingOf(amount, unit));
      return;
    }
    BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(unit.toNanos(1)));
    assertEquals(Exact.clamp(exact), Exact.of(Nanos.saturatingOf(amount, unit)));
  }

  @Test
  void negativeAmountsNameTheirUnit() {
    assertEquals(
        "a duration must not be negative, got -1 seconds",
        assertThrows(
                IllegalArgumentException.class, () -> Duration.saturatingOf(-1, TimeUnit.SECONDS))
            .getMessage());
  }

  @Property
  void nanosecondsSaturateAtLongMaxValue(@ForAll("nanos") long nanos) {
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    assertEquals(
        Exact.of(nanos).min(most).longValueExact(),
        Duration.ofUnsignedNanos(nanos).saturatingToNanos());
  }

  @Property
  void javaTimeSaturates(@ForAll long seconds) {
    java.time.Duration duration = java.time.Duration.ofSeconds(seconds, 999_999_999);
    if (duration.isNegative()) {
      assertThrows(IllegalArgumentException.class, () -> JavaDurations.saturatingFrom(duration));
      return;
    }
    BigInteger exact =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(999_999_999));
    assertEquals(
        Exact.clamp(exact), Exact.of(JavaDurations.saturatingFrom(duration).toUnsignedNanos()));
  }

  @Test
  void javaTimeAtTheEnd() {
    java.time.Duration longest = JavaDurations.to(Duration.MAX);
    assertEquals(Duration.MAX, JavaDurations.saturatingFrom(longest));
    assertEquals(Duration.MAX, JavaDurations.saturatingFrom(longest.plusNanos(1)));
    assertEquals(
        Duration.ofUnsignedNanos(Nanos.MAX - 1),
        JavaDurations.saturatingFrom(longest.minusNanos(1)));
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }
}
