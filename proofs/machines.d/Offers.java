import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import java.util.ServiceLoader;

/** Opens every clock that the providers offer, and says for each whether it opens or why not. */
final class Offers {
  public static void main(String[] args) {
    for (ClockProvider provider : ServiceLoader.load(ClockProvider.class)) {
      for (ClockOffer<?> offer : provider.offers()) {
        String answer;
        try {
          answer = offer.type().isInstance(offer.open()) ? "opens" : "is of another type";
        } catch (ClockUnavailableException refusal) {
          answer = "refused: " + refusal.reason();
        }
        System.out.println("OFFER " + provider.name() + " " + offer.name() + " " + answer);
      }
    }
    System.out.println("OFFERS end");
  }
}
