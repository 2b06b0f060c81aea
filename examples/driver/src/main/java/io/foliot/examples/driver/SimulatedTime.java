package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Nanos;
import java.util.OptionalLong;

/**
 * Time that passes only while somebody sleeps: sleeping moves the clock to the deadline at once. A
 * run on it takes no time and is the same on every machine. For one thread.
 */
public final class SimulatedTime implements MonotonicClock, Sleeper {
  private long nowNanos;

  /**
   * A clock that shows the given reading.
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
