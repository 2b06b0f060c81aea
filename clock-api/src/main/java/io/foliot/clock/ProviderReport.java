package io.foliot.clock;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Clocks} made of one provider. In each answer, empty means that the provider is used,
 * and text is the reason why it is not.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ProviderReport {
  private final Candidate candidate;
  private final String monotonic;
  private final String posix;
  private final String sleeper;
  private final List<ClockOffer<?>> offers;
  private final String offersProblem;

  ProviderReport(Candidate candidate, String monotonic, String posix, String sleeper) {
    this.candidate = candidate;
    this.monotonic = monotonic;
    this.posix = posix;
    this.sleeper = sleeper;
    List<ClockOffer<?>> listed = Collections.emptyList();
    String problem = null;
    try {
      listed = Collections.unmodifiableList(candidate.offers());
    } catch (ClockUnavailableException failure) {
      problem = failure.reason();
    }
    this.offers = listed;
    this.offersProblem = problem;
  }

  /**
   * The provider's name, or its class name if it could not be loaded.
   *
   * @return the name
   */
  public String name() {
    return candidate.name();
  }

  /**
   * The provider.
   *
   * @return the provider, or empty if it could not be loaded
   */
  public Optional<ClockProvider> provider() {
    return Optional.ofNullable(candidate.provider());
  }

  /**
   * Why {@link Clocks#monotonic()} does not use it.
   *
   * @return the reason in one line, or empty if it is used
   */
  public Optional<String> monotonicNotUsed() {
    return Optional.ofNullable(monotonic);
  }

  /**
   * Why {@link Clocks#posix()} does not use it.
   *
   * @return the reason in one line, or empty if it is used
   */
  public Optional<String> posixNotUsed() {
    return Optional.ofNullable(posix);
  }

  /**
   * Why {@link Clocks#sleeper()} does not use it.
   *
   * @return the reason in one line, or empty if it is used
   */
  public Optional<String> sleeperNotUsed() {
    return Optional.ofNullable(sleeper);
  }

  /**
   * Every clock that the provider may have on this machine, as {@link ClockProvider#offers()} lists
   * them.
   *
   * @return an unmodifiable list; empty if the provider could not be loaded or fails to list them
   */
  public List<ClockOffer<?>> offers() {
    return offers;
  }

  /**
   * Why there is no list of offers.
   *
   * @return the reason in one line, or empty if they were listed
   */
  public Optional<String> offersNotListed() {
    return Optional.ofNullable(offersProblem);
  }

  /** One line for a log. */
  @Override
  public String toString() {
    if (!provider().isPresent()) {
      return name() + ": not loaded (" + monotonic + ")";
    }
    return name()
        + ": monotonic clock "
        + line(monotonic)
        + "; wall clock "
        + line(posix)
        + "; sleeper "
        + line(sleeper);
  }

  private static String line(String whyNot) {
    return whyNot == null ? "used" : "not used (" + whyNot + ")";
  }
}
