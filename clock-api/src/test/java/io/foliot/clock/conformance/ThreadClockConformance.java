package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ThreadClock;
import io.foliot.duration.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link ThreadClock} must do. */
public abstract class ThreadClockConformance {
  private static final int READINGS = 20_000;

  /** For subclasses. */
  protected ThreadClockConformance() {}

  /**
   * The clock to test.
   *
   * @return a clock; called once for each test
   */
  protected abstract ThreadClock clock();

  /**
   * How long to wait for what a right implementation does at once.
   *
   * @return by default 20 s
   */
  protected Duration patience() {
    return RealTime.PATIENCE;
  }

  /** Readings of one thread never decrease, as unsigned numbers. */
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

  /** A thread that works sees the clock move. */
  @Test
  public void advancesWhileTheThreadWorks() {
    ThreadClock clock = clock();
    long start = clock.nanos();
    long began = System.nanoTime();
    while (clock.nanos() == start) {
      assertTrue(System.nanoTime() - began < patience().toNanos(), "the clock stands still");
    }
  }

  /** The period is empty or positive, and fixed. */
  @Test
  public void periodIsPositiveAndFixed() {
    ThreadClock clock = clock();
    OptionalLong period = clock.periodPicos();
    assertNotNull(period, "periodPicos() is null");
    clock.nanos();
    assertEquals(period, clock.periodPicos(), "periodPicos() has changed");
    if (period.isPresent()) {
      assertTrue(period.getAsLong() > 0, () -> "periodPicos() is " + period.getAsLong());
    }
  }
}
