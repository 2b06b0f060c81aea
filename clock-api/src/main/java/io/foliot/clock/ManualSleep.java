package io.foliot.clock;

import io.foliot.duration.Nanos;

/** One thread asleep on a {@link ManualClock}; guarded by that clock's lock. */
final class ManualSleep {
  final long deadline;
  boolean over;

  ManualSleep(long deadline) {
    this.deadline = deadline;
  }

  boolean isDue(long elapsed) {
    return deadline != Nanos.MAX && Nanos.compare(elapsed, deadline) >= 0;
  }
}
