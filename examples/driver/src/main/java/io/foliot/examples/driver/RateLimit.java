package io.foliot.examples.driver;

import io.foliot.duration.Nanos;

/**
 * Limits events to one per period on average, with bursts after a pause.
 *
 * <p>The state is one reading: the time at which the allowance is full again (the generic cell rate
 * algorithm of ITU-T I.371, appendix to clause 5).
 */
final class RateLimit {
  private final long periodNanos;
  private final long slackNanos;
  private long fullNanos;

  RateLimit(long periodNanos, int burst) {
    if (burst < 1) {
      throw new IllegalArgumentException("a burst is at least 1");
    }
    this.periodNanos = periodNanos;
    this.slackNanos = Nanos.saturatingTimes(periodNanos, burst - 1);
  }

  /** {@return the reading of the clock from which the next event is allowed} */
  long allowedNanos() {
    return Nanos.saturatingMinus(fullNanos, slackNanos);
  }

  /** {@return whether an event is allowed now} Counts it if it is. */
  boolean take(long nowNanos) {
    if (Nanos.compare(nowNanos, allowedNanos()) < 0) {
      return false;
    }
    fullNanos = Nanos.saturatingPlus(Nanos.max(fullNanos, nowNanos), periodNanos);
    return true;
  }
}
