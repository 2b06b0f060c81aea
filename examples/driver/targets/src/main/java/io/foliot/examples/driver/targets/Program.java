package io.foliot.examples.driver.targets;

import firmware.Board;
import io.foliot.clock.Sleeper;
import io.foliot.examples.driver.AllocationMeter;
import io.foliot.examples.driver.Console;
import io.foliot.examples.driver.Exchange;

/** The program of every target: the exchange on simulated time, then on the board's clock. */
final class Program implements Console, AllocationMeter {
  private Program() {}

  static void run(Sleeper sleeper) throws InterruptedException {
    Program program = new Program();
    if (!Exchange.simulate(program, program) || !Exchange.runReal(sleeper, program)) {
      Board.exit(1);
    }
  }

  @Override
  public void put(int ascii) {
    Board.put(ascii);
  }

  @Override
  public long allocated() {
    return Board.allocations();
  }
}
