package io.foliot.verified;

/** A theorem is not proved: what was met that the prover does not know, or could not decide. */
final class Unproved extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is false for the inputs that show it. */
  final transient Condition violated;

  Unproved(String reason) {
    this(reason, Condition.FALSE);
  }

  Unproved(String reason, Condition violated) {
    super(reason);
    this.violated = violated;
  }
}
