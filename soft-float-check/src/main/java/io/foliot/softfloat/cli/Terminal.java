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
 * Standard output and standard error of a command. Where they are a terminal, and nowhere else,
 * there are colours, and a line that tells how far a long run is.
 */
final class Terminal {
  private static final long FIRST_MILLIS = 400;
  private static final long EVERY_MILLIS = 100;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colours;
  private final boolean progress;
  private volatile boolean shown;

  private Terminal(PrintWriter out, PrintWriter err, boolean colours, boolean progress) {
    this.out = out;
    this.err = err;
    this.colours = colours;
    this.progress = progress;
  }

  /** No terminal: files, pipes, or the writers of another program. */
  static Terminal none(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, false, false);
  }

  /** The terminal of this process; NO_COLOR (https://no-color.org) and TERM=dumb are honoured. */
  static Terminal ofProcess(PrintWriter out, PrintWriter err) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return none(out, err);
    }
    String plain = System.getenv("NO_COLOR");
    boolean colours = plain == null || plain.isEmpty();
    return new Terminal(out, err, colours && isTerminal(1), isTerminal(2));
  }

  PrintWriter out() {
    return out;
  }

  boolean colours() {
    return colours;
  }

  /** Writes a line to standard output; lines end alike on all systems. */
  void println(String line) {
    out.append(line).append('\n');
  }

  /** Says in one line on standard error what is wrong; names in it may hold controls. */
  void complain(String message) {
    err.append("soft-float-check: ").append(PrintableText.of(message)).append('\n').flush();
  }

  /** Shows progress on a line of its own; {@link #progressEnded} takes it away. */
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

  /** Whether a file descriptor of this process is a terminal. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return hasConsole();
    }
  }

  /** For systems without /proc. From Java 22 on this starts a line editor, which takes time. */
  @SuppressWarnings("SystemConsoleNull") // Up to Java 21 null is how a missing terminal shows.
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console without a terminal as well.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
