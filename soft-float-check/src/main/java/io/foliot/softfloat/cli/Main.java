package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.Inputs;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The main class of {@code soft-float-check.jar}. */
public final class Main {
  /** Memory to release when the heap is full, so that the command can end in order. */
  @SuppressWarnings("UnusedVariable")
  private static byte[] reserve;

  private Main() {}

  /**
   * Runs a command and ends the JVM. Exit codes: 0 clean, 1 findings, 2 wrong usage, unreadable
   * input or unwritable output.
   *
   * @param args the arguments, which {@code --help} explains
   */
  public static void main(String[] args) {
    // UTF-8 in every locale: other programs and machines read the reports.
    StandardOutput stream = new StandardOutput();
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    // Encoded in advance, because there may be no memory for it later.
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
      err.println("soft-float-check: cannot write standard output: " + stream.failure());
      exit = Subcommand.TROUBLE;
    }
    err.flush();
    // Not System.exit, which since Java 21 initializes logging first.
    Runtime.getRuntime().halt(exit);
  }
}
