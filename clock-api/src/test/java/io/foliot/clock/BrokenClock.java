package io.foliot.clock;

/** A clock that breaks one rule, in the suite that must notice. */
final class BrokenClock {
  private final String rule;
  private final String fault;
  private final Object clock;
  private final Object suite;

  BrokenClock(String rule, String fault, Object suite) {
    this(rule, fault, null, suite);
  }

  BrokenClock(String rule, String fault, Object clock, Object suite) {
    this.rule = rule;
    this.fault = fault;
    this.clock = clock;
    this.suite = suite;
  }

  /** Name of the test method that must fail. */
  String rule() {
    return rule;
  }

  String fault() {
    return fault;
  }

  /** Whether the fault has shown since the last call. */
  boolean hasShown() {
    return !(clock instanceof UncertainFault) || ((UncertainFault) clock).hasShown();
  }

  /** Where code is never compiled, the suite does not look at what a reading allocates. */
  static boolean allocationIsMeasured() {
    return !System.getProperty("java.vm.info", "").contains("interpreted mode");
  }

  Object suite() {
    return suite;
  }
}
