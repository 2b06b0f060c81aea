package io.foliot.examples;

import io.foliot.duration.Duration;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The tour: every clock that this machine offers, conversions that go wrong elsewhere, and the
 * float check of a library that we did not write.
 */
public final class Tour {
  private Tour() {}

  /**
   * Prints the tour on standard output.
   *
   * @param args none are used
   * @throws ReflectiveOperationException if guava is not on the class path
   * @throws URISyntaxException if a jar of the class path has an impossible name
   */
  public static void main(String[] args) throws ReflectiveOperationException, URISyntaxException {
    print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  static void print(PrintStream out) throws ReflectiveOperationException, URISyntaxException {
    out.printf(
        "Foliot on %s %s, %s, Java %s%n",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"));
    ClockTable.print(out);
    Conversions.print(out);
    Class<?> guava = Class.forName("com.google.common.base.Strings");
    FloatCheck.print(out, jarOf(guava), jarOf(Duration.class));
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
