package io.foliot.examples.driver.targets;

import io.foliot.examples.driver.Console;
import io.foliot.examples.driver.HeapWork;

/** Works the heap of the target hard; its size is chosen when the image is built. */
public final class HeapMain implements Console {
  private HeapMain() {}

  /**
   * Runs the test.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    if (!HeapWork.run(new HeapMain())) {
      Board.exit(1);
    }
  }

  @Override
  public void put(int ascii) {
    Board.put(ascii);
  }
}
