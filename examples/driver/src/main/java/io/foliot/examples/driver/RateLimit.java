package io.foliot.examples.driver;

import io.foliot.duration.Nanos;

/**
 * Lets something happen at most once per period on average, and a few times in a row after a pause.
 *
 * <p>It keeps one reading: the moment at which the allowance would be full again (the generic cell
 * rate algorithm of ITU-T I.371, appendix to clause 5).
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

  /** Reading of the clock from which the next one is allowed. */
  long allowedNanos() {
    return Nanos.saturatingMinus(fullNanos, slackNanos);
  }

  /** Whether one is allowed now; if so, it counts as done. */
  boolean take(long nowNanos) {
    if (Nanos.compare(nowNanos, allowedNanos()) < 0) {
      return false;
    }
    fullNanos = Nanos.saturatingPlus(Nanos.max(fullNanos, nowNanos), periodNanos);
    return true;
  }
}
