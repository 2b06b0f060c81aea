package io.foliot.examples.driver.targets;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;

/** Sleeps by looking at the clock until it is time, resting in between if the board can. */
final class PollingSleeper implements Sleeper {
  private final MonotonicClock clock;

  PollingSleeper(MonotonicClock clock) {
    this.clock = clock;
  }

  @Override
  public MonotonicClock clock() {
    return clock;
  }

  @Override
  public void sleepUntil(long deadlineNanos) {
    while (Long.compareUnsigned(clock.elapsedNanos(), deadlineNanos) < 0) {
      Board.rest();
    }
  }
}
