package io.foliot.examples;

import io.foliot.clock.Deadline;
import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Duration;

/** The driver of the README: retransmits if no answer arrives in time. */
final class Retransmit {
  private final MonotonicClock clock;
  private Deadline deadline;

  Retransmit(MonotonicClock clock) {
    this.clock = clock;
    this.deadline = Deadline.after(Duration.ofMillis(200), clock);
  }

  boolean poll() {
    if (!deadline.hasPassed()) {
      return false;
    }
    deadline = Deadline.after(Duration.ofMillis(200), clock);
    return true;
  }
}
