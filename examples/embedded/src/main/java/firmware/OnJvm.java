package firmware;

import io.foliot.clock.Clocks;

/** The program on a JVM, to try it without a board. */
public final class OnJvm {
  private OnJvm() {}

  /**
   * Runs it.
   *
   * @param args not used
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    new Heartbeat(Clocks.installed().sleeper(), System.out::write).run();
    System.out.flush();
  }
}
