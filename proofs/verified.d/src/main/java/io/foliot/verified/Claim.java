package io.foliot.verified;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final List<Term> inputs;
  private final List<Loop.Invariant> invariants = new ArrayList<>();
  private final List<Condition> conclusions = new ArrayList<>();

  /** What the method makes of the numbers that the statement leaves open. */
  private final Map<Variable, Term> open = new HashMap<>();

  /** How many numbers were left open at a call. */
  private int made;

  Claim(Path path, Use use, String signature, List<Term> inputs) {
    this.path = path;
    this.use = use;
    this.signature = signature;
    this.inputs = inputs;
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

  /**
   * Something that follows from the statement, or is true of what it leaves open; proved with it
   * and known where it is used.
   */
  void concludes(Condition condition) {
    if (use == Use.AT_A_CALL) {
      path.learn(condition);
    } else {
      conclusions.add(condition);
    }
  }

  /**
   * A number of the result that the statement does not say, but for its range and what is concluded
   * of it.
   */
  Term some(Type.Number type) {
    Range range = type.kind().range();
    if (use != Use.AT_A_CALL) {
      Variable variable = Variable.open(open.size(), range);
      open.put(variable, null);
      return Term.of(path, variable);
    }
    Term some = path.some(signature + made++, inputs, range);
    // Of a flag, each value is a path of its own.
    return type.descriptor().equals("Z") ? Term.of(path.valueOf(some)) : some;
  }

  /** Says things that let the solver see more, where this is being proved. */
  void hint(Runnable hint) {
    if (use == Use.TO_PROVE) {
      hint.run();
    }
  }

  /** In a hint, something that follows from what is known. */
  void derives(Condition condition) {
    if (path.isCertain(condition)) {
      path.learn(condition);
    }
  }

  /** What an earlier theorem says of a method for some arguments; of a summary, see there. */
  Value ofCall(Theorem theorem, List<Term> arguments) {
    return theorem.of(path, arguments);
  }

  /** Takes what the method gives for what the statement left open; whether it did. */
  boolean settles(Term stated, Term actual) {
    Variable variable = stated.variable();
    if (variable == null || !open.containsKey(variable)) {
      return false;
    }
    open.put(variable, actual);
    return true;
  }

  boolean leavesOpen() {
    return !open.isEmpty();
  }

  /** The conclusions about a result. */
  List<Condition> conclusions() {
    return conclusions.stream()
        .map(conclusion -> leavesOpen() ? conclusion.with(open::get) : conclusion)
        .toList();
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

  /** The unsigned number in 64 bits that differs from another by a multiple of 2^64. */
  Term unsigned(Term number) {
    return Kind.unsigned(64).read(path, number);
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

  /** Lets the solver know which positive numbers have at least so many leading zeros. */
  void leadingZeros(Term number, int count) {
    path.learnLeadingZeros(number, count);
  }

  /** Lets the solver know that a number has the same sign as its product with a positive one. */
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
