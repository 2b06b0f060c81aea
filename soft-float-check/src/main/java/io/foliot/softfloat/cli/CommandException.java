package io.foliot.softfloat.cli;

import java.io.Serial;

/** A command cannot go on; the message is one line for the user. */
final class CommandException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }

  /** The arguments are wrong. */
  static CommandException usage(String message) {
    return new CommandException(message + " (see --help)");
  }
}
