package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

final class ParkingSleeper implements Sleeper {
  /**
   * About 13 days: some kernels clip longer waits, and a slewed clock must be read again anyway.
   */
  private static final long MAX_PARK_NANOS = 1L << 50;

  private final MonotonicClock clock;

  ParkingSleeper(MonotonicClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public MonotonicClock clock() {
    return clock;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long now = clock.elapsedNanos();
      if (deadlineNanos != Nanos.MAX && Nanos.compare(now, deadlineNanos) >= 0) {
        return;
      }
      LockSupport.parkNanos(this, Nanos.min(deadlineNanos - now, MAX_PARK_NANOS));
    }
  }
}
