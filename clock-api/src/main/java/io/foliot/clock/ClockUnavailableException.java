package io.foliot.clock;

import io.foliot.duration.VisibleText;

/**
 * Thrown when a clock or a provider is requested that cannot work here. Reading a clock never
 * throws it.
 *
 * <p>Names and reasons may quote device names, files and system properties; line breaks and other
 * invisible characters in them are escaped.
 */
public final class ClockUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Escaped name of the clock. */
  private final String clock;

  /** Escaped reason. */
  private final String reason;

  /**
   * Creates a refusal.
   *
   * @param clock name of the requested clock, such as {@code "posix tai"}
   * @param reason why it cannot work here and, where possible, what to do, on one line
   */
  public ClockUnavailableException(String clock, String reason) {
    this(clock, reason, null);
  }

  /**
   * Creates a refusal with a cause.
   *
   * @param clock name of the requested clock, such as {@code "posix tai"}
   * @param reason why it cannot work here and, where possible, what to do, on one line
   * @param cause the underlying error, or null
   */
  public ClockUnavailableException(String clock, String reason, Throwable cause) {
    super(VisibleText.whole(clock) + " is not available: " + VisibleText.whole(reason), cause);
    this.clock = VisibleText.whole(clock);
    this.reason = VisibleText.whole(reason);
  }

  /** {@return the name of the requested clock} */
  public String clock() {
    return clock;
  }

  /** {@return the reason on one line, without the name} */
  public String reason() {
    return reason;
  }
}
