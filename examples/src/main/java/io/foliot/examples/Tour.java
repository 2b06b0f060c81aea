package io.foliot.examples;

import io.foliot.duration.Duration;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The tour: conversions that go wrong elsewhere, the clocks of this machine, and the float check of
 * a library that we did not write. It fits 100 columns and 45 lines; {@code --all} prints
 * everything.
 */
public final class Tour {
  private static final int COLUMNS = 100;

  private final PrintStream out;
  private final boolean all;

  Tour(PrintStream out, boolean all) {
    this.out = out;
    this.all = all;
  }

  /**
   * Prints the tour on standard output.
   *
   * @param args {@code --all} to print everything, or {@code --short}, the default
   * @throws ReflectiveOperationException if guava is not on the class path
   * @throws URISyntaxException if the location of a jar is not a valid path
   */
  public static void main(String[] args) throws ReflectiveOperationException, URISyntaxException {
    String option = args.length == 0 ? "--short" : args[0];
    if (args.length > 1 || !(option.equals("--short") || option.equals("--all"))) {
      System.err.println(
          "unknown arguments " + String.join(" ", args) + "; expected --all or none");
      System.exit(2);
    }
    new Tour(new PrintStream(System.out, true, StandardCharsets.UTF_8), option.equals("--all"))
        .print();
  }

  void print() throws ReflectiveOperationException, URISyntaxException {
    line(
        String.format(
            "Foliot on %s %s, %s, Java %s",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            System.getProperty("java.version")));
    Conversions.print(this);
    ClockTable.print(this);
    FloatCheck.print(this, jarOf(Class.forName("com.google.common.base.Strings")));
    FloatCheck.print(this, jarOf(Duration.class));
  }

  /** {@return whether to print everything} */
  boolean all() {
    return all;
  }

  /** Prints a line, truncated to the width of the tour unless everything is to be printed. */
  void line(String text) {
    String line = text.stripTrailing();
    out.println(all || line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…");
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
