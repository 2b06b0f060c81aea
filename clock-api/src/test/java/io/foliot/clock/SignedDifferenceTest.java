package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.duration.Duration;
import io.foliot.duration.SignedDuration;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Signed differences of times, of a deadline and now, and of two clocks. */
class SignedDifferenceTest {
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  @Property
  void timeMinusTime(@ForAll("times") PosixTime a, @ForAll("times") PosixTime b) {
    // BigInteger rounds towards zero.
    BigInteger nanos =
        PosixTimes.picos(a).subtract(PosixTimes.picos(b)).divide(BigInteger.valueOf(1_000));
    if (nanos.abs().compareTo(MAX) > 0) {
      assertThrows(ArithmeticException.class, () -> a.signedSince(b));
      return;
    }
    SignedDuration difference = a.signedSince(b);
    assertEquals(nanos, exact(difference));
    assertEquals(difference.negated(), b.signedSince(a));
  }

  @Property
  void timePlusDifference(@ForAll("times") PosixTime time, @ForAll long nanos) {
    BigInteger expected =
        PosixTimes.picos(time).add(BigInteger.valueOf(nanos).multiply(BigInteger.valueOf(1_000)));
    SignedDuration difference = SignedDuration.ofNanos(nanos);
    if (expected.compareTo(PosixTimes.picos(PosixTime.MIN)) < 0
        || expected.compareTo(PosixTimes.picos(PosixTime.MAX)) > 0) {
      assertThrows(ArithmeticException.class, () -> time.plus(difference));
      return;
    }
    assertEquals(expected, PosixTimes.picos(time.plus(difference)));
    assertEquals(difference, time.plus(difference).signedSince(time));
  }

  @Provide
  Arbitrary<PosixTime> times() {
    return Arbitraries.oneOf(
        PosixTimes.any(), Arbitraries.longs().map(PosixTime::ofEpochNanos).withoutEdgeCases());
  }

  @Test
  void differencesRoundTowardsZero() {
    PosixTime later = PosixTime.of(0, 1_999);
    assertEquals(SignedDuration.ofNanos(1), later.signedSince(PosixTime.EPOCH));
    assertEquals(SignedDuration.ofNanos(-1), PosixTime.EPOCH.signedSince(later));
    assertEquals(SignedDuration.ZERO, PosixTime.of(0, 999).signedSince(PosixTime.EPOCH));
    assertEquals(SignedDuration.ZERO, PosixTime.EPOCH.signedSince(PosixTime.of(0, 999)));
  }

  @Test
  void deadlineMinusNow() {
    ManualClock clock = new ManualClock();
    Deadline deadline = Deadline.after(Duration.ofMillis(20), clock);
    assertEquals("+20ms", deadline.signedRemaining().toString());
    clock.advance(Duration.ofMillis(20));
    assertEquals(SignedDuration.ZERO, deadline.signedRemaining());
    clock.advance(Duration.ofMillis(5));
    assertEquals("-5ms", deadline.signedRemaining().toString());
    assertEquals(deadline.overdue(), deadline.signedRemaining().abs());
    assertEquals(SignedDuration.MAX, Deadline.never(clock).signedRemaining());
    assertEquals(SignedDuration.MAX, Deadline.after(Duration.MAX, clock).signedRemaining());
  }

  @Test
  void clockMinusClock() {
    ManualClock a = new ManualClock();
    ManualClock b = new ManualClock();
    a.advance(Duration.ofMicros(3));
    b.advance(Duration.ofMicros(5));
    assertEquals(
        "-2us", SignedDuration.ofDifference(a.elapsedNanos(), b.elapsedNanos()).toString());
    assertEquals("-2us", a.now().signedSince(b.now()).toString());
  }

  private static BigInteger exact(SignedDuration difference) {
    long nanos = difference.abs().toUnsignedNanos();
    BigInteger length = new BigInteger(Long.toUnsignedString(nanos));
    return difference.signum() < 0 ? length.negate() : length;
  }
}
