package io.foliot.softfloat.internal.input;

import java.io.Serial;

/** Rejects an input; the message is one line for the user. */
public final class BadInputException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Creates an exception.
   *
   * @param message what is wrong and what was expected
   */
  public BadInputException(String message) {
    // Without a stack trace, because a hostile archive can cause a million of these.
    super(message, null, false, false);
  }
}
