package io.foliot.examples.driver.targets;

import firmware.Board;
import firmware.PollingSleeper;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.TickRate;

/** The driver on RV32IMAC: mtime of the CLINT counts 64 bits at 10 MHz. */
public final class Rv32Main {
  private Rv32Main() {}

  /**
   * Runs the driver.
   *
   * @param args not used
   * @throws InterruptedException never: there is one thread
   */
  public static void main(String[] args) throws InterruptedException {
    Program.run(
        new PollingSleeper(new FreeRunningClock(64, TickRate.ofHertz(10_000_000), Board::ticks)));
  }
}
