package io.foliot.softfloat.model;

/** How much a finding weighs. */
public enum Severity {
  /** Fails the check. */
  ERROR,
  /** Is shown; fails the check only where the caller asks for that. */
  WARNING,
  /** Is worth knowing and never fails the check. */
  INFO
}
