package io.foliot.verified;

import java.util.ArrayList;
import java.util.List;

/** The vocabulary of a statement. */
final class Claim {
  enum Use {
    TO_PROVE,
    AT_A_CALL,
    FOR_NUMBERS
  }

  /** Thrown for inputs that do not meet the precondition. */
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

  /** A precondition of the theorem. */
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

  /** The invariant of the next loop of the method, in their order. */
  void loop(Loop.Invariant invariant) {
    invariants.add(invariant);
  }

  List<Loop.Invariant> invariants() {
    return invariants;
  }

  /** The index of the tracked array element. */
  void follows(Term index) {
    path.follow(index);
  }

  /** A consequence of the statement, proved with it and known wherever it is applied. */
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

  /** The method throws this exception if and only if this holds and no condition above does. */
  void refuses(Class<? extends Exception> exception, Condition condition) {
    if (path.holds(condition)) {
      throw new Refusal(exception.getName());
    }
  }

  /** Whether a condition holds; each case is proved separately. */
  boolean when(Condition condition) {
    return path.holds(condition);
  }

  Term min(Term a, Term b) {
    return when(a.atMost(b)) ? a : b;
  }

  Term max(Term a, Term b) {
    return when(a.atLeast(b)) ? a : b;
  }

  /** The value of a number with few possible values; each is proved separately. */
  int valueOf(Term term) {
    return path.valueOf(term);
  }

  Term powerOfTwo(Term exponent) {
    return path.powerOfTwo(exponent);
  }

  /** The number of leading zeros of 64 bits. */
  Term leadingZeros(Term number) {
    return path.leadingZeros(number);
  }

  /** Keeps exponents unknown, where proving each case separately would take too long. */
  void keepsExponents() {
    if (use == Use.TO_PROVE) {
      path.keepExponents();
    }
  }

  /** Tells the solver that a number has the same sign as its product with a positive one. */
  void sameSign(Term number, Term positive) {
    number.times(positive);
  }

  /** 1 if a condition holds, otherwise 0. */
  Term truth(Condition condition) {
    return Term.of(when(condition) ? 1 : 0);
  }

  Value object(Type.Shape shape, Term... fields) {
    return shape.object(List.of(fields));
  }
}
