package io.foliot.verified;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Exponents of two that stay unknown on a path, and numbers of leading zeros among them. A power of
 * two is a variable of which bounds are known; what number an exponent is a count of leading zeros
 * of; and which of two powers is the larger one.
 */
final class Exponents {
  private static final int BITS = 64;

  private final Path path;

  /** The numbers of leading zeros, by the term. */
  private final Map<Term, Term> leadingZeros = new LinkedHashMap<>();

  /** The powers of two, by their exponents. */
  private final Map<Term, Term> powers = new LinkedHashMap<>();

  Exponents(Path path) {
    this.path = path;
  }

  /** How many of 64 bits are 0 above the highest 1 of a number that is positive. */
  Term leadingZeros(Term value) {
    return leadingZeros.computeIfAbsent(
        value,
        v ->
            path.defined(
                "zeros",
                new Range(BigInteger.ZERO, BigInteger.valueOf(BITS - 1)),
                values -> BigInteger.valueOf(BITS - v.evaluate(values).bitLength())));
  }

  /** 2^(63 − n) is at most the number, and 2^(64 − n) is above it. */
  static Range withLeadingZeros(int n) {
    return n == BITS
        ? Range.of(BigInteger.ZERO)
        : new Range(
            BigInteger.TWO.pow(BITS - 1 - n),
            BigInteger.TWO.pow(BITS - n).subtract(BigInteger.ONE));
  }

  Term powerOfTwo(Term exponent) {
    Term known = powers.get(exponent);
    if (known != null) {
      return known;
    }
    Range range = exponent.range();
    int most = range.high().intValueExact();
    Term power =
        path.defined(
            "power",
            new Range(BigInteger.TWO.pow(range.low().intValueExact()), BigInteger.TWO.pow(most)),
            values -> {
              // Elsewhere than on this path, the exponent may be anything.
              int value = exponent.evaluate(values).max(BigInteger.ZERO).intValueExact();
              return BigInteger.TWO.pow(value);
            });
    leadingZeros.forEach((value, zeros) -> learn(value, zeros, exponent, power));
    powers.forEach(
        (other, otherPower) -> {
          learnOrder(exponent, power, other, otherPower);
          learnOrder(other, otherPower, exponent, power);
        });
    powers.put(exponent, power);
    return power;
  }

  /** A larger exponent makes a power that is at least twice as large. */
  private void learnOrder(Term a, Term powerOfA, Term b, Term powerOfB) {
    path.learn(a.atMost(b).implies(powerOfA.atMost(powerOfB)));
    path.learn(a.below(b).implies(powerOfA.times(2).atMost(powerOfB)));
  }

  /** What a power says of a number whose leading zeros its exponent counts, up or down. */
  private void learn(Term value, Term zeros, Term exponent, Term power) {
    Term more = exponent.minus(zeros);
    if (more.isConstant()) {
      Term shifted = value.times(power);
      int bits = more.constant().intValueExact() + BITS;
      path.learn(shifted.atLeast(Term.powerOfTwo(bits - 1)));
      path.learn(shifted.below(Term.powerOfTwo(bits)));
    }
    Term sum = exponent.plus(zeros);
    if (sum.isConstant()) {
      Term shifted = value.shiftedLeft(sum.constant().intValueExact());
      path.learn(shifted.atLeast(power.shiftedLeft(BITS - 1)));
      path.learn(shifted.below(power.shiftedLeft(BITS)));
    }
  }

  /** Numbers of at least so many leading zeros are those below the power of two that says so. */
  void learn(Term value, int count) {
    Condition isSmall = value.below(Term.powerOfTwo(BITS - count));
    Condition hasZeros = leadingZeros(value).atLeast(count);
    path.learn(isSmall.implies(hasZeros));
    path.learn(hasZeros.implies(isSmall));
  }
}
