package io.foliot.examples.driver.targets;

import firmware.Board;
import firmware.PollingSleeper;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.TickRate;

/** The driver on a Cortex-M3: CMSDK timer 0 counts 32 bits at 25 MHz. */
public final class CortexM3Main {
  private CortexM3Main() {}

  /**
   * Runs the driver.
   *
   * @param args not used
   * @throws InterruptedException never: there is one thread
   */
  public static void main(String[] args) throws InterruptedException {
    Program.run(
        new PollingSleeper(new FreeRunningClock(32, TickRate.ofHertz(25_000_000), Board::ticks)));
  }
}
