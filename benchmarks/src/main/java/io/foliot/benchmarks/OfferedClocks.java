package io.foliot.benchmarks;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import java.util.ServiceLoader;

/**
 * Opens offered clocks by name. A benchmark keeps each clock in a separate holder class, so that a
 * refusal fails only the benchmarks that read it.
 */
public final class OfferedClocks {
  private OfferedClocks() {}

  /**
   * Opens a clock.
   *
   * @param type of the clock
   * @param name {@code provider/offer}
   * @return the clock
   * @throws ClockUnavailableException if the clock is refused or no provider offers it
   */
  public static <C> C open(Class<C> type, String name) {
    for (ClockProvider provider : ServiceLoader.load(ClockProvider.class)) {
      for (ClockOffer<?> offer : provider.offers()) {
        if (name.equals(provider.name() + "/" + offer.name())) {
          return type.cast(offer.open());
        }
      }
    }
    throw new ClockUnavailableException(
        name, "no provider on the class path offers it; expected PROVIDER/OFFER");
  }
}
