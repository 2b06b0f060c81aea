package io.foliot.softfloat.cli;

/**
 * An option of a command.
 *
 * @param name the name, such as {@code --depth}
 * @param alias a second name, or empty
 * @param label the placeholder for its value; empty if it takes none
 * @param description what it does, for the help
 */
record Option(String name, String alias, String label, String description) {
  static final Option HELP = flag("--help", "-h", "Shows this help.");
  static final Option VERSION = flag("--version", "-V", "Shows the version.");

  static Option of(String name, String label, String description) {
    return new Option(name, "", label, description);
  }

  static Option flag(String name, String alias, String description) {
    return new Option(name, alias, "", description);
  }

  boolean takesValue() {
    return !label.isEmpty();
  }

  boolean hasName(String argument) {
    return argument.equals(name) || (!alias.isEmpty() && argument.equals(alias));
  }

  /** Names and value, as the help shows them. */
  String usage() {
    return (alias.isEmpty() ? "    " : alias + ", ") + name + (takesValue() ? " " + label : "");
  }
}
