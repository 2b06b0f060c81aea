package io.foliot.clock;

import io.foliot.duration.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Picks the best clock among several providers.
 *
 * <pre>{@code
 * MonotonicClock clock = Clocks.installed().monotonic();
 * long start = clock.elapsedNanos();
 * }</pre>
 *
 * <p>Providers are asked in the order of {@link ClockProvider#priority()}, highest first; the first
 * that does not refuse is used. A provider that fails in any way is passed over with the reason,
 * which {@link #report()} tells; only errors of the virtual machine, such as {@link
 * OutOfMemoryError}, reach the caller. The choice is made anew on each call and may take
 * milliseconds: ask once and keep the clock.
 *
 * <p>On targets without {@code ServiceLoader}, {@link #of} chooses among the providers that you
 * construct; a program that knows its provider needs no choice and calls it directly.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Clocks {
  /**
   * Name of the system property that forces {@link #installed()} to use one provider and no other:
   * {@value}. Its value is a {@link ClockProvider#name()}; if it is empty, none is forced.
   */
  public static final String PROVIDER_PROPERTY = "io.foliot.clock.provider";

  private final List<Candidate> candidates;

  /** Name of the only provider that may be used, or null if any may. */
  private final String forced;

  Clocks(List<Candidate> candidates, String forced) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    // No lambda, like what a Candidate is asked.
    sorted.sort(
        new Comparator<Candidate>() {
          @Override
          public int compare(Candidate a, Candidate b) {
            return Integer.compare(b.priority(), a.priority());
          }
        });
    this.candidates = Collections.unmodifiableList(sorted);
    this.forced = forced;
  }

  /**
   * The providers of this program: those that {@code ServiceLoader} finds with the class loader of
   * this library, and the {@linkplain PortableClockProvider portable} one. They are looked up once,
   * and so is {@link #PROVIDER_PROPERTY}.
   *
   * @return the same object on every call
   */
  public static Clocks installed() {
    return InstalledProviders.clocks();
  }

  /**
   * A choice among given providers; {@link #PROVIDER_PROPERTY} has no part in it.
   *
   * @param providers the providers, in any order; among equal priorities the first wins
   * @return the choice
   */
  public static Clocks of(ClockProvider... providers) {
    List<Candidate> candidates = new ArrayList<>();
    for (ClockProvider provider : Arrays.asList(providers)) {
      candidates.add(Candidate.of(Objects.requireNonNull(provider, "provider")));
    }
    return new Clocks(candidates, null);
  }

  /**
   * The best monotonic clock.
   *
   * @return a working clock
   * @throws ClockUnavailableException if no provider has one, with the reason of each; not when the
   *     portable provider may be used, which always has one
   */
  public MonotonicClock monotonic() {
    return (MonotonicClock) best(GeneralClock.MONOTONIC);
  }

  /**
   * The best wall clock.
   *
   * @return a working clock
   * @throws ClockUnavailableException if no provider has one, with the reason of each
   */
  public PosixClock posix() {
    return (PosixClock) best(GeneralClock.WALL);
  }

  /**
   * The best sleeper. Take its deadlines from its own {@link Sleeper#clock()}, which may be another
   * clock than {@link #monotonic()}.
   *
   * @return a working sleeper
   * @throws ClockUnavailableException if no provider has one, with the reason of each
   */
  public Sleeper sleeper() {
    return (Sleeper) best(GeneralClock.SLEEPER);
  }

  /**
   * The providers that could be loaded, best first, whether or not their clocks work here. {@link
   * ClockProvider#offers()} of each lists all its clocks.
   *
   * @return an unmodifiable list
   */
  public List<ClockProvider> providers() {
    List<ClockProvider> providers = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.provider() != null) {
        providers.add(candidate.provider());
      }
    }
    return Collections.unmodifiableList(providers);
  }

  /**
   * What became of each provider when a monotonic clock, a wall clock and a sleeper were asked for:
   * used, or why not. Asks all providers, so that it may take a while.
   *
   * @return one report for each provider, best first, also for those that could not be loaded
   */
  public List<ProviderReport> report() {
    Choice monotonic = new Choice(GeneralClock.MONOTONIC);
    Choice posix = new Choice(GeneralClock.WALL);
    Choice sleeper = new Choice(GeneralClock.SLEEPER);
    List<ProviderReport> reports = new ArrayList<>();
    for (Candidate candidate : candidates) {
      reports.add(
          new ProviderReport(
              candidate,
              monotonic.whyNot(candidate),
              posix.whyNot(candidate),
              sleeper.whyNot(candidate)));
    }
    return Collections.unmodifiableList(reports);
  }

  private Object best(GeneralClock kind) {
    StringBuilder reasons = new StringBuilder();
    for (Candidate candidate : candidates) {
      String excluded = excluded(candidate);
      if (excluded == null) {
        try {
          return candidate.ask(kind);
        } catch (ClockUnavailableException refusal) {
          excluded = refusal.reason();
        }
      }
      reasons.append(reasons.length() == 0 ? "" : "; ");
      reasons.append(candidate.name()).append(": ").append(excluded);
    }
    throw new ClockUnavailableException(
        kind.toString(),
        reasons.length() == 0 ? "there are no providers" : "no provider has one; " + reasons);
  }

  /** Why a provider is not even asked, or null if it is. */
  private String excluded(Candidate candidate) {
    return forced == null || forced.equals(candidate.name())
        ? null
        : "system property " + PROVIDER_PROPERTY + " asks for '" + VisibleText.of(forced) + "'";
  }

  /** Finds out, provider by provider in order, which one is used for one kind of clock. */
  private final class Choice {
    private final GeneralClock kind;
    private String used;

    Choice(GeneralClock kind) {
      this.kind = kind;
    }

    /** The reason why this provider is not used, or null if it is. */
    String whyNot(Candidate candidate) {
      String excluded = excluded(candidate);
      if (excluded != null) {
        return excluded;
      }
      try {
        candidate.ask(kind);
      } catch (ClockUnavailableException refusal) {
        return refusal.reason();
      }
      if (used == null) {
        used = candidate.name();
        return null;
      }
      return "the " + kind + " of " + used + " is preferred";
    }
  }
}
