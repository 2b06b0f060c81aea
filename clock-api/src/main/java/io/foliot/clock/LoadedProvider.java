package io.foliot.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A {@link ClockProvider} with its name and priority, or the reason why it failed to load.
 *
 * <p>Calls are anonymous classes, not lambdas: the first lambda of a program adds milliseconds to
 * start-up.
 */
final class LoadedProvider {
  /** What {@link Clocks} asks every provider for. */
  enum Capability {
    MONOTONIC_CLOCK("monotonic clock"),
    WALL_CLOCK("wall clock"),
    SLEEPER("sleeper");

    private final String text;

    Capability(String text) {
      this.text = text;
    }

    /** Unguarded: the provider may throw anything and return null. */
    Object of(ClockProvider provider) {
      if (this == MONOTONIC_CLOCK) {
        return provider.monotonic();
      }
      return this == WALL_CLOCK ? provider.posix() : provider.sleeper();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final String name;
  private final int priority;
  private final ClockProvider provider;
  private final String loadFailure;

  private LoadedProvider(String name, int priority, ClockProvider provider, String loadFailure) {
    this.name = name;
    this.priority = priority;
    this.provider = provider;
    this.loadFailure = loadFailure;
  }

  /** A provider whose {@code name()} or {@code priority()} fails counts as not loaded. */
  static LoadedProvider of(ClockProvider provider) {
    try {
      String name = provider.name();
      int priority = provider.priority();
      if (name != null) {
        return new LoadedProvider(name, priority, provider, null);
      }
      return failed(provider.getClass().getName(), "name() returned null");
    } catch (Throwable failure) {
      GuardedCall.rethrowIfFatal(failure);
      return failed(provider.getClass().getName(), GuardedCall.reason(failure));
    }
  }

  static LoadedProvider failed(String className, String reason) {
    return new LoadedProvider(className, Integer.MIN_VALUE, null, reason);
  }

  /** {@return the provider's name, or its class name if it failed to load} */
  String name() {
    return name;
  }

  int priority() {
    return priority;
  }

  /** {@return the provider, or null if it failed to load} */
  ClockProvider provider() {
    return provider;
  }

  /** Compares classes, or names if both failed to load. */
  boolean isSameAs(LoadedProvider other) {
    if (provider == null || other.provider == null) {
      return provider == null && other.provider == null && name.equals(other.name);
    }
    return provider.getClass().equals(other.provider.getClass());
  }

  /**
   * Guarded {@link ClockProvider#offers()}.
   *
   * @throws ClockUnavailableException if the provider failed to load or the call fails
   */
  List<ClockOffer<?>> offers() {
    requireLoaded();
    return GuardedCall.call(
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
   * Guarded {@link Capability#of}.
   *
   * @throws ClockUnavailableException if the provider failed to load, refuses or fails
   */
  Object get(Capability capability) {
    requireLoaded();
    return GuardedCall.call(
        name,
        new Supplier<Object>() {
          @Override
          public Object get() {
            return capability.of(provider);
          }
        });
  }

  private void requireLoaded() {
    if (provider == null) {
      throw new ClockUnavailableException(name, loadFailure);
    }
  }
}
