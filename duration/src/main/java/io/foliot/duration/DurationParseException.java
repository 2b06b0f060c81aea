package io.foliot.duration;

/**
 * Text was refused as a duration. The message says what was read, where it went wrong, what was
 * found there and what was expected.
 */
public final class DurationParseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 64;

  /** Where reading stopped. */
  private final int index;

  DurationParseException(CharSequence text, int index, String problem) {
    super("cannot read \"" + shown(text) + "\" as a duration: at index " + index + ", " + problem);
    this.index = index;
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

  private static String shown(CharSequence text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      appendVisible(shown, text.charAt(i));
    }
    return text.length() > SHOWN ? shown.append("...").toString() : shown.toString();
  }

  /** Controls, and what could be mistaken for something else, are shown by their number. */
  static void appendVisible(StringBuilder target, char c) {
    if ((c >= ' ' && c < 0x7F) || c == '\u00B5') {
      target.append(c);
      return;
    }
    target.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      target.append("0123456789ABCDEF".charAt((c >> shift) & 0xF));
    }
  }
}
