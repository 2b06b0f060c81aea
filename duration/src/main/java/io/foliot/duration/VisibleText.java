package io.foliot.duration;

/**
 * Text from outside as an error message may quote it: nothing in it ends the line, moves the cursor
 * or looks like something else. Every message of this suite that quotes what it was given does so
 * through this class.
 *
 * <p>Thread safety: there is no state.
 */
public final class VisibleText {
  private static final int SHOWN = 64;

  private VisibleText() {}

  /**
   * A text as it may be quoted. Printable ASCII and the micro sign stand for themselves; every
   * other {@code char} is shown as a backslash, {@code u} and four hexadecimal digits.
   *
   * @param text any text
   * @return its first 64 characters, and {@code ...} if there are more
   */
  public static String of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /**
   * A text as it may be quoted, as {@link #of(CharSequence)}, but all of it: for reasons and names
   * that are mostly our own.
   *
   * @param text any text
   * @return the text on one line
   */
  public static String whole(CharSequence text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      append(shown, text.charAt(i));
    }
    return shown.toString();
  }

  static String of(CharSequence text, int start, int end) {
    StringBuilder shown = new StringBuilder();
    for (int i = start; i < end && i < start + SHOWN; i++) {
      append(shown, text.charAt(i));
    }
    return end - start > SHOWN ? shown.append("...").toString() : shown.toString();
  }

  private static void append(StringBuilder target, char c) {
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
