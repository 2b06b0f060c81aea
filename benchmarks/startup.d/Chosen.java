import io.foliot.clock.Clocks;

/** Lets a monotonic clock be chosen and reads it. */
class Chosen {
  static long reading;

  public static void main(String[] args) {
    reading = Clocks.installed().monotonic().elapsedNanos();
  }
}
