package io.foliot.verified;

import java.math.BigInteger;

/** The numbers that a JVM word stands for, and its bits. */
record Kind(Range range, int bits) {
  static Kind unsigned(int bits) {
    return new Kind(
        new Range(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE)), bits);
  }

  static Kind signed(int bits) {
    BigInteger half = BigInteger.TWO.pow(bits - 1);
    return new Kind(new Range(half.negate(), half.subtract(BigInteger.ONE)), bits);
  }

  Kind from(long low, long high) {
    return new Kind(new Range(BigInteger.valueOf(low), BigInteger.valueOf(high)), bits);
  }

  boolean isSigned() {
    return range.low().signum() < 0;
  }

  /**
   * Whether a word can stand for such a number. Every word can, if every number of its bits is
   * valid.
   */
  boolean canBe(Term word) {
    BigInteger count = range.high().subtract(range.low()).add(BigInteger.ONE);
    return count.equals(BigInteger.TWO.pow(bits)) || range.meets(word.range());
  }

  /** The number that a word stands for. */
  Term read(Path path, Term word) {
    BigInteger low = isSigned() || bits < 32 ? signed(bits).range.low() : BigInteger.ZERO;
    return path.wrap(word, low, bits);
  }
}
