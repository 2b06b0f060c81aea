package io.foliot.clock.conformance;

import java.util.function.LongSupplier;

/** A reading of a clock between two readings of a reference. */
final class BracketedReading {
  private static final int ATTEMPTS = 15;

  final long before;
  final long value;
  final long after;

  private BracketedReading(long before, long value, long after) {
    this.before = before;
    this.value = value;
    this.after = after;
  }

  /** {@return the tightest of several attempts, some of which may be preempted} */
  static BracketedReading tightest(LongSupplier clock, LongSupplier reference) {
    BracketedReading best = take(clock, reference);
    for (int i = 1; i < ATTEMPTS; i++) {
      BracketedReading next = take(clock, reference);
      if (next.after - next.before < best.after - best.before) {
        best = next;
      }
    }
    return best;
  }

  /** {@return a reading that was taken at an unknown time before now} */
  static BracketedReading beforeNow(long value, LongSupplier reference) {
    return new BracketedReading(Long.MIN_VALUE, value, reference.getAsLong());
  }

  static BracketedReading take(LongSupplier clock, LongSupplier reference) {
    long before = reference.getAsLong();
    long value = clock.getAsLong();
    return new BracketedReading(before, value, reference.getAsLong());
  }
}
