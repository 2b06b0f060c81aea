package io.foliot.duration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The oracle of the tests, the same arithmetic in BigInteger, and the edge values to try. */
final class Exact {
  static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
  static final BigInteger MAX = TWO_64.subtract(BigInteger.ONE);

  /** The nanoseconds of a microsecond to a year, as text, to share nothing with the code. */
  static final String[] UNITS = {
    "1000",
    "1000000",
    "1000000000",
    "60000000000",
    "3600000000000",
    "86400000000000",
    "604800000000000",
    "31557600000000000"
  };

  private Exact() {}

  /** The value of 64 unsigned bits. */
  static BigInteger of(long unsigned) {
    BigInteger signed = BigInteger.valueOf(unsigned);
    return unsigned < 0 ? signed.add(TWO_64) : signed;
  }

  static boolean fits(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(MAX) <= 0;
  }

  static BigInteger clamp(BigInteger value) {
    return value.max(BigInteger.ZERO).min(MAX);
  }

  static BigInteger divide(BigInteger dividend, BigInteger divisor, RoundingMode mode) {
    return new BigDecimal(dividend).divide(new BigDecimal(divisor), 0, mode).toBigIntegerExact();
  }

  /**
   * Zero, all powers of two, all unit limits and the unit multiples near 2^63 and 2^64, each ±1.
   */
  static long[] edges() {
    Set<BigInteger> edges = new TreeSet<>();
    for (int bit = 0; bit <= 64; bit++) {
      addAround(edges, BigInteger.ONE.shiftLeft(bit));
    }
    for (String unit : UNITS) {
      BigInteger size = new BigInteger(unit);
      addAround(edges, size);
      addAround(edges, size.shiftRight(1));
      addAround(edges, MAX.divide(size));
      addAround(edges, TWO_64.shiftRight(1).divide(size).multiply(size));
      addAround(edges, TWO_64.shiftRight(1).divide(size).add(BigInteger.ONE).multiply(size));
      addAround(edges, TWO_64.divide(size).multiply(size));
    }
    return edges.stream().filter(Exact::fits).mapToLong(BigInteger::longValue).toArray();
  }

  /** The most important of the {@link #edges}, for tests that combine values. */
  static long[] fewEdges() {
    Set<BigInteger> edges = new TreeSet<>();
    for (int bit : new int[] {0, 1, 31, 32, 62, 63, 64}) {
      addAround(edges, BigInteger.ONE.shiftLeft(bit));
    }
    for (String unit : UNITS) {
      edges.add(new BigInteger(unit));
      edges.add(MAX.divide(new BigInteger(unit)));
    }
    return edges.stream().filter(Exact::fits).mapToLong(BigInteger::longValue).toArray();
  }

  /** All 64-bit patterns, with a preference for small ones and edges. */
  static Arbitrary<Long> unsigned() {
    Long[] edges = Arrays.stream(edges()).boxed().toArray(Long[]::new);
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.of(edges),
        Arbitraries.longs()
            .flatMap(bits -> Arbitraries.integers().between(0, 63).map(shift -> bits >>> shift)));
  }

  private static void addAround(Set<BigInteger> edges, BigInteger value) {
    edges.add(value.subtract(BigInteger.ONE));
    edges.add(value);
    edges.add(value.add(BigInteger.ONE));
  }
}
