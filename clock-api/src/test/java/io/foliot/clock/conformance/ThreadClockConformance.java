package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ThreadClock;
import io.foliot.duration.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The contract of {@link ThreadClock}. */
public abstract class ThreadClockConformance {
  private static final int READINGS = 20_000;

  /** For subclasses. */
  protected ThreadClockConformance() {}

  /** {@return the clock to test; called once per test} */
  protected abstract ThreadClock clock();

  /** {@return how long to wait for events that should be immediate; by default 20 s} */
  protected Duration timeout() {
    return SleepingThread.DEFAULT_TIMEOUT;
  }

  /** Readings of one thread never decrease as unsigned numbers. */
  @Test
  public void neverDecreasesInOneThread() {
    ThreadClock clock = clock();
    long last = clock.nanos();
    for (int i = 0; i < READINGS; i++) {
      long now = clock.nanos();
      if (Long.compareUnsigned(now, last) < 0) {
        throw new AssertionError("the clock went back by " + (last - now) + " ns");
      }
      last = now;
    }
  }

  /** The clock advances while the thread works. */
  @Test
  public void advancesWhileTheThreadWorks() {
    ThreadClock clock = clock();
    long start = clock.nanos();
    long began = System.nanoTime();
    while (clock.nanos() == start) {
      assertTrue(System.nanoTime() - began < timeout().toNanos(), "the clock must advance");
    }
  }

  /** The period is empty or positive, and constant. */
  @Test
  public void periodIsPositiveAndFixed() {
    ThreadClock clock = clock();
    OptionalLong period = clock.periodPicos();
    assertNotNull(period, "periodPicos() must not return null");
    clock.nanos();
    assertEquals(period, clock.periodPicos(), "periodPicos() must be constant");
    if (period.isPresent()) {
      assertTrue(
          period.getAsLong() > 0,
          () -> "periodPicos() must be positive, got " + period.getAsLong());
    }
  }
}
