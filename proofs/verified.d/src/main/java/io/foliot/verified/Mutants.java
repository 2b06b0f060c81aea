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
 * Tests the prover: a method with a fault must not be proved. Each mutant of each proved method is
 * either refuted by a counterexample, which is run and must contradict the theorem, or still proved,
 * and then must agree with the original on many inputs.
 */
final class Mutants {
  enum Fate {
    REFUTED,
    FOUND_BY_SEARCH,
    EQUIVALENT,
    FAILED
  }

  record Verdict(Mutation mutation, Fate fate, String detail) {}

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
    List<Theorem> about = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (Proof proof : proofs) {
      if (!proof.walked().contains(mutation.code().id())) {
        continue;
      }
      Theorem theorem = proof.theorem();
      about.add(theorem);
      Proof attempt =
          new Proof(theorem, mutated, theorems.before(theorem), new Solver(Solver.MUTANT_LIMIT));
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
      shown = search(theorem, jvm);
      if (shown != null) {
        return new Verdict(mutation, Fate.FOUND_BY_SEARCH, shown);
      }
      undecided.add(theorem.signature + ": " + attempt.fault());
    }
    if (!undecided.isEmpty()) {
      return new Verdict(mutation, Fate.FAILED, "not decided: " + undecided.get(0));
    }
    for (Theorem theorem : about) {
      String difference = compare(theorem, jvm, comparisons / about.size());
      if (difference != null) {
        return new Verdict(mutation, Fate.FAILED, "proved, but " + difference);
      }
    }
    return new Verdict(mutation, Fate.EQUIVALENT, "");
  }

  /** How a mutant contradicts the theorem for inputs, or null. */
  private static String show(Theorem theorem, Jvm jvm, List<BigInteger> inputs)
      throws InterruptedException {
    return watched(theorem, calls -> tried(theorem, jvm.of(theorem), inputs));
  }

  private static String tried(Theorem theorem, Jvm.Call call, List<BigInteger> inputs) {
    try {
      Outcome stated = theorem.outcome(inputs);
      Outcome ran = stated == null ? null : call.with(inputs);
      return stated == null || ran.equals(stated)
          ? null
          : theorem.method + inputs + " gives " + ran + ", not " + stated;
    } catch (Unproved e) {
      return null;
    }
  }

  /** Searches inputs that show the fault. */
  private static String search(Theorem theorem, Jvm jvm) throws InterruptedException {
    return watched(
        theorem,
        calls -> {
          Inputs inputs = new Inputs(theorem, 1);
          Jvm.Call call = jvm.of(theorem);
          String shown = null;
          for (int i = 0; i < SEARCH && shown == null; i++) {
            shown = tried(theorem, call, inputs.next());
            calls.incrementAndGet();
          }
          return shown;
        });
  }

  /** The behaviour of a mutant, which may be a call that does not end. */
  private static String watched(Theorem theorem, Function<AtomicInteger, String> attempt)
      throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    String[] shown = {null};
    Thread trying = new Thread(() -> shown[0] = attempt.apply(calls));
    trying.setDaemon(true);
    trying.start();
    for (int before = -1; trying.isAlive(); trying.join(LONGEST_CALL_MILLIS)) {
      if (calls.get() == before) {
        return theorem.method + " does not end in " + LONGEST_CALL_MILLIS / 1000 + " s";
      }
      before = calls.get();
    }
    return shown[0];
  }

  private String compare(Theorem theorem, Jvm jvm, int tries) {
    Inputs inputs = new Inputs(theorem, 2);
    Jvm.Call ours = original.of(theorem);
    Jvm.Call theirs = jvm.of(theorem);
    for (int i = 0; i < tries; i++) {
      List<BigInteger> numbers = inputs.next();
      Outcome a = ours.with(numbers);
      Outcome b = theirs.with(numbers);
      if (!a.equals(b) && theorem.outcome(numbers) != null) {
        return theorem.method + numbers + " gives " + b + ", not " + a;
      }
    }
    return null;
  }
}
