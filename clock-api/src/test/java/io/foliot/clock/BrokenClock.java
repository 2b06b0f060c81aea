package io.foliot.clock;

/** A clock that breaks one rule, in the suite that must detect it. */
final class BrokenClock {
  private final String rule;
  private final String fault;
  private final Object suite;
  private boolean hidesFromInterpreters;

  BrokenClock(String rule, String fault, Object suite) {
    this.rule = rule;
    this.fault = fault;
    this.suite = suite;
  }

  /**
   * Marks a fault that interpreted code may not reveal, because it makes too few or too slow
   * readings, or because allocation is not checked.
   */
  BrokenClock hidingFromInterpreters() {
    hidesFromInterpreters = true;
    return this;
  }

  boolean hidesFromInterpreters() {
    return hidesFromInterpreters;
  }

  /** {@return the name of the test method that must fail} */
  String rule() {
    return rule;
  }

  String fault() {
    return fault;
  }

  Object suite() {
    return suite;
  }
}
