package io.foliot.verified;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The known ranges of variables and terms on a path, without a solver. */
final class Bounds {
  /** A snapshot of all bounds. */
  record Saved(List<Range> variables, Map<Term, Range> terms) {}

  private final List<Variable> variables;
  private final Map<Term, Range> narrowed = new HashMap<>();

  Bounds(List<Variable> variables) {
    this.variables = variables;
  }

  Saved save() {
    return new Saved(
        variables.stream().map(v -> new Range(v.low, v.high)).toList(), new HashMap<>(narrowed));
  }

  void restore(Saved saved) {
    for (int i = 0; i < variables.size(); i++) {
      variables.get(i).low = saved.variables.get(i).low();
      variables.get(i).high = saved.variables.get(i).high();
    }
    narrowed.clear();
    narrowed.putAll(saved.terms);
  }

  void narrowBy(Condition fact) {
    switch (fact) {
      case Condition.NotNegative n -> atLeastZero(n.term());
      case Condition.Zero zero -> {
        atLeastZero(zero.term());
        atLeastZero(zero.term().negate());
      }
      case Condition.All all -> all.parts().forEach(this::narrowBy);
      default -> {}
    }
  }

  private void atLeastZero(Term term) {
    Range range = term.range();
    narrow(term, new Range(range.low().max(BigInteger.ZERO), range.high().max(BigInteger.ZERO)));
    narrowVariable(term);
  }

  private static void narrowVariable(Term term) {
    Map<Product, BigInteger> sum = term.sum();
    if (sum.size() > 2 || sum.keySet().stream().anyMatch(p -> !p.isLinear())) {
      return;
    }
    BigInteger constant = sum.getOrDefault(Product.ONE, BigInteger.ZERO);
    for (Map.Entry<Product, BigInteger> part : sum.entrySet()) {
      if (part.getKey().factors().size() == 1 && sum.size() == (constant.signum() == 0 ? 1 : 2)) {
        // factor * variable + constant >= 0
        Variable variable = part.getKey().factors().get(0);
        BigInteger factor = part.getValue();
        if (factor.signum() > 0) {
          BigInteger least = Numbers.floorDiv(constant, factor).negate();
          variable.low = variable.low.max(least.min(variable.high));
        } else {
          BigInteger most = Numbers.floorDiv(constant, factor.negate());
          variable.high = variable.high.min(most.max(variable.low));
        }
      }
    }
  }

  void narrow(Term term, Range range) {
    Scaled scaled = Scaled.of(term);
    if (!scaled.part.isConstant()) {
      Range shifted = range.plus(Range.of(scaled.constant.negate()));
      narrowed.merge(scaled.part, shifted.dividedBy(scaled.factor), Range::and);
    }
  }

  Range narrowed(Term term, Range range) {
    Scaled scaled = Scaled.of(term);
    Range known = narrowed.get(scaled.part);
    return known == null
        ? range
        : range.and(known.times(Range.of(scaled.factor)).plus(Range.of(scaled.constant)));
  }

  /** A term as factor · part + constant; terms that differ only in these two share the part. */
  private record Scaled(Term part, BigInteger factor, BigInteger constant) {
    static Scaled of(Term term) {
      BigInteger constant = term.sum().getOrDefault(Product.ONE, BigInteger.ZERO);
      Term part = term.minus(Term.of(constant));
      BigInteger factor = BigInteger.ZERO;
      for (BigInteger each : part.sum().values()) {
        factor = factor.signum() == 0 ? each : factor.gcd(each).multiply(sign(factor));
      }
      return factor.signum() == 0
          ? new Scaled(part, BigInteger.ONE, constant)
          : new Scaled(part.dividedExactly(factor), factor, constant);
    }

    private static BigInteger sign(BigInteger number) {
      return BigInteger.valueOf(number.signum());
    }
  }
}
