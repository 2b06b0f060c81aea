package io.foliot.softfloat.cli;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/** The command line as {@code ToolProvider.findFirst("soft-float-check")}. */
public final class SoftFloatTool implements ToolProvider {
  /** For the service loader. */
  public SoftFloatTool() {}

  @Override
  public String name() {
    return "soft-float-check";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    int exit = CommandLine.run(Terminal.none(out, err), args);
    out.flush();
    err.flush();
    return exit;
  }
}
