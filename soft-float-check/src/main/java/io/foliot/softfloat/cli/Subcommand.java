package io.foliot.softfloat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A command of the command line. */
interface Subcommand {
  /** Exit code: no findings, or the command is done. */
  int CLEAN = 0;

  /** Exit code: findings. */
  int FINDINGS = 1;

  /** Exit code: wrong usage, unreadable input or unwritable output. */
  int TROUBLE = 2;

  String name();

  /** What it does, in one sentence. */
  String summary();

  /** What its arguments are, such as {@code PATH}, of which it needs at least one; or empty. */
  String operand();

  List<Option> options();

  /** Runs the command and returns the exit code. */
  int run(Arguments arguments, Terminal terminal) throws IOException;

  /** Prints the help. */
  default void help(Terminal terminal) {
    String operands = operand().isEmpty() ? "" : " " + operand() + "...";
    terminal.println("Usage: soft-float-check " + name() + " [OPTION]..." + operands);
    terminal.println(summary());
    List<Option> all = new ArrayList<>(options());
    all.add(Option.HELP);
    for (Option option : all) {
      String usage = option.usage();
      String gap = " ".repeat(Math.max(1, 30 - usage.length()));
      terminal.println("  " + usage + gap + option.description());
    }
  }
}
