package io.foliot.examples.driver;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * A test of exceptions on a target: thrown through several frames and past {@code finally}, caught
 * by type, rethrown from a handler, and without a message.
 */
public final class ThrowWork {
  private final Log log;
  private int finished;

  private ThrowWork(Log log) {
    this.log = log;
  }

  /**
   * Runs the test.
   *
   * @param console receives the result, the same on every target
   */
  public static void run(Console console) {
    ThrowWork work = new ThrowWork(new Log(console));
    for (int kind = 0; kind < 6; kind++) {
      work.log.text("throw ").number(kind).text(": ").text(work.caught(kind));
      work.log.text(", finished ").number(work.finished).end();
    }
  }

  private String caught(int kind) {
    try {
      String result = deep(kind, 3);
      return result;
    } catch (ArithmeticException e) {
      return e.getMessage();
    } catch (IllegalArgumentException e) {
      return e.getMessage() == null ? "no message" : e.getMessage();
    }
  }

  private String deep(int kind, int depth) {
    try {
      return depth == 0 ? act(kind) : deep(kind, depth - 1);
    } catch (IllegalStateException e) {
      if (depth < 2) {
        throw e;
      }
      throw new IllegalArgumentException("instead of: " + e.getMessage());
    } finally {
      finished++;
    }
  }

  private String act(int kind) {
    switch (kind) {
      case 0:
        return "nothing thrown";
      case 1:
        Nanos.plus(Nanos.MAX, 1);
        return "not refused";
      case 2:
        Nanos.ofSeconds(-1);
        return "not refused";
      case 3:
        throw new IllegalStateException("state");
      case 4:
        throw new IllegalArgumentException();
      default:
        return Long.toString(Duration.parse("1h 30m").toUnsignedNanos());
    }
  }
}
