package io.foliot.verified;

import java.util.ArrayList;
import java.util.List;

/** What a statement says things with. */
final class Claim {
  enum Use {
    TO_PROVE,
    AT_A_CALL,
    FOR_NUMBERS
  }

  /** The inputs are none that the theorem is about. */
  static final class NotClaimed extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotClaimed() {
      super(null, null, false, false);
    }
  }

  private final Path path;
  private final Use use;
  private final String signature;
  private final List<Loop.Invariant> invariants = new ArrayList<>();
  private final List<Condition> conclusions = new ArrayList<>();

  Claim(Path path, Use use, String signature) {
    this.path = path;
    this.use = use;
    this.signature = signature;
  }

  /** The theorem is about inputs for which this holds. */
  void requires(Condition condition) {
    switch (use) {
      case TO_PROVE -> path.assume(condition);
      case AT_A_CALL -> {
        if (!path.isCertain(condition)) {
          throw new Unproved("the condition of " + signature + " is not met in a call", condition);
        }
      }
      case FOR_NUMBERS -> {
        if (!path.holds(condition)) {
          throw new NotClaimed();
        }
      }
    }
  }

  /** What is true each time the next loop of the method begins; the loops are in their order. */
  void loop(Loop.Invariant invariant) {
    invariants.add(invariant);
  }

  List<Loop.Invariant> invariants() {
    return invariants;
  }

  /** The index of the element by which arrays are followed. */
  void follows(Term index) {
    path.follow(index);
  }

  /** Something that follows from the statement, proved with it and known where it is used. */
  void concludes(Condition condition) {
    switch (use) {
      case TO_PROVE -> conclusions.add(condition);
      case AT_A_CALL -> path.learn(condition);
      case FOR_NUMBERS -> {
        if (!path.holds(condition)) {
          throw new IllegalStateException("a conclusion of " + signature + " is false");
        }
      }
    }
  }

  List<Condition> conclusions() {
    return conclusions;
  }

  /** The method throws this exception if, and only if, this holds and nothing above it does. */
  void refuses(Class<? extends Exception> exception, Condition condition) {
    if (path.holds(condition)) {
      throw new Refusal(exception.getName());
    }
  }

  /** Whether something holds; each case is proved by itself. */
  boolean when(Condition condition) {
    return path.holds(condition);
  }

  Term min(Term a, Term b) {
    return when(a.atMost(b)) ? a : b;
  }

  Term max(Term a, Term b) {
    return when(a.atLeast(b)) ? a : b;
  }

  /** The value of a number that can be few; each is proved by itself. */
  int valueOf(Term term) {
    return path.valueOf(term);
  }

  Term powerOfTwo(Term exponent) {
    return path.powerOfTwo(exponent);
  }

  /** How many of 64 bits are 0 above the highest 1. */
  Term leadingZeros(Term number) {
    return path.leadingZeros(number);
  }

  /** Exponents stay unknown: to prove each case by itself would be too much. */
  void keepsExponents() {
    if (use == Use.TO_PROVE) {
      path.keepExponents();
    }
  }

  /** Lets the solver know that a number has the same sign as its product with a positive one. */
  void sameSign(Term number, Term positive) {
    number.times(positive);
  }

  /** 1 if something holds, otherwise 0. */
  Term truth(Condition condition) {
    return Term.of(when(condition) ? 1 : 0);
  }

  Value object(Type.Shape shape, Term... fields) {
    return shape.object(List.of(fields));
  }
}
