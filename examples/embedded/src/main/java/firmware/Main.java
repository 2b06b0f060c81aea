package firmware;

/** Runs the program on a board. */
public final class Main {
  private Main() {}

  /**
   * Runs the program.
   *
   * @param args not used
   * @throws InterruptedException never: there is one thread
   */
  public static void main(String[] args) throws InterruptedException {
    new Heartbeat(new PollingSleeper(Board.clock()), Board::put).run();
  }
}
