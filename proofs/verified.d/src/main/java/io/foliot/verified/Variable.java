package io.foliot.verified;

import java.math.BigInteger;
import java.util.function.Function;

/** An integer of a proof: an input, a number defined by earlier ones, or an unknown. */
final class Variable implements Comparable<Variable> {
  /** The prefix of the names of inputs. */
  static final String INPUT = "in_";

  final int id;
  final String name;

  /** Its value for given inputs; null for an input or an unknown. */
  final Function<Function<Variable, BigInteger>, BigInteger> definition;

  /** The bounds known so far on this path; a branch can narrow them. */
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

  /** A number of a result that is left open: of no path. */
  static Variable open(int number, Range range) {
    return new Variable(-1 - number, "open" + number, range.low(), range.high(), null);
  }

  boolean isOpen() {
    return id < 0;
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
