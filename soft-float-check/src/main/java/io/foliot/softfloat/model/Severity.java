package io.foliot.softfloat.model;

/** The severity of a finding, from the highest to the lowest. */
public enum Severity {
  /** Fails the check. */
  ERROR,
  /** Fails the check only if the check asks for that. */
  WARNING,
  /** Worth knowing; fails the check only if the check asks for that. */
  INFO
}
