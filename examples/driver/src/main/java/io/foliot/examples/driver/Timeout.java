package io.foliot.examples.driver;

import io.foliot.duration.Nanos;

/**
 * A reusable timeout that allocates nothing. It stores the start and the length instead of the end,
 * so that no sum can overflow.
 */
final class Timeout {
  private long startNanos;
  private long lengthNanos;
  private boolean armed;

  void arm(long nowNanos, long length) {
    startNanos = nowNanos;
    lengthNanos = length;
    armed = true;
  }

  void cancel() {
    armed = false;
  }

  boolean hasPassed(long nowNanos) {
    return armed && Nanos.compare(Nanos.saturatingMinus(nowNanos, startNanos), lengthNanos) >= 0;
  }

  /** {@return the reading of the clock at which it passes; the maximum if it never does} */
  long endNanos() {
    return armed ? Nanos.saturatingPlus(startNanos, lengthNanos) : Nanos.MAX;
  }
}
