package io.foliot.benchmarks;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import java.util.ServiceLoader;

/**
 * Opens a clock by its name among the offers. A benchmark keeps the clock in a class of its own, so
 * that a refusal ends that benchmark and no other of its class.
 */
public final class OfferedClocks {
  private OfferedClocks() {}

  /**
   * Opens a clock.
   *
   * @param type what the benchmark reads it as
   * @param name {@code provider/offer}
   * @return the clock
   * @throws ClockUnavailableException if the machine refuses it, or nobody offers it
   */
  public static <C> C open(Class<C> type, String name) {
    for (ClockProvider provider : ServiceLoader.load(ClockProvider.class)) {
      for (ClockOffer<?> offer : provider.offers()) {
        if (name.equals(provider.name() + "/" + offer.name())) {
          return type.cast(offer.open());
        }
      }
    }
    throw new ClockUnavailableException(name, "no provider on the class path offers it");
  }
}
