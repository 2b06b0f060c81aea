package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tests the prover: the paths of a proof, evaluated for numbers, must agree with the JVM. For each
 * input, the conditions of exactly one path hold, and its outcome is that of the call and that of
 * the statement.
 */
final class Replay {
  private final Proof proof;
  private final Theorem theorem;
  private final Jvm.Call call;

  Replay(Proof proof, Jvm jvm) {
    this.proof = proof;
    this.theorem = proof.theorem();
    this.call = jvm.of(theorem);
  }

  /** Tries inputs, and returns the number that meet the precondition. */
  int run(int tries, long seed) {
    Inputs inputs = new Inputs(theorem, seed);
    List<String> names = List.copyOf(theorem.inputs().keySet());
    int claimed = 0;
    for (int i = 0; i < tries; i++) {
      List<BigInteger> numbers = inputs.next();
      Outcome stated = theorem.outcome(numbers);
      if (stated == null) {
        continue;
      }
      claimed++;
      Outcome ran = call.with(numbers);
      if (stated.isOpen()) {
        stated = theorem.outcome(numbers, ran);
      }
      Outcome walked = proof.hasUnknowns() ? stated : walk(names, numbers);
      if (!stated.equals(ran) || !walked.equals(ran)) {
        throw new Unproved(
            theorem.signature
                + " of "
                + numbers
                + ": the JVM gives "
                + ran
                + ", the paths give "
                + walked
                + ", the theorem says "
                + stated);
      }
    }
    return claimed;
  }

  private Outcome walk(List<String> names, List<BigInteger> numbers) {
    List<Outcome> ends = new ArrayList<>();
    for (Proof.Walk walk : proof.walks()) {
      Map<Variable, BigInteger> values =
          walk.path()
              .evaluate(
                  name -> numbers.get(names.indexOf(name.substring(Variable.INPUT.length()))));
      Function<Variable, BigInteger> value = values::get;
      if (walk.path().decisions().stream().allMatch(c -> c.evaluate(value))) {
        if (!walk.path().facts().stream().allMatch(c -> c.evaluate(value))) {
          throw new Unproved(theorem.signature + " of " + numbers + ": a fact is false");
        }
        ends.add(
            walk.exception() != null
                ? Outcome.threw(walk.exception())
                : Outcome.returned(
                    walk.result() == null
                        ? null
                        : walk.result().stream().map(term -> term.evaluate(value)).toList()));
      }
    }
    if (ends.size() != 1) {
      throw new Unproved(
          theorem.signature + " of " + numbers + ": " + ends.size() + " paths, not one");
    }
    return ends.get(0);
  }
}
