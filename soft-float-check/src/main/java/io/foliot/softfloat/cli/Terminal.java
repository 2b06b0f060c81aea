package io.foliot.softfloat.cli;

import io.foliot.softfloat.Progress;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the command may do on a terminal and nowhere else: colours, and a line that tells how far a
 * long run is.
 */
final class Terminal {
  /** No terminal: a file, a pipe or another program. */
  static final Terminal NONE = new Terminal(false, false);

  private static final long FIRST_MILLIS = 400;
  private static final long EVERY_MILLIS = 100;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final boolean progress;
  private final boolean colours;
  private volatile boolean shown;

  private Terminal(boolean progress, boolean colours) {
    this.progress = progress;
    this.colours = colours;
  }

  /** The terminal of this process; NO_COLOR (https://no-color.org) and TERM=dumb are honoured. */
  static Terminal ofProcess() {
    boolean out = isTerminal(1);
    boolean err = isTerminal(2);
    // The environment only if it matters: the first look into it takes a while.
    if ((!out && !err) || "dumb".equals(System.getenv("TERM"))) {
      return NONE;
    }
    String plain = System.getenv("NO_COLOR");
    return new Terminal(err, out && (plain == null || plain.isEmpty()));
  }

  boolean colours() {
    return colours;
  }

  /** Shows progress on a line of its own; {@link #done} takes it away. */
  Progress progress(PrintWriter err) {
    if (!progress) {
      return Progress.NONE;
    }
    AtomicLong next = new AtomicLong(System.nanoTime() / 1_000_000 + FIRST_MILLIS);
    return (done, total) -> {
      long now = System.nanoTime() / 1_000_000;
      long due = next.get();
      if (now - due >= 0 && next.compareAndSet(due, now + EVERY_MILLIS)) {
        err.print(CLEAR_LINE + done + " of " + total + " class files");
        err.flush();
        shown = true;
      }
    };
  }

  void done(PrintWriter err) {
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
