package io.foliot.examples.driver.targets;

import firmware.Board;
import firmware.PollingSleeper;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.TickRate;

/** The driver, compiled ahead of time for Linux: the counter is CLOCK_MONOTONIC in nanoseconds. */
public final class LinuxMain {
  private LinuxMain() {}

  /**
   * Runs the driver.
   *
   * @param args not used
   * @throws InterruptedException never: there is one thread
   */
  public static void main(String[] args) throws InterruptedException {
    Program.run(
        new PollingSleeper(
            new FreeRunningClock(64, TickRate.ofHertz(1_000_000_000), Board::ticks)));
  }
}
