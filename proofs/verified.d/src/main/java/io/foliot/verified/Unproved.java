package io.foliot.verified;

/** A theorem is not proved: the prover met something unknown, or could not decide. */
final class Unproved extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The condition that is false for the counterexample. */
  final transient Condition violated;

  Unproved(String reason) {
    this(reason, Condition.FALSE);
  }

  Unproved(String reason, Condition violated) {
    super(reason);
    this.violated = violated;
  }
}
