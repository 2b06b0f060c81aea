package io.foliot.verified;

import java.math.BigInteger;
import java.util.function.Function;

/**
 * An integer that a proof speaks about: an input, a number defined by what comes before it, or one
 * that is not known.
 */
final class Variable implements Comparable<Variable> {
  /** How the names of inputs begin. */
  static final String INPUT = "in_";

  final int id;
  final String name;

  /** Its value, given that of the inputs; null for an input and an unknown one. */
  final Function<Function<Variable, BigInteger>, BigInteger> definition;

  /** Bounds known so far on this path. A branch that is taken can narrow them. */
  BigInteger low;

  BigInteger high;

  Variable(
      int id,
      String name,
      BigInteger low,
      BigInteger high,
      Function<Function<Variable, BigInteger>, BigInteger> definition) {
    this.id = id;
    this.name = name;
    this.low = low;
    this.high = high;
    this.definition = definition;
  }

  boolean isInput() {
    return name.startsWith(INPUT);
  }

  boolean isUnknown() {
    return definition == null && !isInput();
  }

  @Override
  public int compareTo(Variable other) {
    return Integer.compare(id, other.id);
  }

  @Override
  public String toString() {
    return name;
  }
}
