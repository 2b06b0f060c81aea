package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.Inputs;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

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
    Charset charset = Charset.defaultCharset();
    StandardOutput stream = new StandardOutput();
    PrintWriter out = new PrintWriter(new OutputStreamWriter(stream, charset), false);
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, charset), true);
    // Made now, because there may be no memory for it when it is needed.
    byte[] noMemory =
        ("soft-float-check: " + Inputs.noMemory() + System.lineSeparator()).getBytes(charset);
    reserve = new byte[1 << 20];
    int exit = SoftFloatCommand.TROUBLE;
    try {
      exit = PlainCheck.runCommand(Terminal.ofProcess(), out, err, args);
    } catch (OutOfMemoryError e) {
      reserve = null;
      System.err.write(noMemory, 0, noMemory.length);
      System.err.flush();
      Runtime.getRuntime().halt(exit);
    }
    out.flush();
    if (!stream.failure().isEmpty()) {
      err.println("soft-float-check: standard output cannot be written: " + stream.failure());
      exit = SoftFloatCommand.TROUBLE;
    }
    err.flush();
    // Not System.exit: since Java 21 that starts the JDK's logging first, to log the exit.
    Runtime.getRuntime().halt(exit);
  }
}
