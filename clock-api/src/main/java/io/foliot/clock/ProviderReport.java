package io.foliot.clock;

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

  ProviderReport(Candidate candidate, String monotonic, String posix, String sleeper) {
    this.candidate = candidate;
    this.monotonic = monotonic;
    this.posix = posix;
    this.sleeper = sleeper;
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

  /** One line for a log. */
  @Override
  public String toString() {
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
