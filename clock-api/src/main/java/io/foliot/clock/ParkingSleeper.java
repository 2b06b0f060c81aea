package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** Parks until its clock shows the deadline. */
final class ParkingSleeper implements Sleeper {
  /**
   * Longest single park, about 13 days: some kernels clip longer ones, and a clock that is slewed
   * needs a second look anyway.
   */
  private static final long LONGEST_PARK_NANOS = 1L << 50;

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
      long left = deadlineNanos - now;
      LockSupport.parkNanos(this, Nanos.min(left, LONGEST_PARK_NANOS));
    }
  }
}
