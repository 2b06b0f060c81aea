package io.foliot.junit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Deadline;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;

/** The example of the documentation. */
@ManualTime(wall = "2026-11-22T08:57:00Z")
class LeaseTest {
  @Test
  void endsAfterAMinute(ManualClock clock) {
    Lease lease = new Lease(Duration.ofMinutes(1), clock);
    clock.advance(Duration.ofMinutes(1));
    assertTrue(lease.hasEnded());
  }

  @Test
  void hasNotEndedBefore(ManualClock clock) {
    Lease lease = new Lease(Duration.ofMinutes(1), clock);
    clock.advance(Duration.ofMinutes(1).minus(Duration.ofNanos(1)));
    assertFalse(lease.hasEnded());
  }

  private static final class Lease {
    private final Deadline end;

    Lease(Duration length, MonotonicClock clock) {
      this.end = Deadline.after(length, clock);
    }

    boolean hasEnded() {
      return end.hasPassed();
    }
  }
}
