package io.foliot.duration;

/** Functions on text that look at ASCII only, and so do the same in every locale. */
final class AsciiText {
  private AsciiText() {}

  /** {@return a part of a text as a string} */
  static String copy(CharSequence text, int start, int end) {
    return copy(text, start, end, false);
  }

  /** {@return a part of a text as a string, the letters A to Z in lower case} */
  static String lowerCase(CharSequence text, int start, int end) {
    return copy(text, start, end, true);
  }

  static String lowerCase(String text) {
    return copy(text, 0, text.length(), true);
  }

  // By characters, because subSequence and toString are virtual calls that may reach anything.
  private static String copy(CharSequence text, int start, int end, boolean lowerCase) {
    char[] copy = new char[end - start];
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      copy[i - start] = lowerCase && isUpperCase(c) ? (char) (c | ' ') : c;
    }
    return new String(copy);
  }

  static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isUpperCase(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
