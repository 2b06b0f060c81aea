package io.foliot.clock.posix;

import io.foliot.clock.ThreadClock;
import java.util.OptionalLong;

/** CLOCK_MONOTONIC from the cycle counter, read whenever it suits the processor. */
final class FastestClock implements ThreadClock {
  private static final String NAME = "posix fastest";
  private static final FastestClock INSTANCE = new FastestClock();

  private FastestClock() {}

  static FastestClock open() {
    CounterClocks.openMonotonic(NAME);
    return INSTANCE;
  }

  @Override
  public long nanos() {
    return CounterClocks.readUnordered(CounterClocks.Monotonic.CLOCK);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(CounterClocks.Monotonic.CLOCK.periodPicos());
  }

  @Override
  public String toString() {
    return NAME;
  }
}
