package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Nanos;
import java.util.OptionalLong;

/**
 * Simulated time: sleeping advances the clock to the deadline at once. Runs take no time and are
 * the same on every machine. Not thread-safe.
 */
public final class SimulatedTime implements MonotonicClock, Sleeper {
  private long nowNanos;

  /**
   * Creates a clock with the given reading.
   *
   * @param startNanos unsigned nanoseconds
   */
  public SimulatedTime(long startNanos) {
    nowNanos = startNanos;
  }

  @Override
  public long elapsedNanos() {
    return nowNanos;
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(1000);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.STOPS;
  }

  @Override
  public MonotonicClock clock() {
    return this;
  }

  @Override
  public void sleepUntil(long deadlineNanos) {
    nowNanos = Nanos.max(nowNanos, deadlineNanos);
  }
}
