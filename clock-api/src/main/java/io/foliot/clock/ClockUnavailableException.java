package io.foliot.clock;

import io.foliot.duration.VisibleText;

/**
 * A clock, or a provider of clocks, cannot work here. It is thrown when a clock is asked for, never
 * when it is read.
 *
 * <p>Names and reasons quote what was found on the machine: device names, files, system properties.
 * What would not show as it is, such as the end of a line, is escaped here.
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
    super(VisibleText.whole(clock) + " is not available: " + VisibleText.whole(reason), cause);
    this.clock = VisibleText.whole(clock);
    this.reason = VisibleText.whole(reason);
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
