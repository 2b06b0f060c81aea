package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.Inputs;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command {@code java -jar soft-float-check.jar}. */
public final class Main {
  /** Given back when there is no memory left, for what it takes to end. */
  @SuppressWarnings("UnusedVariable")
  private static byte[] reserve;

  private Main() {}

  /**
   * Runs the command and ends the JVM: 0 clean, 1 findings, 2 wrong usage or unreadable input.
   *
   * @param args the arguments; {@code --help} explains them
   */
  public static void main(String[] args) {
    // UTF-8 whatever the locale: reports are read by programs and other machines.
    StandardOutput stream = new StandardOutput();
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    // Made now, because there may be no memory for it when it is needed.
    byte[] noMemory =
        ("soft-float-check: " + Inputs.noMemory() + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);
    reserve = new byte[1 << 20];
    int exit = Subcommand.TROUBLE;
    try {
      exit = CommandLine.run(Terminal.ofProcess(out, err), args);
    } catch (OutOfMemoryError e) {
      reserve = null;
      System.err.write(noMemory, 0, noMemory.length);
      System.err.flush();
      Runtime.getRuntime().halt(exit);
    }
    out.flush();
    if (!stream.failure().isEmpty()) {
      err.println("soft-float-check: standard output cannot be written: " + stream.failure());
      exit = Subcommand.TROUBLE;
    }
    err.flush();
    // Not System.exit: since Java 21 that starts the JDK's logging first, to log the exit.
    Runtime.getRuntime().halt(exit);
  }
}
