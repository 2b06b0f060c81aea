package io.foliot.verified;

import java.math.BigInteger;

/** All integers from {@code low} to {@code high}. */
record Range(BigInteger low, BigInteger high) {
  static Range of(BigInteger value) {
    return new Range(value, value);
  }

  boolean isZero() {
    return low.signum() == 0 && high.signum() == 0;
  }

  boolean contains(BigInteger value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }

  boolean contains(Range other) {
    return low.compareTo(other.low) <= 0 && other.high.compareTo(high) <= 0;
  }

  boolean meets(Range other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  Range plus(Range other) {
    return new Range(low.add(other.low), high.add(other.high));
  }

  Range times(Range other) {
    BigInteger a = low.multiply(other.low);
    BigInteger b = low.multiply(other.high);
    BigInteger c = high.multiply(other.low);
    BigInteger d = high.multiply(other.high);
    return new Range(a.min(b).min(c).min(d), a.max(b).max(c).max(d));
  }

  /** All integers whose product with a number that is not 0 is in this range. */
  Range dividedBy(BigInteger factor) {
    if (factor.signum() < 0) {
      return new Range(high.negate(), low.negate()).dividedBy(factor.negate());
    }
    BigInteger from = Numbers.floorDiv(low.negate(), factor).negate();
    return new Range(from, Numbers.floorDiv(high, factor).max(from));
  }

  /** The intersection, or this range if it is empty: the path is then impossible. */
  Range and(Range other) {
    BigInteger from = low.max(other.low);
    BigInteger to = high.min(other.high);
    return from.compareTo(to) <= 0 ? new Range(from, to) : this;
  }
}
