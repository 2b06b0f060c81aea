package io.foliot.verified;

/** The walked or stated method throws an exception of this class. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Binary name with dots. */
  final String type;

  Refusal(String type) {
    super(type, null, false, false);
    this.type = type;
  }
}
