package io.foliot.clock.counter;

/** A reading of a reference clock, taken between two readings of a counter. Immutable. */
public final class Sample {
  final long ticks;
  final long nanos;
  final long width;

  /**
   * Creates a sample.
   *
   * @param ticks the midpoint of the two readings of the counter, unsigned
   * @param nanos the reading of the reference clock
   * @param width ticks between the two readings, not negative; {@code ticks} is off by at most half
   *     of it
   */
  public Sample(long ticks, long nanos, long width) {
    this.ticks = ticks;
    this.nanos = nanos;
    this.width = width;
  }

  /** {@return the counter, in unsigned ticks} */
  public long ticks() {
    return ticks;
  }

  /** {@return the reference clock, in nanoseconds} */
  public long nanos() {
    return nanos;
  }

  /** {@return the ticks between the two readings of the counter} */
  public long width() {
    return width;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(ticks) + " ticks at " + nanos + " ns, " + width + " ticks wide";
  }
}
