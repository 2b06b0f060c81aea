package io.foliot.softfloat.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** The command {@code java -jar soft-float-check.jar}. */
public final class Main {
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
    int exit = PlainCheck.runCommand(Terminal.ofProcess(), out, err, args);
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
