package io.foliot.softfloat.model;

import java.util.HexFormat;

/**
 * Escapes text from class files and command lines for reports and messages, so that it cannot end
 * the line, move the cursor or change the writing direction.
 */
public final class PrintableText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PrintableText() {}

  /**
   * Escapes unprintable characters.
   *
   * @param text any text
   * @return the text, with controls, format characters, line and paragraph separators and unpaired
   *     surrogates replaced by a backslash, {@code u} and four hexadecimal digits
   */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (isPrintable(codePoint)) {
        printable.append(text, i, next);
      } else {
        for (int at = i; at < next; at++) {
          printable.append("\\u").append(HEX.toHexDigits(text.charAt(at)));
        }
      }
      i = next;
    }
    return printable.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
