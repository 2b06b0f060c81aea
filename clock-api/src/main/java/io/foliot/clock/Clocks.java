package io.foliot.clock;

import io.foliot.clock.LoadedProvider.Capability;
import io.foliot.duration.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Selects the best clock of several providers.
 *
 * <pre>{@code
 * MonotonicClock clock = Clocks.installed().monotonic();
 * long start = clock.elapsedNanos();
 * }</pre>
 *
 * <p>Providers are tried in descending order of {@link ClockProvider#priority()}; the first one
 * that returns a clock is used. A provider that refuses or throws is skipped, and {@link #report()}
 * gives the reason; only errors of the virtual machine, such as {@link OutOfMemoryError},
 * propagate. Each call selects anew and may take milliseconds: call once and keep the clock.
 *
 * <p>Where there is no {@code ServiceLoader}, {@link #of} selects among providers that you
 * construct. A program that knows its provider calls it directly.
 *
 * <p>Immutable and thread-safe.
 */
public final class Clocks {
  /**
   * The system property that restricts {@link #installed()} to the provider with the given {@link
   * ClockProvider#name()}: {@value}. An empty value restricts nothing.
   */
  public static final String PROVIDER_PROPERTY = "io.foliot.clock.provider";

  private final List<LoadedProvider> loaded;

  /** Name of the only provider that may be used, or null for any. */
  private final String forced;

  Clocks(List<LoadedProvider> providers, String forced) {
    List<LoadedProvider> sorted = new ArrayList<>(providers);
    // No lambda: see LoadedProvider.
    sorted.sort(
        new Comparator<LoadedProvider>() {
          @Override
          public int compare(LoadedProvider a, LoadedProvider b) {
            return Integer.compare(b.priority(), a.priority());
          }
        });
    this.loaded = Collections.unmodifiableList(sorted);
    this.forced = forced;
  }

  /**
   * Returns the providers of this program: those that {@code ServiceLoader} finds with the class
   * loader of this library, and the {@linkplain PortableClockProvider portable} one. Providers and
   * {@link #PROVIDER_PROPERTY} are looked up once.
   *
   * @return the same object on every call
   */
  public static Clocks installed() {
    return InstalledProviders.clocks();
  }

  /**
   * Returns a selection among the given providers, regardless of {@link #PROVIDER_PROPERTY}.
   *
   * @param providers the providers, in any order; among equal priorities the first wins
   * @return the selection
   */
  public static Clocks of(ClockProvider... providers) {
    List<LoadedProvider> loaded = new ArrayList<>();
    for (ClockProvider provider : Arrays.asList(providers)) {
      loaded.add(LoadedProvider.of(Objects.requireNonNull(provider, "provider")));
    }
    return new Clocks(loaded, null);
  }

  /**
   * {@return the best monotonic clock}
   *
   * @throws ClockUnavailableException if no provider has one, with the reason of each; never if the
   *     portable provider may be used
   */
  public MonotonicClock monotonic() {
    return (MonotonicClock) best(Capability.MONOTONIC_CLOCK);
  }

  /**
   * {@return the best wall clock}
   *
   * @throws ClockUnavailableException if no provider has one, with the reason of each
   */
  public PosixClock posix() {
    return (PosixClock) best(Capability.WALL_CLOCK);
  }

  /**
   * {@return the best sleeper} Compute deadlines from its own {@link Sleeper#clock()}, which may
   * differ from {@link #monotonic()}.
   *
   * @throws ClockUnavailableException if no provider has one, with the reason of each
   */
  public Sleeper sleeper() {
    return (Sleeper) best(Capability.SLEEPER);
  }

  /**
   * {@return the providers that loaded, best first, in an unmodifiable list} Their clocks may be
   * unavailable on this machine; {@link ClockProvider#offers()} lists them all.
   */
  public List<ClockProvider> providers() {
    List<ClockProvider> providers = new ArrayList<>();
    for (LoadedProvider candidate : loaded) {
      if (candidate.provider() != null) {
        providers.add(candidate.provider());
      }
    }
    return Collections.unmodifiableList(providers);
  }

  /**
   * Asks every provider for a monotonic clock, a wall clock and a sleeper, and reports which are
   * used and why the others are not. May take a while.
   *
   * @return one report for each provider, best first, including those that failed to load
   */
  public List<ProviderReport> report() {
    Selection monotonic = new Selection(Capability.MONOTONIC_CLOCK);
    Selection posix = new Selection(Capability.WALL_CLOCK);
    Selection sleeper = new Selection(Capability.SLEEPER);
    List<ProviderReport> reports = new ArrayList<>();
    for (LoadedProvider provider : loaded) {
      reports.add(
          new ProviderReport(
              provider,
              monotonic.whyNot(provider),
              posix.whyNot(provider),
              sleeper.whyNot(provider)));
    }
    return Collections.unmodifiableList(reports);
  }

  private Object best(Capability capability) {
    requireForced(capability);
    StringBuilder reasons = new StringBuilder();
    for (LoadedProvider provider : loaded) {
      String reason = exclusion(provider);
      if (reason == null) {
        try {
          return provider.get(capability);
        } catch (ClockUnavailableException refusal) {
          reason = refusal.reason();
        }
      }
      reasons.append(reasons.length() == 0 ? "" : "; ");
      reasons.append(provider.name()).append(": ").append(reason);
    }
    throw new ClockUnavailableException(
        capability.toString(),
        reasons.length() == 0
            ? "there are no providers; pass at least one to Clocks.of"
            : "no provider has one; " + reasons);
  }

  /** Refuses a provider name that no provider has, which is probably misspelt. */
  private void requireForced(Capability capability) {
    StringBuilder names = new StringBuilder();
    for (LoadedProvider provider : loaded) {
      if (forced == null || forced.equals(provider.name())) {
        return;
      }
      names.append(names.length() == 0 ? "" : ", ").append(provider.name());
    }
    if (forced != null) {
      throw new ClockUnavailableException(
          capability.toString(),
          "system property "
              + PROVIDER_PROPERTY
              + " is '"
              + VisibleText.of(forced)
              + "'; expected one of "
              + names);
    }
  }

  /** {@return why the provider may not be used, or null if it may} */
  private String exclusion(LoadedProvider provider) {
    return forced == null || forced.equals(provider.name())
        ? null
        : "system property " + PROVIDER_PROPERTY + " selects '" + VisibleText.of(forced) + "'";
  }

  /** Selects the provider of one capability; visits providers in order. */
  private final class Selection {
    private final Capability capability;
    private String selected;

    Selection(Capability capability) {
      this.capability = capability;
    }

    /** {@return why the provider is not selected, or null if it is} */
    String whyNot(LoadedProvider provider) {
      String exclusion = exclusion(provider);
      if (exclusion != null) {
        return exclusion;
      }
      try {
        provider.get(capability);
      } catch (ClockUnavailableException refusal) {
        return refusal.reason();
      }
      if (selected == null) {
        selected = provider.name();
        return null;
      }
      return "the " + capability + " of " + selected + " is preferred";
    }
  }
}
