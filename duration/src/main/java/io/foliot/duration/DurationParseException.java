package io.foliot.duration;

/**
 * Text was refused as a duration. The message says what was read, where it went wrong, what was
 * found there and what was expected or is to be done.
 */
public final class DurationParseException extends IllegalArgumentException {
  /** For {@code found}: the problem is not what stands at the index. */
  static final int NOTHING = -1;

  private static final long serialVersionUID = 1L;

  /** Where reading stopped. */
  private final int index;

  /** How many characters there are the problem; 0 if it is the end of the text. */
  private final int found;

  /** What was expected, or what to do. */
  private final String problem;

  DurationParseException(CharSequence text, int index, String problem) {
    this(text, index, NOTHING, problem);
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

  /** The same refusal where what was read is a part of a longer text, or a rewritten one. */
  DurationParseException in(CharSequence text, int shift) {
    DurationParseException same = new DurationParseException(text, index + shift, found, problem);
    same.setStackTrace(getStackTrace());
    return same;
  }

  /**
   * Where the text went wrong.
   *
   * @return the index of the first offending {@code char}, from 0 to the length of the text; the
   *     length means that the text ended too early
   */
  public int index() {
    return index;
  }

  private static String found(CharSequence text, int index, int found) {
    if (found == NOTHING) {
      return "";
    }
    return found == 0
        ? "found the end, "
        : "found '" + VisibleText.of(text, index, index + found) + "', ";
  }
}
