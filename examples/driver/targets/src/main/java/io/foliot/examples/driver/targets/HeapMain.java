package io.foliot.examples.driver.targets;

import firmware.Board;
import io.foliot.examples.driver.Console;
import io.foliot.examples.driver.HeapWork;
import io.foliot.examples.driver.ThrowWork;

/**
 * Tests the runtime of the target: its exceptions, then its heap, whose size is fixed at build time.
 */
public final class HeapMain implements Console {
  private HeapMain() {}

  /**
   * Runs both tests.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    HeapMain console = new HeapMain();
    ThrowWork.run(console);
    if (!HeapWork.run(console)) {
      Board.exit(1);
    }
  }

  @Override
  public void put(int ascii) {
    Board.put(ascii);
  }
}
