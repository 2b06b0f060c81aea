package io.foliot.verified;

import java.math.BigInteger;

/** Mathematical integer arithmetic. */
final class Numbers {
  static final BigInteger ONE = BigInteger.ONE;
  static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

  private Numbers() {}

  /** The floor of the quotient; the divisor is positive. */
  static BigInteger floorDiv(BigInteger dividend, BigInteger divisor) {
    if (divisor.signum() <= 0) {
      throw new IllegalArgumentException("a divisor must be positive: got " + divisor);
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The number from {@code low} up that differs from a value by a multiple of 2^bits. */
  static BigInteger wrap(BigInteger value, BigInteger low, int bits) {
    return value.subtract(low).mod(BigInteger.TWO.pow(bits)).add(low);
  }
}
