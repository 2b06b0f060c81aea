package io.foliot.clock;

/** A clock that breaks one rule, in the suite that must notice. */
final class BrokenClock {
  private final String rule;
  private final String fault;
  private final Object suite;

  BrokenClock(String rule, String fault, Object suite) {
    this.rule = rule;
    this.fault = fault;
    this.suite = suite;
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
