package firmware;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Nanos;

/** Sleeps by polling the clock, with {@link Board}'s wait in between. */
public final class PollingSleeper implements Sleeper {
  private final MonotonicClock clock;

  /**
   * Creates a sleeper for one thread.
   *
   * @param clock the clock to poll
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
