package io.foliot.clock;

/**
 * Thrown for text that is not a time. The message quotes the text and says what was found where and
 * what was expected.
 */
public final class PosixTimeParseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Index of the error in the text. */
  private final int index;

  PosixTimeParseException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** {@return the index of the first wrong character; the length of the text if it is too short} */
  public int index() {
    return index;
  }
}
