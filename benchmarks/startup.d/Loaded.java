import io.foliot.clock.ClockProvider;
import io.foliot.clock.PortableClockProvider;
import java.util.ServiceLoader;

/** Looks for providers with a bare ServiceLoader, makes no choice, and reads the portable clock. */
class Loaded {
  static int found;
  static long reading;

  public static void main(String[] args) {
    for (ClockProvider provider :
        ServiceLoader.load(ClockProvider.class, Loaded.class.getClassLoader())) {
      found += provider.name().length();
    }
    reading = new PortableClockProvider().monotonic().elapsedNanos();
  }
}
