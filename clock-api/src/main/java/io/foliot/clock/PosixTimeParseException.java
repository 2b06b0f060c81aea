package io.foliot.clock;

/**
 * Text was refused as a point in time. The message says what was read, where it went wrong, what
 * was found there and what was expected.
 */
public final class PosixTimeParseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Where in the text. */
  private final int index;

  PosixTimeParseException(String message, int index) {
    super(message);
    this.index = index;
  }

  /**
   * Where the trouble is.
   *
   * @return index of the first character that does not fit, or the length of the text if it ends
   *     too early
   */
  public int index() {
    return index;
  }
}
