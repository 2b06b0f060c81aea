import io.foliot.clock.posix.PosixClocks;

/** Reads the monotonic clock with Foliot. */
final class ReadMonotonic {
  public static void main(String[] args) {
    System.out.println(PosixClocks.monotonic().elapsedNanos());
  }
}
