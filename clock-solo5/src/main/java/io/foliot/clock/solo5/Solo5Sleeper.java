package io.foliot.clock.solo5;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Nanos;

/**
 * Sleeps by {@code solo5_yield}. Solo5 returns early when a network device has input, so the
 * sleeper calls it until the deadline.
 *
 * <p>While a device has input that nobody reads, the sleeper occupies the processor. A driver that
 * waits for its device calls {@link Solo5#yield} itself.
 */
public final class Solo5Sleeper implements Sleeper {
  /** Maximum of a single wait, because hosts convert it to signed numbers of their own. */
  private static final long MAX_YIELD = Nanos.PER_HOUR;

  private final Solo5 solo5;
  private final Solo5MonotonicClock clock;

  /**
   * Creates a sleeper.
   *
   * @param solo5 the functions
   * @param clock a clock on the same functions, to which deadlines refer
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
      // Even after the deadline, because an interrupt is noticed there.
      solo5.yield(Nanos.min(deadlineNanos, Nanos.saturatingPlus(now, MAX_YIELD)));
      now = solo5.clockMonotonic();
    } while (Nanos.compare(now, deadlineNanos) < 0);
  }
}
