package io.foliot.softfloat.model;

import java.util.Objects;

/**
 * An input that could not be checked. A report with a problem is never clean, because the unread
 * part may contain floating point.
 *
 * @param input the file, or the archive and the entry in it
 * @param message what is wrong with it and what was expected, in one line
 */
public record Problem(String input, String message) implements Comparable<Problem> {
  /** Both parts are required. */
  public Problem {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(message, "message");
  }

  /** Orders by input, then by message. */
  @Override
  public int compareTo(Problem other) {
    int order = input.compareTo(other.input);
    return order != 0 ? order : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return PrintableText.of(input + ": " + message);
  }
}
