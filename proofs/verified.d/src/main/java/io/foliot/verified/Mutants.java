package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Tests the prover: methods with a fault must not be proved. Each mutant of each proved method is
 * either refuted by a counterexample, which is run and must give something else than the theorem
 * says; or still proved, and then run beside the original on many inputs without a difference.
 *
 * <p>A counterexample is first looked for by running the mutant with some inputs. If one is found,
 * the mutant is walked with it, and must not be proved for these inputs; that asks nothing of the
 * solver. Otherwise the solver has to find one.
 */
final class Mutants {
  enum Fate {
    REFUTED,
    FOUND_BY_SEARCH,
    EQUIVALENT,
    FAILED
  }

  record Verdict(Mutation mutation, Fate fate, String detail) {}

  /** Inputs for which a mutant does not do what the theorem says, and what it does. */
  private record Shown(List<BigInteger> inputs, String text) {}

  private static final int FIRST_TRIES = 500;
  private static final int FIRST_WALKS = 100;
  private static final int SEARCH = 100_000;
  private static final long LONGEST_CALL_MILLIS = 120_000;

  private final ClassFiles classes;
  private final Theorems theorems;
  private final List<Proof> proofs;
  private final int comparisons;
  private final Jvm original;

  Mutants(ClassFiles classes, Theorems theorems, List<Proof> proofs, int comparisons) {
    this.classes = classes;
    this.theorems = theorems;
    this.comparisons = comparisons;
    this.proofs = new ArrayList<>(proofs);
    this.proofs.sort(Comparator.comparingLong(Proof::questions));
    this.original = new Jvm(classes);
  }

  /** The mutations of all methods on the paths of proofs. */
  List<Mutation> all() {
    Set<String> walked = new LinkedHashSet<>();
    proofs.stream()
        .sorted(Comparator.comparingInt(proof -> proof.theorem().number))
        .forEach(proof -> walked.addAll(proof.walked()));
    return walked.stream().flatMap(id -> Mutation.of(classes.code(id)).stream()).toList();
  }

  Verdict judge(Mutation mutation) throws InterruptedException {
    ClassFiles mutated = mutation.applyTo(classes);
    Jvm jvm = new Jvm(mutated);
    List<Proof> about =
        proofs.stream().filter(p -> p.walked().contains(mutation.code().id())).toList();
    Verdict verdict =
        mutation.mayBeEndless()
            ? walkFirst(mutation, mutated, jvm, about)
            : tryFirst(mutation, mutated, jvm, about);
    return verdict != null ? verdict : prove(mutation, mutated, jvm, about);
  }

  /** Runs a mutant with some inputs; null if it does what the theorems say. */
  private Verdict tryFirst(Mutation mutation, ClassFiles mutated, Jvm jvm, List<Proof> about)
      throws InterruptedException {
    for (Proof proof : about) {
      Theorem theorem = proof.theorem();
      Shown shown = search(theorem, jvm, FIRST_TRIES);
      if (shown != null) {
        Proof attempt = attempt(theorem, mutated, shown.inputs);
        return attempt.isProved()
            ? new Verdict(mutation, Fate.FAILED, "proved, but " + shown.text)
            : new Verdict(mutation, Fate.REFUTED, shown.text);
      }
    }
    return null;
  }

  /**
   * Walks a mutant that may not end with some inputs; null if it does what the theorems say. A walk
   * ends after a number of steps, which a call in the JVM would not.
   */
  private Verdict walkFirst(Mutation mutation, ClassFiles mutated, Jvm jvm, List<Proof> about)
      throws InterruptedException {
    for (Proof proof : about) {
      Theorem theorem = proof.theorem();
      Inputs inputs = new Inputs(theorem, 1);
      for (int i = 0; i < FIRST_WALKS; i++) {
        List<BigInteger> numbers = inputs.next();
        if (theorem.outcome(numbers) == null) {
          continue;
        }
        Proof attempt = attempt(theorem, mutated, numbers);
        if (attempt.isEndless()) {
          return new Verdict(mutation, Fate.REFUTED, theorem.method + numbers + " does not end");
        }
        String shown = attempt.isProved() ? null : show(theorem, jvm, numbers);
        if (shown != null) {
          return new Verdict(mutation, Fate.REFUTED, shown);
        }
      }
    }
    return null;
  }

  /** Proves a mutant, or finds out with the solver why that cannot be. */
  private Verdict prove(Mutation mutation, ClassFiles mutated, Jvm jvm, List<Proof> about)
      throws InterruptedException {
    List<String> undecided = new ArrayList<>();
    for (Proof proof : about) {
      Theorem theorem = proof.theorem();
      Proof attempt = attempt(theorem, mutated, null);
      if (attempt.isProved()) {
        continue;
      }
      if (attempt.isEndless()) {
        return new Verdict(mutation, Fate.REFUTED, theorem.method + " does not end");
      }
      List<BigInteger> inputs = attempt.counterexample();
      String shown = inputs == null ? null : show(theorem, jvm, inputs);
      if (shown != null) {
        return new Verdict(mutation, Fate.REFUTED, shown);
      }
      Shown found = search(theorem, jvm, SEARCH);
      if (found != null) {
        return new Verdict(mutation, Fate.FOUND_BY_SEARCH, found.text);
      }
      undecided.add(theorem.signature + ": " + attempt.fault());
    }
    if (!undecided.isEmpty()) {
      return new Verdict(mutation, Fate.FAILED, "not decided: " + undecided.get(0));
    }
    for (Proof proof : about) {
      String difference = compare(proof.theorem(), jvm, comparisons / about.size());
      if (difference != null) {
        return new Verdict(mutation, Fate.FAILED, "proved, but " + difference);
      }
    }
    return new Verdict(mutation, Fate.EQUIVALENT, "");
  }

  private Proof attempt(Theorem theorem, ClassFiles mutated, List<BigInteger> inputs) {
    return new Proof(
        theorem, mutated, theorems.before(theorem), new Solver(Solver.MUTANT_LIMIT), inputs);
  }

  /** How a mutant contradicts the theorem for inputs, or null. */
  private static String show(Theorem theorem, Jvm jvm, List<BigInteger> inputs)
      throws InterruptedException {
    Shown shown = watched(theorem, calls -> tried(theorem, jvm.of(theorem), inputs));
    return shown == null ? null : shown.text;
  }

  private static Shown tried(Theorem theorem, Jvm.Call call, List<BigInteger> inputs) {
    try {
      Outcome stated = theorem.outcome(inputs);
      if (stated == null) {
        return null;
      }
      Outcome ran = call.with(inputs);
      if (stated.isOpen()) {
        stated = theorem.outcome(inputs, ran);
      }
      return ran.equals(stated)
          ? null
          : new Shown(inputs, difference(theorem, inputs, ran, stated));
    } catch (Unproved e) {
      return null;
    }
  }

  /** Looks for inputs that show the fault, by trying. */
  private static Shown search(Theorem theorem, Jvm jvm, int tries) throws InterruptedException {
    return watched(
        theorem,
        calls -> {
          Inputs inputs = new Inputs(theorem, 1);
          Jvm.Call call = jvm.of(theorem);
          Shown shown = null;
          for (int i = 0; i < tries && shown == null; i++) {
            shown = tried(theorem, call, inputs.next());
            calls.incrementAndGet();
          }
          return shown;
        });
  }

  /** What a mutant was seen to do, which may be that one call of it goes on for ever. */
  private static Shown watched(Theorem theorem, Function<AtomicInteger, Shown> attempt)
      throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Shown[] shown = {null};
    Thread trying = new Thread(() -> shown[0] = attempt.apply(calls));
    trying.setDaemon(true);
    trying.start();
    for (int before = -1; trying.isAlive(); trying.join(LONGEST_CALL_MILLIS)) {
      if (calls.get() == before) {
        return new Shown(
            null, theorem.method + " does not end in " + LONGEST_CALL_MILLIS / 1000 + " s");
      }
      before = calls.get();
    }
    return shown[0];
  }

  private static String difference(
      Theorem theorem, List<BigInteger> inputs, Outcome ran, Outcome expected) {
    return theorem.method + inputs + " gives " + ran + ", not " + expected;
  }

  /** Runs a mutant that is proved beside the original; how they differ, or null. */
  private String compare(Theorem theorem, Jvm jvm, int tries) {
    Inputs inputs = new Inputs(theorem, 2);
    Jvm.Call ours = original.of(theorem);
    Jvm.Call theirs = jvm.of(theorem);
    for (int i = 0; i < tries; i++) {
      List<BigInteger> numbers = inputs.next();
      if (theorem.outcome(numbers) == null) {
        continue;
      }
      Outcome a = ours.with(numbers);
      Outcome b = theirs.with(numbers);
      if (!a.equals(b)) {
        return difference(theorem, numbers, b, a);
      }
    }
    return null;
  }
}
