package io.foliot.softfloat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.spi.ToolProvider;

/** The command line, as a tool in this JVM. */
final class Command {
  private Command() {}

  /** What one run said. */
  record Outcome(int exit, String out, String err) {}

  static Outcome run(Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ToolProvider.findFirst("soft-float-check")
            .orElseThrow()
            .run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
