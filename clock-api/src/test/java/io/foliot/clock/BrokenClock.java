package io.foliot.clock;

/** A clock that breaks one rule, in the suite that must notice. */
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
   * Says that the fault need not show where code is only interpreted: too few readings are made, or
   * each takes too long, or what they allocate is not looked at.
   */
  BrokenClock hidingFromInterpreters() {
    hidesFromInterpreters = true;
    return this;
  }

  boolean hidesFromInterpreters() {
    return hidesFromInterpreters;
  }

  /** Name of the test method that must fail. */
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
