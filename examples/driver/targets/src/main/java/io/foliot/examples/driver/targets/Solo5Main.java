package io.foliot.examples.driver.targets;

import io.foliot.clock.solo5.Solo5Imports;
import io.foliot.clock.solo5.Solo5MonotonicClock;
import io.foliot.clock.solo5.Solo5Sleeper;
import io.foliot.clock.solo5.Solo5Target;

/** The driver as a Solo5 unikernel, with Solo5's clock and sleep. */
public final class Solo5Main {
  private Solo5Main() {}

  /**
   * Runs the driver.
   *
   * @param args not used
   * @throws InterruptedException never: there is one thread
   */
  public static void main(String[] args) throws InterruptedException {
    Solo5Imports solo5 = new Solo5Imports();
    Program.run(new Solo5Sleeper(solo5, new Solo5MonotonicClock(solo5, Solo5Target.OTHER)));
  }
}
