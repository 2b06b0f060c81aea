import io.foliot.clock.posix.PosixClocks;

/** What a program pays that reads the monotonic clock with Foliot. */
final class ReadMonotonic {
  public static void main(String[] args) {
    System.out.println(PosixClocks.monotonic().elapsedNanos());
  }
}
