package io.foliot.softfloat.internal.input;

import java.io.Serial;

/** An input that cannot be read as what it should be; the message is one line for the user. */
public final class BadInputException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Takes the line.
   *
   * @param message what is wrong, and what was expected
   */
  public BadInputException(String message) {
    // No stack trace: a hostile archive can cause a million of these.
    super(message, null, false, false);
  }
}
