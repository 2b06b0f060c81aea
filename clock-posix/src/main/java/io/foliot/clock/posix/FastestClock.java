package io.foliot.clock.posix;

import io.foliot.clock.ThreadClock;
import java.util.OptionalLong;

/** CLOCK_MONOTONIC from the cycle counter, read whenever it suits the processor. */
final class FastestClock implements ThreadClock {
  private static final String NAME = "posix fastest";

  private FastestClock() {}

  static FastestClock open() {
    Timelines.require(NAME, KernelClock.MONOTONIC);
    return new FastestClock();
  }

  @Override
  public long nanos() {
    return Timelines.readUnordered(Timelines.Monotonic.TIMELINE);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(Timelines.Monotonic.TIMELINE.periodPicos());
  }

  @Override
  public String toString() {
    return NAME;
  }
}
