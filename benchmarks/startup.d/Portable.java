import io.foliot.clock.PortableClockProvider;

/** Reads the portable clock, and looks for no other. */
class Portable {
  static long reading;

  public static void main(String[] args) {
    reading = new PortableClockProvider().monotonic().elapsedNanos();
  }
}
