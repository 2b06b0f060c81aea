package io.foliot.softfloat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the first argument names. */
interface Subcommand {
  /** Nothing was found, or what was asked for is done. */
  int CLEAN = 0;

  /** Something was found. */
  int FINDINGS = 1;

  /** Wrong usage, or not everything could be read or written. */
  int TROUBLE = 2;

  String name();

  /** What it does, in one sentence. */
  String summary();

  /** What it expects beside options, such as {@code PATH...}. */
  String operands();

  List<Option> options();

  /** Does it; returns the exit code. */
  int run(Arguments arguments, Terminal terminal) throws IOException;

  /** Shows how it is used. */
  default void help(Terminal terminal) {
    terminal.println("Usage: soft-float-check " + name() + " [OPTION]... " + operands());
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
