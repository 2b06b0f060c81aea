package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.text.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the command that the first argument names. */
final class CommandLine {
  private static final List<Subcommand> COMMANDS =
      List.of(
          new CheckCommand(),
          new BaselineCommand(),
          new MergeCommand(),
          new RulesCommand(),
          new ExplainCommand());
  private static final String EXPECTED = "expected check, baseline, merge, rules or explain";

  private CommandLine() {}

  /** Runs a command; a failure is one line on standard error and exit code 2. */
  static int run(Terminal terminal, String... args) {
    try {
      return execute(Arrays.asList(args), terminal);
    } catch (CommandException e) {
      terminal.complain(e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Closing the inputs can run out of memory too, which makes one error the cause of another.
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      terminal.complain(e.toString());
    }
    return Subcommand.TROUBLE;
  }

  private static int execute(List<String> args, Terminal terminal) throws IOException {
    String first = args.isEmpty() ? "" : args.get(0);
    if (Option.HELP.hasName(first)) {
      help(terminal);
      return Subcommand.CLEAN;
    }
    if (Option.VERSION.hasName(first)) {
      String version = CommandLine.class.getPackage().getImplementationVersion();
      terminal.println("soft-float-check " + (version == null ? "(unpackaged)" : version));
      return Subcommand.CLEAN;
    }
    for (Subcommand command : COMMANDS) {
      if (command.name().equals(first)) {
        return run(command, args.subList(1, args.size()), terminal);
      }
    }
    if (args.isEmpty()) {
      throw CommandException.usage("no command; " + EXPECTED);
    }
    if (first.startsWith("-")) {
      throw CommandException.usage("unknown option '" + first + "'");
    }
    String hint = NearestName.hint(first, COMMANDS.stream().map(Subcommand::name).toList());
    throw CommandException.usage(
        "unknown command '" + first + "'" + (hint.isEmpty() ? "; " + EXPECTED : hint));
  }

  private static int run(Subcommand command, List<String> args, Terminal terminal)
      throws IOException {
    List<Option> options = new ArrayList<>(command.options());
    options.add(Option.HELP);
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has(Option.HELP)) {
      command.help(terminal);
      return Subcommand.CLEAN;
    }
    if (arguments.operands().isEmpty() != command.operand().isEmpty()) {
      throw CommandException.usage(
          command.operand().isEmpty()
              ? "unexpected argument '" + arguments.operands().get(0) + "'"
              : "no " + command.operand() + "; " + command.name() + " needs at least one");
    }
    return command.run(arguments, terminal);
  }

  private static void help(Terminal terminal) {
    terminal.println("Usage: soft-float-check COMMAND [OPTION]... [ARGUMENT]...");
    terminal.println("Finds floating point in Java class files.");
    for (Subcommand command : COMMANDS) {
      String gap = " ".repeat(12 - command.name().length());
      terminal.println("  " + command.name() + gap + command.summary());
    }
    terminal.println("Options of a command: soft-float-check COMMAND --help");
    terminal.println("Exit codes:");
    terminal.println("  0  clean");
    terminal.println("  1  findings");
    terminal.println("  2  wrong usage, unreadable input or unwritable output");
  }
}
