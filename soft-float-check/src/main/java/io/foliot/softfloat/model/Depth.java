package io.foliot.softfloat.model;

/** How far a check looks. Each depth has its own rules, and a check runs any set of depths. */
public enum Depth {
  /** What users of the published API can see: the {@code API} rules. */
  API,
  /** What the bodies and constants of the given classes do: the {@code CODE} rules. */
  CODE,
  /** What the entry points can execute, through libraries and the JDK: the {@code REACH} rules. */
  REACH
}
