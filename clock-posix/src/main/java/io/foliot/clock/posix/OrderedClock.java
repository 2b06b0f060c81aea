package io.foliot.clock.posix;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/** CLOCK_MONOTONIC from the cycle counter, read in order. */
final class OrderedClock implements MonotonicClock {
  private static final String NAME = "posix ordered";
  private static final OrderedClock INSTANCE = new OrderedClock();

  private OrderedClock() {}

  static OrderedClock open() {
    CounterClocks.openMonotonic(NAME);
    return INSTANCE;
  }

  @Override
  public long elapsedNanos() {
    return CounterClocks.readOrdered(CounterClocks.Monotonic.CLOCK);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(CounterClocks.Monotonic.CLOCK.periodPicos());
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.STOPS;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
