package io.foliot.clock;

import java.util.Objects;

/**
 * A clock, or a provider of clocks, cannot work here. It is thrown when a clock is asked for, never
 * when it is read.
 */
public final class ClockUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Name of what was asked for. */
  private final String clock;

  /** Why it is refused. */
  private final String reason;

  /**
   * A refusal.
   *
   * @param clock name of what was asked for, such as {@code "posix tai"}
   * @param reason why it cannot work here and, where possible, what to do, in one line
   */
  public ClockUnavailableException(String clock, String reason) {
    this(clock, reason, null);
  }

  /**
   * A refusal that another error led to.
   *
   * @param clock name of what was asked for, such as {@code "posix tai"}
   * @param reason why it cannot work here and, where possible, what to do, in one line
   * @param cause the error behind it, or null if there is none
   */
  public ClockUnavailableException(String clock, String reason, Throwable cause) {
    super(clock + " is not available: " + reason, cause);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /**
   * The name of what was asked for.
   *
   * @return the name given by whoever refuses
   */
  public String clock() {
    return clock;
  }

  /**
   * The reason alone, without the name.
   *
   * @return one line
   */
  public String reason() {
    return reason;
  }
}
