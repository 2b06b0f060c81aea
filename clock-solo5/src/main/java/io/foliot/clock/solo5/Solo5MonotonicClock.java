package io.foliot.clock.solo5;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/**
 * The clock on {@code solo5_clock_monotonic}.
 *
 * <h2>Platform support</h2>
 *
 * <p>Readings are passed through unchanged; {@link Solo5Target} describes them for each target,
 * with their faults. Solo5 does not report a period. As safe for use by several threads as its
 * {@link Solo5}.
 */
public final class Solo5MonotonicClock implements MonotonicClock {
  private final Solo5 solo5;
  private final SuspendBehavior suspendBehavior;

  /**
   * Creates a clock.
   *
   * @param solo5 the functions
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
