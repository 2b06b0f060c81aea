package io.foliot.clock;

import io.foliot.duration.VisibleText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which clocks of a provider {@link Clocks} uses, and why it does not use the others.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProviderReport {
  private final LoadedProvider loaded;
  private final String monotonic;
  private final String posix;
  private final String sleeper;
  private final List<ClockOffer<?>> offers;
  private final String offersFailure;

  ProviderReport(LoadedProvider loaded, String monotonic, String posix, String sleeper) {
    this.loaded = loaded;
    this.monotonic = monotonic;
    this.posix = posix;
    this.sleeper = sleeper;
    List<ClockOffer<?>> listed = Collections.emptyList();
    String failure = null;
    try {
      listed = Collections.unmodifiableList(loaded.offers());
    } catch (ClockUnavailableException refusal) {
      failure = refusal.reason();
    }
    this.offers = listed;
    this.offersFailure = failure;
  }

  /** {@return the provider's name, or its class name if it failed to load} */
  public String name() {
    return loaded.name();
  }

  /** {@return the provider, or empty if it failed to load} */
  public Optional<ClockProvider> provider() {
    return Optional.ofNullable(loaded.provider());
  }

  /** {@return why {@link Clocks#monotonic()} does not use it, on one line; empty if it does} */
  public Optional<String> monotonicNotUsed() {
    return Optional.ofNullable(monotonic);
  }

  /** {@return why {@link Clocks#posix()} does not use it, on one line; empty if it does} */
  public Optional<String> posixNotUsed() {
    return Optional.ofNullable(posix);
  }

  /** {@return why {@link Clocks#sleeper()} does not use it, on one line; empty if it does} */
  public Optional<String> sleeperNotUsed() {
    return Optional.ofNullable(sleeper);
  }

  /**
   * {@return what {@link ClockProvider#offers()} returned, in an unmodifiable list; empty if the
   * provider failed to load or to list its clocks}
   */
  public List<ClockOffer<?>> offers() {
    return offers;
  }

  /** {@return why {@link #offers()} failed, on one line; empty if it did not} */
  public Optional<String> offersNotListed() {
    return Optional.ofNullable(offersFailure);
  }

  /** {@return one line for a log} */
  @Override
  public String toString() {
    String name = VisibleText.whole(name());
    if (!provider().isPresent()) {
      return name + ": not loaded (" + monotonic + ")";
    }
    return name
        + ": monotonic clock "
        + use(monotonic)
        + "; wall clock "
        + use(posix)
        + "; sleeper "
        + use(sleeper);
  }

  private static String use(String whyNot) {
    return whyNot == null ? "used" : "not used (" + whyNot + ")";
  }
}
