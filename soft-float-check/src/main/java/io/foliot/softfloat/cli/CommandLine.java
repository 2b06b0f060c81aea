package io.foliot.softfloat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the command that the first argument names, and runs it. */
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

  /** Runs a command; what goes wrong is one line on standard error, and exit code 2. */
  static int run(Terminal terminal, String... args) {
    try {
      return execute(Arrays.asList(args), terminal);
    } catch (CommandException e) {
      terminal.complain(e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Closing the inputs can fail for want of memory too, and then one is the cause of the other.
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      terminal.complain(e.toString());
    }
    return Subcommand.TROUBLE;
  }

  private static int execute(List<String> args, Terminal terminal) throws IOException {
    String first = args.isEmpty() ? "" : args.get(0);
    if (Option.HELP.isWritten(first)) {
      help(terminal);
      return Subcommand.CLEAN;
    }
    if (Option.VERSION.isWritten(first)) {
      String version = CommandLine.class.getPackage().getImplementationVersion();
      terminal.println("soft-float-check " + (version == null ? "(unpackaged)" : version));
      return Subcommand.CLEAN;
    }
    for (Subcommand command : COMMANDS) {
      if (command.name().equals(first)) {
        return run(command, args.subList(1, args.size()), terminal);
      }
    }
    throw CommandException.usage(
        args.isEmpty()
            ? "a command is missing; " + EXPECTED
            : first + " is no command or option; " + EXPECTED);
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
    if (arguments.operands().isEmpty() != command.operands().isEmpty()) {
      throw CommandException.usage(
          command.operands().isEmpty()
              ? command.name() + " takes no " + arguments.operands().get(0)
              : command.name() + " lacks its " + command.operands());
    }
    return command.run(arguments, terminal);
  }

  private static void help(Terminal terminal) {
    terminal.println("Usage: soft-float-check COMMAND [OPTION]... [OPERAND]...");
    terminal.println("Finds floating point in Java class files.");
    for (Subcommand command : COMMANDS) {
      String gap = " ".repeat(12 - command.name().length());
      terminal.println("  " + command.name() + gap + command.summary());
    }
    terminal.println("soft-float-check COMMAND --help shows the options of a command.");
    terminal.println("Exit codes:");
    terminal.println("  0  clean");
    terminal.println("  1  findings");
    terminal.println("  2  wrong usage, or an input that cannot be read");
  }
}
