package firmware;

import io.foliot.clock.Clocks;

/** Runs the program on a JVM, to test it without a board. */
public final class OnJvm {
  private OnJvm() {}

  /**
   * Runs the program.
   *
   * @param args not used
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    new Heartbeat(Clocks.installed().sleeper(), System.out::write).run();
    System.out.flush();
  }
}
