package io.foliot.clock.counter;

/**
 * A moment that is known on two scales: a reference clock read between two readings of a counter.
 * Immutable.
 */
public final class Sample {
  final long ticks;
  final long nanos;
  final long width;

  /**
   * A sample.
   *
   * @param ticks the counter halfway between its two readings
   * @param nanos the reference clock
   * @param width ticks between the two readings, not negative: {@code ticks} is off by at most half
   *     of that
   */
  public Sample(long ticks, long nanos, long width) {
    this.ticks = ticks;
    this.nanos = nanos;
    this.width = width;
  }

  /**
   * The moment on the counter.
   *
   * @return ticks, unsigned
   */
  public long ticks() {
    return ticks;
  }

  /**
   * The moment on the reference clock.
   *
   * @return nanoseconds
   */
  public long nanos() {
    return nanos;
  }

  /**
   * How far apart the two readings of the counter were.
   *
   * @return ticks
   */
  public long width() {
    return width;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(ticks) + " ticks at " + nanos + " ns, " + width + " ticks wide";
  }
}
