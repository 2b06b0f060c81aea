package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every operation at every edge value, against BigInteger. */
class ArithmeticTest {
  private static final long[] EDGES = Exact.edges();
  private static final long[] FEW = Exact.fewEdges();

  /** An operation on two unsigned numbers, and the same in BigInteger. */
  private interface Oracle {
    BigInteger apply(BigInteger a, BigInteger b);
  }

  @Test
  void plus() {
    checked(Nanos::plus, BigInteger::add);
    durations((a, b) -> a.plus(b), BigInteger::add);
  }

  @Test
  void minus() {
    checked(Nanos::minus, BigInteger::subtract);
    durations((a, b) -> a.minus(b), BigInteger::subtract);
  }

  @Test
  void saturating() {
    total(Nanos::saturatingPlus, (a, b) -> Exact.clamp(a.add(b)));
    total(Nanos::saturatingMinus, (a, b) -> Exact.clamp(a.subtract(b)));
    durations((a, b) -> a.saturatingPlus(b), (a, b) -> Exact.clamp(a.add(b)));
    durations((a, b) -> a.saturatingMinus(b), (a, b) -> Exact.clamp(a.subtract(b)));
  }

  @Test
  void wrapping() {
    total(Nanos::wrappingPlus, (a, b) -> a.add(b).mod(Exact.TWO_64));
    total(Nanos::wrappingMinus, (a, b) -> a.subtract(b).mod(Exact.TWO_64));
    durations((a, b) -> a.wrappingPlus(b), (a, b) -> a.add(b).mod(Exact.TWO_64));
    durations((a, b) -> a.wrappingMinus(b), (a, b) -> a.subtract(b).mod(Exact.TWO_64));
  }

  @Test
  void differenceMinimumAndMaximum() {
    total(Nanos::absDiff, (a, b) -> a.subtract(b).abs());
    total(Nanos::min, BigInteger::min);
    total(Nanos::max, BigInteger::max);
    durations((a, b) -> a.absDiff(b), (a, b) -> a.subtract(b).abs());
    durations(Duration::min, BigInteger::min);
    durations(Duration::max, BigInteger::max);
  }

  @Test
  void quotientAndRemainder() {
    checkedExceptByZero(Nanos::quotient, BigInteger::divide);
    checkedExceptByZero(Nanos::remainder, BigInteger::mod);
    for (long a : EDGES) {
      for (long b : FEW) {
        if (b != 0) {
          Duration x = Duration.ofUnsignedNanos(a);
          Duration y = Duration.ofUnsignedNanos(b);
          assertEquals(Nanos.remainder(a, b), x.remainder(y).toUnsignedNanos());
          signed(Exact.of(a).divide(Exact.of(b)), () -> x.dividedBy(y));
        }
      }
    }
  }

  @Test
  void comparison() {
    for (long a : EDGES) {
      Duration x = Duration.ofUnsignedNanos(a);
      for (long b : FEW) {
        Duration y = Duration.ofUnsignedNanos(b);
        int expected = Exact.of(a).compareTo(Exact.of(b));
        assertEquals(expected, Integer.signum(Nanos.compare(a, b)));
        assertEquals(expected, Integer.signum(x.compareTo(y)));
        assertEquals(expected > 0, x.isLongerThan(y));
        assertEquals(expected < 0, x.isShorterThan(y));
        assertEquals(expected == 0, x.equals(y));
      }
      assertEquals(a == 0, x.isZero());
      assertEquals(Long.valueOf(a).hashCode(), x.hashCode());
    }
  }

  @Test
  void timesAndDividedByANumber() {
    for (long a : EDGES) {
      Duration x = Duration.ofUnsignedNanos(a);
      BigInteger exact = Exact.of(a);
      for (long n : FEW) {
        if (n < 0) {
          String factor = "a factor must not be negative, got " + n;
          String divisor = "a divisor must be positive, got " + n;
          assertRejected(factor, () -> Nanos.times(a, n));
          assertRejected(factor, () -> Nanos.saturatingTimes(a, n));
          assertRejected(factor, () -> Nanos.wrappingTimes(a, n));
          assertRejected(factor, () -> x.times(n).toUnsignedNanos());
          assertRejected(divisor, () -> Nanos.dividedBy(a, n));
          assertRejected(divisor, () -> Nanos.dividedBy(a, n, RoundingMode.UP));
          assertRejected(divisor, () -> x.remainder(n).toUnsignedNanos());
          continue;
        }
        BigInteger product = exact.multiply(BigInteger.valueOf(n));
        result(product, () -> Nanos.times(a, n));
        result(product, () -> x.times(n).toUnsignedNanos());
        assertEquals(Exact.clamp(product), Exact.of(Nanos.saturatingTimes(a, n)));
        assertEquals(Exact.clamp(product), Exact.of(x.saturatingTimes(n).toUnsignedNanos()));
        assertEquals(product.mod(Exact.TWO_64), Exact.of(Nanos.wrappingTimes(a, n)));
        assertEquals(product.mod(Exact.TWO_64), Exact.of(x.wrappingTimes(n).toUnsignedNanos()));
        if (n == 0) {
          assertThrows(ArithmeticException.class, () -> Nanos.dividedBy(a, n));
          assertThrows(ArithmeticException.class, () -> Nanos.dividedBy(a, n, RoundingMode.UP));
          assertThrows(ArithmeticException.class, () -> x.remainder(n));
          continue;
        }
        BigInteger[] both = exact.divideAndRemainder(BigInteger.valueOf(n));
        assertEquals(both[0], Exact.of(Nanos.dividedBy(a, n)));
        assertEquals(both[0], Exact.of(x.dividedBy(n).toUnsignedNanos()));
        assertEquals(both[1], Exact.of(x.remainder(n).toUnsignedNanos()));
      }
    }
  }

  private static void checked(LongBinaryOperator operation, Oracle oracle) {
    for (long a : EDGES) {
      for (long b : FEW) {
        result(oracle.apply(Exact.of(a), Exact.of(b)), () -> operation.applyAsLong(a, b));
      }
    }
  }

  private static void checkedExceptByZero(LongBinaryOperator operation, Oracle oracle) {
    for (long a : EDGES) {
      ArithmeticException e =
          assertThrows(ArithmeticException.class, () -> operation.applyAsLong(a, 0));
      assertEquals("a divisor must be positive, got 0", e.getMessage());
      for (long b : FEW) {
        if (b != 0) {
          result(oracle.apply(Exact.of(a), Exact.of(b)), () -> operation.applyAsLong(a, b));
        }
      }
    }
  }

  /** An operation that is defined everywhere. */
  private static void total(LongBinaryOperator operation, Oracle oracle) {
    for (long a : EDGES) {
      for (long b : FEW) {
        assertEquals(oracle.apply(Exact.of(a), Exact.of(b)), Exact.of(operation.applyAsLong(a, b)));
      }
    }
  }

  private interface DurationOperation {
    Duration apply(Duration a, Duration b);
  }

  private static void durations(DurationOperation operation, Oracle oracle) {
    checked(
        (a, b) ->
            operation
                .apply(Duration.ofUnsignedNanos(a), Duration.ofUnsignedNanos(b))
                .toUnsignedNanos(),
        oracle);
  }

  /** Asserts the exact result, or an exception if it is not a duration. */
  private static void result(BigInteger exact, Supplier<Long> operation) {
    if (Exact.fits(exact)) {
      assertEquals(exact, Exact.of(operation.get()));
    } else {
      assertThrows(ArithmeticException.class, operation::get);
    }
  }

  private static void signed(BigInteger exact, Supplier<Long> operation) {
    if (exact.bitLength() < 64) {
      assertEquals(exact.longValue(), operation.get().longValue());
    } else {
      assertThrows(ArithmeticException.class, operation::get);
    }
  }

  private static void assertRejected(String message, Supplier<Long> operation) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, operation::get);
    assertEquals(message, e.getMessage());
  }
}
