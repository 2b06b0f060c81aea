package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A product of variables, in the order of their numbers; the empty product is 1. */
record Product(List<Variable> factors) implements Comparable<Product> {
  static final Product ONE = new Product(List.of());

  static Product of(Variable variable) {
    return new Product(List.of(variable));
  }

  Product times(Product other) {
    List<Variable> all = new ArrayList<>(factors);
    all.addAll(other.factors);
    Collections.sort(all);
    return new Product(List.copyOf(all));
  }

  boolean isLinear() {
    return factors.size() <= 1;
  }

  Range range() {
    Range range = Range.of(BigInteger.ONE);
    for (Variable factor : factors) {
      range = range.times(new Range(factor.low, factor.high));
    }
    return range;
  }

  @Override
  public int compareTo(Product other) {
    int order = Integer.compare(factors.size(), other.factors.size());
    for (int i = 0; order == 0 && i < factors.size(); i++) {
      order = factors.get(i).compareTo(other.factors.get(i));
    }
    return order;
  }

  @Override
  public String toString() {
    return factors.stream().map(Variable::toString).collect(Collectors.joining("."));
  }
}
