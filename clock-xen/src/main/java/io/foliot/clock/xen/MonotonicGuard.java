package io.foliot.clock.xen;

import io.foliot.clock.counter.HighWaterMark;

/**
 * Keeps readings from going back, at the price of one shared write every {@link #STRIDE}
 * nanoseconds.
 *
 * <p>The <em>mark</em> is an upper bound on all readings, a stride ahead of the highest at most. It
 * is loaded before what a reading is made of, so a reading below it may be below one that was
 * handed out. The reading stands if it is less than a stride below the mark and not below the
 * <em>floor</em>, which is the mark at the latest change of what readings are made of. If not, the
 * mark is handed out in its place.
 */
final class MonotonicGuard {
  /** How far the mark may be ahead of the highest reading, nanoseconds. */
  static final long STRIDE = 1 << 12;

  /** A larger step back is another host's time or counter, nanoseconds. */
  static final long LARGEST_CORRECTION = 4_000_000;

  private final HighWaterMark mark = new HighWaterMark();
  private final HighWaterMark floor = new HighWaterMark();

  /**
   * A guard of readings from a time on.
   *
   * @param start nanoseconds, not above the first reading
   */
  MonotonicGuard(long start) {
    // Signed differences order readings, and are right for those that are less than 292 years
    // apart.
    mark.raise(start);
  }

  /** The mark: to be loaded before what the reading is made of. */
  long mark() {
    return mark.get();
  }

  /** Whether a reading is further below the mark than a correction of time explains. */
  static boolean isAnotherHost(long mark, long reading) {
    return mark - reading > LARGEST_CORRECTION;
  }

  /**
   * To be called once what readings are made of has changed. Who still makes one of what was before
   * has loaded the mark before this call does.
   */
  void coverAll() {
    floor.raise(mark.get());
  }

  /**
   * The reading, or what was handed out if that may be more.
   *
   * @param marked {@link #mark()}, loaded before the reading was made
   */
  long guarded(long marked, long reading) {
    long least = floor.get();
    if (least - reading > 0) {
      return least;
    }
    if (reading - marked >= 0) {
      mark.raise(reading + STRIDE);
      return reading;
    }
    if (marked - reading <= STRIDE) {
      return reading;
    }
    floor.raise(marked);
    return marked;
  }

  /** As {@link #guarded}, with a shared write for each reading, and never ahead of the highest. */
  long guardedExactly(long reading) {
    return mark.raise(reading);
  }
}
