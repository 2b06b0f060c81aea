package io.foliot.softfloat.model;

/** What a check analyzes. Each depth has its own rules, and a check runs any set of depths. */
public enum Depth {
  /** What users of the API can see: the {@code API} rules. */
  API,
  /** The code and constants of the checked classes: the {@code CODE} rules. */
  CODE,
  /** What entry points can execute, including libraries and the JDK: the {@code REACH} rules. */
  REACH
}
