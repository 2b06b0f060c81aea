package io.foliot.verified;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Exponents of two that stay unknown on a path: numbers of leading zeros. They are known relative to
 * each other, so all their powers are multiples of the power of the smallest, one variable.
 */
final class Exponents {
  private final Path path;

  /** The numbers of leading zeros, by the term. */
  private final Map<Term, Term> leadingZeros = new LinkedHashMap<>();

  private Variable smallestPower;
  private Term smallest;

  Exponents(Path path) {
    this.path = path;
  }

  /** The number of leading zeros of 64 bits. */
  Term leadingZeros(Term value) {
    return leadingZeros.computeIfAbsent(
        value,
        v ->
            path.defined(
                "zeros",
                new Range(BigInteger.ZERO, BigInteger.valueOf(63)),
                values -> BigInteger.valueOf(64 - v.evaluate(values).bitLength())));
  }

  /** 2^(63 − n) is at most the number, and 2^(64 − n) is above it. */
  static Range withLeadingZeros(int n) {
    return n == 64
        ? Range.of(BigInteger.ZERO)
        : new Range(
            BigInteger.TWO.pow(63 - n), BigInteger.TWO.pow(64 - n).subtract(BigInteger.ONE));
  }

  boolean has(Term exponent) {
    return leadingZeros.containsValue(exponent);
  }

  /** The variable that divides all powers; null while there are none. */
  Variable smallestPower() {
    return smallestPower;
  }

  Term powerOfTwo(Term exponent) {
    if (smallestPower == null) {
      startPowers(exponent);
    }
    return power(exponent);
  }

  /** States that the powers of two of all exponents are multiples of that of the smallest. */
  private void startPowers(Term exponent) {
    smallest = exponent;
    for (Term other : leadingZeros.values()) {
      if (difference(other, smallest) < 0) {
        smallest = other;
      }
    }
    smallestPower =
        path.defined(
                "power",
                new Range(BigInteger.ONE, BigInteger.TWO.pow(63)),
                values -> BigInteger.TWO.pow(smallest.evaluate(values).intValueExact()))
            .variable();
    leadingZeros.forEach(
        (value, zeros) -> path.learn(value.times(power(zeros)).within(withLeadingZeros(0))));
  }

  private Term power(Term exponent) {
    return Term.of(path, smallestPower).shiftedLeft(difference(exponent, smallest));
  }

  private static int difference(Term exponent, Term other) {
    Range difference = exponent.minus(other).range();
    if (!difference.low().equals(difference.high())) {
      throw new Unproved("two exponents that are not known, nor how far apart they are");
    }
    return difference.low().intValueExact();
  }
}
