package firmware;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Nanos;

/** Sleeps by looking at the clock until it is time, resting in between if the board can. */
public final class PollingSleeper implements Sleeper {
  private final MonotonicClock clock;

  /**
   * A sleeper for one thread.
   *
   * @param clock tells when it is time
   */
  public PollingSleeper(MonotonicClock clock) {
    this.clock = clock;
  }

  @Override
  public MonotonicClock clock() {
    return clock;
  }

  @Override
  public void sleepUntil(long deadlineNanos) {
    while (Nanos.compare(clock.elapsedNanos(), deadlineNanos) < 0) {
      Board.rest();
    }
  }
}
