package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The proof of one theorem, along all its paths. */
final class Proof {
  private static final int MOST_PATHS = 5_000;

  /** A complete path and the outcome of the method, for replay with numbers. */
  record Walk(Path path, List<Term> result, String exception) {}

  private final Theorem theorem;
  private final ClassFiles classes;
  private final Theorems theorems;
  private final Solver solver;
  private final List<Walk> walks = new ArrayList<>();
  private final Set<String> walked = new LinkedHashSet<>();
  private final long nanos;

  /** Why it is not proved, or null. */
  private String fault;

  /** Inputs for which it is false, or null if none are known. */
  private Map<String, BigInteger> counterexample;

  /** The numbers that the inputs are, or null if they may be any. */
  private final List<BigInteger> given;

  Proof(Theorem theorem, ClassFiles classes, Theorems earlier, Solver solver) {
    this(theorem, classes, earlier, solver, null);
  }

  /** A proof for certain inputs. */
  Proof(
      Theorem theorem,
      ClassFiles classes,
      Theorems earlier,
      Solver solver,
      List<BigInteger> given) {
    this.theorem = theorem;
    this.given = given;
    this.classes = classes;
    this.theorems = earlier;
    this.solver = solver;
    long start = System.nanoTime();
    Choices choices = new Choices();
    do {
      if (walks.size() > MOST_PATHS) {
        fault = "more than " + MOST_PATHS + " paths";
        break;
      }
      walk(new Path(choices, solver));
    } while (fault == null && choices.advance());
    solver.close();
    nanos = System.nanoTime() - start;
  }

  private void walk(Path path) {
    List<Term> inputs = new ArrayList<>();
    theorem
        .inputs()
        .forEach(
            (name, range) ->
                inputs.add(
                    path.input(name, given == null ? range : Range.of(given.get(inputs.size())))));
    Claim claim = new Claim(path, Claim.Use.TO_PROVE, theorem.signature, inputs);
    Loops loops =
        new Loops(path, theorem.id(), claim.invariants(), condition -> find(path, condition));
    Machine machine = new Machine(path, classes, theorems, loops);
    try {
      Value expected = null;
      String expectedRefusal = null;
      try {
        expected = theorem.state(claim, inputs);
      } catch (Refusal refusal) {
        expectedRefusal = refusal.type;
      }
      List<Value> arguments = theorem.arguments(inputs);
      List<Term> actual = null;
      String refusal = null;
      try {
        Value value =
            theorem.isLemma()
                ? null
                : machine.walk(theorem.owner, theorem.method, theorem.descriptor(), arguments);
        if (theorem.result instanceof Type.ElementAfter after) {
          value = ((Value.Array) arguments.get(after.parameter())).element;
        }
        if (value instanceof Value.Comparison) {
          value = machine.number(value);
        }
        actual = value == null ? List.of() : theorem.result.read(path, value);
      } catch (Refusal thrown) {
        refusal = thrown.type;
        if (arguments.stream().anyMatch(a -> a instanceof Value.Array array && array.isWritten)) {
          refusal += " half-way";
        }
      }
      walks.add(new Walk(path, actual, refusal));
      check(path, claim, expected, expectedRefusal, actual, refusal);
      if (expectedRefusal != null || refusal == null) {
        claim.conclusions().forEach(conclusion -> find(path, conclusion));
      }
    } catch (Loops.WentRound e) {
      // Proved by induction, as far as this path goes.
    } catch (Unproved e) {
      // Unless no input takes this path.
      find(path, e.violated);
      fault = fault == null ? null : e.getMessage();
    }
    walked.addAll(machine.walked());
  }

  private void check(
      Path path,
      Claim claim,
      Value expected,
      String expectedRefusal,
      List<Term> actual,
      String refusal) {
    Condition goal;
    if (expectedRefusal != null || refusal != null) {
      goal = Condition.of(expectedRefusal != null && expectedRefusal.equals(refusal));
    } else {
      goal = isEqual(path, claim, expected, actual);
    }
    find(path, goal);
  }

  private Condition isEqual(Path path, Claim claim, Value expected, List<Term> actual) {
    if (expected == Value.Null.NULL || actual == null) {
      return Condition.of(expected == Value.Null.NULL && actual == null);
    }
    List<Condition> parts = new ArrayList<>();
    Iterator<Term> numbers = actual.iterator();
    theorem.result.take(
        expected,
        (type, number) -> {
          Term found = numbers.next();
          if (claim.settles(number, found)) {
            parts.add(found.within(number.range()));
          } else {
            // The number itself, not only what is left of it in a word.
            parts.add(path.isSame(found, number));
            parts.add(number.within(type.kind().range()));
          }
        });
    return Condition.all(parts);
  }

  /** Searches a counterexample, part by part. */
  private void find(Path path, Condition goal) {
    if (goal instanceof Condition.All all) {
      all.parts().forEach(part -> find(path, part));
      return;
    }
    if (goal.equals(Condition.TRUE) || counterexample != null) {
      return;
    }
    Solver.Answer answer = solver.counterexample(path, goal);
    switch (answer.verdict()) {
      case NONE -> {}
      case UNKNOWN -> fault = fault != null ? fault : "the solver cannot decide it";
      case SOLUTION -> {
        fault = fault != null ? fault : "it is false";
        counterexample = answer.inputs();
      }
    }
  }

  Theorem theorem() {
    return theorem;
  }

  /**
   * Whether there are numbers of which only something is known, after a loop that was proved by
   * induction or a call: such paths cannot be replayed.
   */
  boolean hasUnknowns() {
    return walks.stream()
        .anyMatch(walk -> walk.path().variables().stream().anyMatch(Variable::isUnknown));
  }

  boolean isProved() {
    return fault == null;
  }

  String fault() {
    return fault;
  }

  /** The inputs in order, or null. */
  List<BigInteger> counterexample() {
    if (counterexample == null) {
      return null;
    }
    return theorem.inputs().keySet().stream()
        .map(name -> counterexample.getOrDefault(Variable.INPUT + name, BigInteger.ZERO))
        .toList();
  }

  /** Whether the method exceeds the limit of steps for some input. */
  boolean isEndless() {
    return counterexample != null && fault.startsWith(Machine.NO_END);
  }

  int questions() {
    return solver.questions();
  }

  /** The questions without a solution, on which the proof rests. */
  Set<String> refuted() {
    return solver.refuted();
  }

  List<Walk> walks() {
    return walks;
  }

  Set<String> walked() {
    return walked;
  }

  long millis() {
    return nanos / 1_000_000;
  }
}
