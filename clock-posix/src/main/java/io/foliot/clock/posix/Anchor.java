package io.foliot.clock.posix;

/**
 * A moment that is known on both scales: the kernel's clock read between two readings of the
 * counter.
 *
 * @param ticks the counter halfway between its two readings
 * @param nanos the kernel's clock
 * @param width ticks between the two readings: the moment is wrong by at most half of that
 */
record Anchor(long ticks, long nanos, long width) {
  /** Where anchors come from. */
  @FunctionalInterface
  interface Source {
    /**
     * Takes an anchor now: the narrowest of several, or the first that is narrow enough.
     *
     * @param enough width in ticks at which to stop trying
     */
    Anchor take(long enough);
  }
}
