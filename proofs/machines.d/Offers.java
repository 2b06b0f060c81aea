import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ThreadClock;
import java.util.ServiceLoader;

/** Opens and reads every clock that the providers offer, and prints whether it works or why not. */
final class Offers {
  private static boolean reads(Class<?> type, Object clock) {
    long ignored =
        switch (clock) {
          case MonotonicClock c -> c.elapsedNanos();
          case PosixClock c -> c.epochNanos();
          case ThreadClock c -> c.nanos();
          default -> 0;
        };
    return type.isInstance(clock);
  }

  public static void main(String[] args) {
    for (ClockProvider provider : ServiceLoader.load(ClockProvider.class)) {
      for (ClockOffer<?> offer : provider.offers()) {
        String answer;
        try {
          answer = reads(offer.type(), offer.open()) ? "opens" : "is of another type";
        } catch (ClockUnavailableException refusal) {
          answer = "refused: " + refusal.reason();
        }
        System.out.println("OFFER " + provider.name() + " " + offer.name() + " " + answer);
      }
    }
    System.out.println("OFFERS end");
  }
}
