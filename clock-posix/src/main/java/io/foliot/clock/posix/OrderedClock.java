package io.foliot.clock.posix;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/** CLOCK_MONOTONIC from the cycle counter, read in order. */
final class OrderedClock implements MonotonicClock {
  private static final String NAME = "posix ordered";

  private OrderedClock() {}

  static OrderedClock open() {
    Timelines.require(NAME, KernelClock.MONOTONIC);
    return new OrderedClock();
  }

  @Override
  public long elapsedNanos() {
    return Timelines.readOrdered(Timelines.Monotonic.TIMELINE);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(Timelines.Monotonic.TIMELINE.periodPicos());
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
