package io.foliot.verified;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An unbounded integer: a polynomial over variables, kept expanded, so that terms cancel here and
 * the solver mostly sees linear arithmetic. Immutable.
 */
@SuppressWarnings("NonApiType") // The order of the sum matters.
final class Term implements Value {
  static final Term ZERO = new Term(null, new TreeMap<>());
  static final Term ONE = of(1);

  /** The path of its variables; null for a constant. */
  private final Path path;

  private final TreeMap<Product, BigInteger> sum;

  private Term(Path path, TreeMap<Product, BigInteger> sum) {
    this.path = path;
    this.sum = sum;
  }

  static Term of(BigInteger value) {
    TreeMap<Product, BigInteger> sum = new TreeMap<>();
    if (value.signum() != 0) {
      sum.put(Product.ONE, value);
    }
    return new Term(null, sum);
  }

  static Term of(long value) {
    return of(BigInteger.valueOf(value));
  }

  static Term powerOfTwo(int exponent) {
    return of(BigInteger.TWO.pow(exponent));
  }

  /** The variable, or its value if only one is possible. */
  static Term of(Path path, Variable variable) {
    if (variable.low.equals(variable.high)) {
      return of(variable.low);
    }
    TreeMap<Product, BigInteger> sum = new TreeMap<>();
    sum.put(Product.of(variable), BigInteger.ONE);
    return new Term(path, sum);
  }

  Map<Product, BigInteger> sum() {
    return sum;
  }

  // Arithmetic

  Term plus(Term other) {
    TreeMap<Product, BigInteger> result = new TreeMap<>(sum);
    other.sum.forEach((product, factor) -> add(result, product, factor));
    return new Term(path == null ? other.path : path, result);
  }

  Term plus(long other) {
    return plus(of(other));
  }

  Term negate() {
    return scaled(BigInteger.ONE.negate());
  }

  Term minus(Term other) {
    return plus(other.negate());
  }

  Term minus(long other) {
    return plus(-other);
  }

  Term times(Term other) {
    if (isConstant()) {
      return other.scaled(constant());
    }
    if (other.isConstant()) {
      return scaled(other.constant());
    }
    TreeMap<Product, BigInteger> result = new TreeMap<>();
    sum.forEach((p, f) -> other.sum.forEach((q, g) -> add(result, p.times(q), f.multiply(g))));
    Term product = new Term(path, result);
    path.learnProduct(this, other, product);
    return product;
  }

  Term times(long other) {
    return scaled(BigInteger.valueOf(other));
  }

  /** Times a power of two. */
  Term shiftedLeft(int bits) {
    return scaled(BigInteger.TWO.pow(bits));
  }

  /** The floor of the quotient; the divisor is positive. */
  Term over(Term divisor) {
    if (isConstant() && divisor.isConstant()) {
      return of(Numbers.floorDiv(constant(), divisor.constant()));
    }
    return (path == null ? divisor.path : path).floor(this, divisor);
  }

  Term over(long divisor) {
    return over(of(divisor));
  }

  /** The quotient rounded up; the divisor is positive. */
  Term overUp(Term divisor) {
    return negate().over(divisor).negate();
  }

  /** The remainder of the floor division, at least 0; the divisor is positive. */
  Term mod(Term divisor) {
    return minus(over(divisor).times(divisor));
  }

  Term mod(long divisor) {
    return mod(of(divisor));
  }

  /** The greatest common divisor of two numbers that are not negative; that of 0 and 0 is 0. */
  Term greatestCommonDivisor(Term other) {
    if (isConstant() && other.isConstant()) {
      return of(constant().gcd(other.constant()));
    }
    return (path == null ? other.path : path).greatestCommonDivisor(this, other);
  }

  /** Without the parts that are multiples of the other term, if that is a variable. */
  Term withoutMultiplesOf(Term other) {
    Variable variable = other.variable();
    if (variable == null) {
      return this;
    }
    TreeMap<Product, BigInteger> result = new TreeMap<>(sum);
    result.keySet().removeIf(product -> product.factors().contains(variable));
    return new Term(path, result);
  }

  /**
   * The floors of its parts that are multiples of a number, and of its constant, over that number.
   */
  Term wholeParts(BigInteger divisor) {
    TreeMap<Product, BigInteger> result = new TreeMap<>();
    sum.forEach(
        (product, factor) -> {
          if (product.equals(Product.ONE)) {
            add(result, product, Numbers.floorDiv(factor, divisor));
          } else if (factor.mod(divisor).signum() == 0) {
            result.put(product, factor.divide(divisor));
          }
        });
    return new Term(path, result);
  }

  /** How many times another term, which is not 0, this is as it is written; or null. */
  BigInteger timesOf(Term other) {
    Map.Entry<Product, BigInteger> first = other.sum.firstEntry();
    BigInteger times = sum.getOrDefault(first.getKey(), BigInteger.ZERO).divide(first.getValue());
    return equals(other.scaled(times)) ? times : null;
  }

  /** Divided by a number that divides every factor. */
  Term dividedExactly(BigInteger divisor) {
    TreeMap<Product, BigInteger> result = new TreeMap<>();
    sum.forEach((product, factor) -> result.put(product, factor.divide(divisor)));
    return new Term(path, result);
  }

  private Term scaled(BigInteger factor) {
    TreeMap<Product, BigInteger> result = new TreeMap<>();
    sum.forEach((product, f) -> add(result, product, f.multiply(factor)));
    return new Term(path, result);
  }

  private static void add(TreeMap<Product, BigInteger> sum, Product product, BigInteger factor) {
    BigInteger total = sum.getOrDefault(product, BigInteger.ZERO).add(factor);
    if (total.signum() == 0) {
      sum.remove(product);
    } else {
      sum.put(product, total);
    }
  }

  // Comparison

  Condition atLeast(Term other) {
    return Condition.notNegative(minus(other));
  }

  Condition atLeast(long other) {
    return atLeast(of(other));
  }

  Condition atMost(Term other) {
    return other.atLeast(this);
  }

  Condition atMost(long other) {
    return atMost(of(other));
  }

  Condition below(Term other) {
    return atLeast(other).not();
  }

  Condition below(long other) {
    return below(of(other));
  }

  Condition above(Term other) {
    return other.below(this);
  }

  Condition above(long other) {
    return above(of(other));
  }

  Condition is(Term other) {
    return Condition.zero(minus(other));
  }

  Condition is(long other) {
    return is(of(other));
  }

  Condition isNot(Term other) {
    return is(other).not();
  }

  Condition isNot(long other) {
    return is(other).not();
  }

  Condition within(Range range) {
    return atLeast(of(range.low())).and(atMost(of(range.high())));
  }

  // Facts

  boolean isConstant() {
    return sum.isEmpty() || (sum.size() == 1 && sum.containsKey(Product.ONE));
  }

  BigInteger constant() {
    if (!isConstant()) {
      throw new IllegalStateException(this + " is not a constant");
    }
    return sum.getOrDefault(Product.ONE, BigInteger.ZERO);
  }

  /** The variable, if the term is one; or null. */
  Variable variable() {
    if (sum.size() != 1 || !sum.firstEntry().getValue().equals(BigInteger.ONE)) {
      return null;
    }
    Product product = sum.firstKey();
    return product.factors().size() == 1 ? product.factors().get(0) : null;
  }

  /** Whether it is a multiple of a power of two for all values of its variables. */
  boolean isMultipleOfPowerOfTwo(int exponent) {
    return sum.values().stream().allMatch(f -> f.getLowestSetBit() >= exponent);
  }

  /** Bounds known without a solver. */
  Range range() {
    Range range = Range.of(BigInteger.ZERO);
    for (Map.Entry<Product, BigInteger> part : sum.entrySet()) {
      range = range.plus(part.getKey().range().times(Range.of(part.getValue())));
    }
    return path == null ? range : path.narrowed(this, range);
  }

  /** With terms in place of variables; of the others null is said. */
  Term with(Function<Variable, Term> values) {
    Term result = ZERO;
    for (Map.Entry<Product, BigInteger> part : sum.entrySet()) {
      Term product = of(part.getValue());
      for (Variable factor : part.getKey().factors()) {
        Term value = values.apply(factor);
        product = product.times(value == null ? of(path, factor) : value);
      }
      result = result.plus(product);
    }
    return result;
  }

  BigInteger evaluate(Function<Variable, BigInteger> values) {
    BigInteger total = BigInteger.ZERO;
    for (Map.Entry<Product, BigInteger> part : sum.entrySet()) {
      BigInteger value = part.getValue();
      for (Variable factor : part.getKey().factors()) {
        value = value.multiply(values.apply(factor));
      }
      total = total.add(value);
    }
    return total;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term term && sum.equals(term.sum);
  }

  @Override
  public int hashCode() {
    return sum.hashCode();
  }

  @Override
  public String toString() {
    return sum.isEmpty() ? "0" : sum.toString();
  }
}
