package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A condition on integers. Immutable. */
@SuppressWarnings("ClassInitializationDeadlock") // One thread states all theorems first.
sealed interface Condition {
  Condition TRUE = new Known(true);
  Condition FALSE = new Known(false);

  record Known(boolean holds) implements Condition {}

  record NotNegative(Term term) implements Condition {}

  record Zero(Term term) implements Condition {}

  record NotZero(Term term) implements Condition {}

  record All(List<Condition> parts) implements Condition {}

  record Any(List<Condition> parts) implements Condition {}

  static Condition of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static Condition notNegative(Term term) {
    Range range = term.range();
    if (range.low().signum() >= 0) {
      return TRUE;
    }
    return range.high().signum() < 0 ? FALSE : new NotNegative(term);
  }

  static Condition zero(Term term) {
    Range range = term.range();
    if (range.isZero()) {
      return TRUE;
    }
    return range.contains(BigInteger.ZERO) ? new Zero(term) : FALSE;
  }

  static Condition all(List<Condition> conditions) {
    List<Condition> parts = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.equals(FALSE)) {
        return FALSE;
      }
      if (condition instanceof All all) {
        parts.addAll(all.parts);
      } else if (!condition.equals(TRUE)) {
        parts.add(condition);
      }
    }
    return parts.isEmpty() ? TRUE : parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  default Condition and(Condition other) {
    return all(List.of(this, other));
  }

  default Condition or(Condition other) {
    return not().and(other.not()).not();
  }

  default Condition implies(Condition other) {
    return not().or(other);
  }

  default Condition not() {
    return switch (this) {
      case Known known -> of(!known.holds);
      case NotNegative n -> notNegative(n.term.negate().minus(1));
      case Zero zero -> new NotZero(zero.term);
      case NotZero zero -> new Zero(zero.term);
      case All all -> new Any(all.parts.stream().map(Condition::not).toList());
      case Any any -> all(any.parts.stream().map(Condition::not).toList());
    };
  }

  /** With terms in place of variables; of the others null is said. */
  default Condition with(Function<Variable, Term> values) {
    return switch (this) {
      case Known known -> known;
      case NotNegative n -> notNegative(n.term.with(values));
      case Zero zero -> zero(zero.term.with(values));
      case NotZero zero -> zero(zero.term.with(values)).not();
      case All all -> all(all.parts.stream().map(part -> part.with(values)).toList());
      case Any any -> all(any.parts.stream().map(part -> part.with(values).not()).toList()).not();
    };
  }

  default boolean evaluate(Function<Variable, BigInteger> values) {
    return switch (this) {
      case Known known -> known.holds;
      case NotNegative n -> n.term.evaluate(values).signum() >= 0;
      case Zero zero -> zero.term.evaluate(values).signum() == 0;
      case NotZero zero -> zero.term.evaluate(values).signum() != 0;
      case All all -> all.parts.stream().allMatch(part -> part.evaluate(values));
      case Any any -> any.parts.stream().anyMatch(part -> part.evaluate(values));
    };
  }
}
