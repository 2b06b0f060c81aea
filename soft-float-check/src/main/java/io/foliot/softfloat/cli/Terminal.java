package io.foliot.softfloat.cli;

import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Progress;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Standard output and standard error of a command. On a terminal, and only there, they have colors
 * and a progress line.
 */
final class Terminal {
  private static final long FIRST_MILLIS = 400;
  private static final long EVERY_MILLIS = 100;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colors;
  private final boolean progress;
  private volatile boolean shown;

  private Terminal(PrintWriter out, PrintWriter err, boolean colors, boolean progress) {
    this.out = out;
    this.err = err;
    this.colors = colors;
    this.progress = progress;
  }

  /** Output to files, pipes or another program. */
  static Terminal none(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, false, false);
  }

  /** The terminal of this process; honors NO_COLOR (https://no-color.org) and TERM=dumb. */
  static Terminal ofProcess(PrintWriter out, PrintWriter err) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return none(out, err);
    }
    String plain = System.getenv("NO_COLOR");
    boolean colors = plain == null || plain.isEmpty();
    return new Terminal(out, err, colors && isTerminal(1), isTerminal(2));
  }

  PrintWriter out() {
    return out;
  }

  boolean colors() {
    return colors;
  }

  /** Writes a line to standard output, with a line feed on all systems. */
  void println(String line) {
    out.append(line).append('\n');
  }

  /** Writes an error message to standard error, as one line of printable characters. */
  void complain(String message) {
    err.append("soft-float-check: ").append(PrintableText.of(message)).append('\n').flush();
  }

  /** Shows progress on a line that {@link #progressEnded} clears. */
  Progress progress() {
    if (!progress) {
      return Progress.NONE;
    }
    AtomicLong next = new AtomicLong(System.nanoTime() / 1_000_000 + FIRST_MILLIS);
    return (done, total) -> {
      long now = System.nanoTime() / 1_000_000;
      long due = next.get();
      if (now - due >= 0 && next.compareAndSet(due, now + EVERY_MILLIS)) {
        err.print(CLEAR_LINE + done + " of " + total);
        err.flush();
        shown = true;
      }
    };
  }

  void progressEnded() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
      shown = false;
    }
  }

  /** Tells whether a file descriptor of this process is a terminal. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return hasConsole();
    }
  }

  /** For systems without /proc; slow since Java 22, where it starts a line editor. */
  @SuppressWarnings("SystemConsoleNull") // Up to Java 21, null means that there is no terminal.
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console even without a terminal.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
