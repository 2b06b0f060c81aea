package io.foliot.softfloat.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: its subcommands do the work. */
@Command(
    name = "soft-float-check",
    description = "Finds floating point in Java class files.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:clean", "1:findings", "2:wrong usage, or an input that cannot be read"})
final class SoftFloatCommand implements Runnable {
  /** Nothing was found. */
  static final int CLEAN = 0;

  /** Floating point was found. */
  static final int FINDINGS = 1;

  /** The arguments are wrong, or an input could not be read. */
  static final int TROUBLE = 2;

  private static final String EXPECTED = "expected check, baseline, merge, rules or explain";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  private SoftFloatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What the subcommands may do on a terminal. */
  Terminal terminal() {
    return terminal;
  }

  static int run(Terminal terminal, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new SoftFloatCommand(terminal));
    addCommands(line, args);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (error, given) -> {
          String message = String.valueOf(error.getMessage()).replaceAll("\\s*\\R\\s*", " ");
          if (error instanceof UnmatchedArgumentException unknown
              && error.getCommandLine().getParent() == null) {
            message = unknown.getUnmatched().get(0) + " is no command or option; " + EXPECTED;
          }
          message = message.replace("option option", "option");
          PlainCheck.complain(err, message + " (see --help)");
          return TROUBLE;
        });
    line.setExecutionExceptionHandler((error, command, result) -> PlainCheck.failed(error, err));
    return line.execute(args);
  }

  /** Only the command that is asked for is read, because reading all of them takes time. */
  private static void addCommands(CommandLine line, String... args) {
    switch (args.length == 0 ? "" : args[0]) {
      case "check" -> line.addSubcommand(new CheckCommand());
      case "baseline" -> line.addSubcommand(new BaselineCommand());
      default -> {
        line.addSubcommand(new CheckCommand());
        line.addSubcommand(new BaselineCommand());
        line.addSubcommand(new MergeCommand());
        line.addSubcommand(new RulesCommand());
        line.addSubcommand(new ExplainCommand());
      }
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing; " + EXPECTED);
  }
}
