package io.foliot.clock;

/** Arithmetic on the readings of a {@link MonotonicClock}: unsigned nanoseconds. */
final class Readings {
  /** The reading that no clock reaches: a deadline there never passes. */
  static final long NEVER = -1L;

  private Readings() {}

  /** Whether reading {@code a} is earlier than reading {@code b}. */
  static boolean isBefore(long a, long b) {
    return a + Long.MIN_VALUE < b + Long.MIN_VALUE;
  }

  /** {@code a + b}, or {@link #NEVER} where that does not fit. */
  static long saturatingAdd(long a, long b) {
    long sum = a + b;
    return isBefore(sum, a) ? NEVER : sum;
  }

  /** {@code a - b}, or 0 where {@code b} is the later one. */
  static long saturatingSubtract(long a, long b) {
    return isBefore(a, b) ? 0 : a - b;
  }
}
