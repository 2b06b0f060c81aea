package io.foliot.clock.conformance;

import java.util.function.LongSupplier;

/** A reading, and what a reference showed just before and just after it. */
final class Bracket {
  private static final int TRIES = 15;

  final long before;
  final long value;
  final long after;

  private Bracket(long before, long value, long after) {
    this.before = before;
    this.value = value;
    this.after = after;
  }

  /** The tightest of several tries, so that a thread that is held up does not blur the result. */
  static Bracket of(LongSupplier clock, LongSupplier reference) {
    Bracket best = once(clock, reference);
    for (int i = 1; i < TRIES; i++) {
      Bracket next = once(clock, reference);
      if (next.after - next.before < best.after - best.before) {
        best = next;
      }
    }
    return best;
  }

  /** A reading that was taken some time ago: only what the reference shows after it is known. */
  static Bracket around(long value, LongSupplier reference) {
    return new Bracket(Long.MIN_VALUE, value, reference.getAsLong());
  }

  static Bracket once(LongSupplier clock, LongSupplier reference) {
    long before = reference.getAsLong();
    long value = clock.getAsLong();
    return new Bracket(before, value, reference.getAsLong());
  }
}
