package io.foliot.duration;

/**
 * Escapes text from outside for error messages, so that it cannot end a line, move the cursor or
 * pass for something else. Every message of Foliot that quotes its input uses this class.
 *
 * <p>Thread safety: stateless.
 */
public final class VisibleText {
  private static final int MAX_LENGTH = 64;

  private VisibleText() {}

  /**
   * {@return the first 64 characters, escaped, and {@code ...} if there are more} Printable ASCII
   * and the micro sign stay; every other {@code char} becomes a backslash, {@code u} and four
   * hexadecimal digits.
   *
   * @param text any text
   */
  public static String of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /**
   * {@return the whole text, escaped as by {@link #of(CharSequence)}}
   *
   * @param text any text
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
    for (int i = start; i < end && i < start + MAX_LENGTH; i++) {
      append(shown, text.charAt(i));
    }
    return end - start > MAX_LENGTH ? shown.append("...").toString() : shown.toString();
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
