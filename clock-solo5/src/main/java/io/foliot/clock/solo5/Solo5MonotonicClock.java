package io.foliot.clock.solo5;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/**
 * {@code solo5_clock_monotonic} as a clock.
 *
 * <h2>Platform support</h2>
 *
 * <p>The reading is passed through unchanged; {@link Solo5Target} says what it is on each target,
 * and what goes wrong there. The period is not known: Solo5 does not tell it. As safe for use by
 * several threads as the {@link Solo5} that it reads.
 */
public final class Solo5MonotonicClock implements MonotonicClock {
  private final Solo5 solo5;
  private final SuspendBehavior suspendBehavior;

  /**
   * A clock on the given functions.
   *
   * @param solo5 what to read
   * @param target the kind of host
   */
  public Solo5MonotonicClock(Solo5 solo5, Solo5Target target) {
    this.solo5 = solo5;
    this.suspendBehavior = target.suspendBehavior();
  }

  @Override
  public long elapsedNanos() {
    return solo5.clockMonotonic();
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.empty();
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return suspendBehavior;
  }
}
