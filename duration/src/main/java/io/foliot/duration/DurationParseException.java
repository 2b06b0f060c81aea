package io.foliot.duration;

/**
 * Thrown if a text is not a duration. The message quotes the text and gives the index of the error,
 * what was found there and what was expected, or what to write instead.
 */
public final class DurationParseException extends IllegalArgumentException {
  /** For {@code found}: the message does not quote the text at the index. */
  private static final int NOT_QUOTED = -1;

  private static final long serialVersionUID = 1L;

  /** The index of the error. */
  private final int index;

  /** The number of characters to quote; 0 for the end of the text. */
  private final int found;

  /** What was expected, or what to write. */
  private final String problem;

  DurationParseException(CharSequence text, int index, String problem) {
    this(text, index, NOT_QUOTED, problem);
  }

  DurationParseException(CharSequence text, int index, int found, String problem) {
    super(
        "cannot read \""
            + VisibleText.of(text)
            + "\" as a duration: at index "
            + index
            + ", "
            + found(text, index, found)
            + problem);
    this.index = index;
    this.found = found;
    this.problem = problem;
  }

  /** {@return the same exception for the text that the parsed text is a part or a copy of} */
  DurationParseException in(CharSequence text, int offset) {
    DurationParseException e = new DurationParseException(text, index + offset, found, problem);
    e.setStackTrace(getStackTrace());
    return e;
  }

  /**
   * {@return the index of the first invalid {@code char}; the length of the text if it ends too
   * early}
   */
  public int index() {
    return index;
  }

  private static String found(CharSequence text, int index, int found) {
    if (found == NOT_QUOTED) {
      return "";
    }
    return found == 0
        ? "found the end, "
        : "found '" + VisibleText.of(text, index, index + found) + "', ";
  }
}
