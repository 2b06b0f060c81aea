package io.foliot.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A provider as it was found: loaded, or with the reason why it could not be loaded.
 *
 * <p>What it is asked is no lambda: the first one of a program costs milliseconds of start-up.
 */
final class Candidate {
  private final String name;
  private final int priority;
  private final ClockProvider provider;
  private final String problem;

  private Candidate(String name, int priority, ClockProvider provider, String problem) {
    this.name = name;
    this.priority = priority;
    this.provider = provider;
    this.problem = problem;
  }

  /** A provider that was loaded; one that fails to say who it is counts as not loaded. */
  static Candidate of(ClockProvider provider) {
    try {
      String name = provider.name();
      int priority = provider.priority();
      if (name != null) {
        return new Candidate(name, priority, provider, null);
      }
      return broken(provider.getClass().getName(), "the provider has no name");
    } catch (Throwable failure) {
      Opening.passOn(failure);
      return broken(provider.getClass().getName(), Opening.reason(failure));
    }
  }

  /** A provider that could not be loaded. */
  static Candidate broken(String name, String problem) {
    return new Candidate(name, Integer.MIN_VALUE, null, problem);
  }

  String name() {
    return name;
  }

  /**
   * Whether another one is of the same class or, where neither could be loaded, of the same name.
   */
  boolean isSameAs(Candidate other) {
    if (provider == null || other.provider == null) {
      return provider == null && other.provider == null && name.equals(other.name);
    }
    return provider.getClass().equals(other.provider.getClass());
  }

  int priority() {
    return priority;
  }

  /** The provider, or null if it could not be loaded. */
  ClockProvider provider() {
    return provider;
  }

  /**
   * Asks the provider for the list of its clocks.
   *
   * @throws ClockUnavailableException if it fails, or could not be loaded
   */
  List<ClockOffer<?>> offers() {
    requireLoaded();
    return Opening.open(
        name,
        new Supplier<List<ClockOffer<?>>>() {
          @Override
          public List<ClockOffer<?>> get() {
            List<ClockOffer<?>> offers = new ArrayList<>();
            for (ClockOffer<?> offer : provider.offers()) {
              offers.add(Objects.requireNonNull(offer, "an offer"));
            }
            return offers;
          }
        });
  }

  /**
   * Asks the provider for one of its clocks.
   *
   * @throws ClockUnavailableException if it refuses, fails, or could not be loaded
   */
  Object ask(GeneralClock kind) {
    requireLoaded();
    return Opening.open(
        name,
        new Supplier<Object>() {
          @Override
          public Object get() {
            return kind.of(provider);
          }
        });
  }

  private void requireLoaded() {
    if (provider == null) {
      throw new ClockUnavailableException(name, problem);
    }
  }
}
