package io.foliot.clock.solo5;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Nanos;

/**
 * Sleeps with {@code solo5_yield}, again and again until the deadline has come: Solo5 returns early
 * when a network device has something.
 *
 * <p>While a device has something that nobody reads, this keeps the processor busy. A driver that
 * waits for its device calls {@link Solo5#yield} itself.
 */
public final class Solo5Sleeper implements Sleeper {
  /** The longest single wait: the hosts turn it into signed numbers of their own. */
  private static final long MAX_YIELD = Nanos.PER_HOUR;

  private final Solo5 solo5;
  private final Solo5MonotonicClock clock;

  /**
   * A sleeper on the given functions.
   *
   * @param solo5 what to wait with
   * @param clock a clock on the same functions, whose readings are the deadlines
   */
  public Solo5Sleeper(Solo5 solo5, Solo5MonotonicClock clock) {
    this.solo5 = solo5;
    this.clock = clock;
  }

  @Override
  public MonotonicClock clock() {
    return clock;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    long now = solo5.clockMonotonic();
    do {
      // Also when the deadline has passed: an interrupt is noticed there.
      solo5.yield(Nanos.min(deadlineNanos, Nanos.saturatingPlus(now, MAX_YIELD)));
      now = solo5.clockMonotonic();
    } while (Nanos.compare(now, deadlineNanos) < 0);
  }
}
