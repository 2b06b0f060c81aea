package io.foliot.softfloat.cli;

import java.io.Serial;

/** Ends a command; the message is one line for the user. */
final class CommandException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }

  /** Creates an exception for wrong arguments. */
  static CommandException usage(String message) {
    return new CommandException(message + " (see --help)");
  }
}
