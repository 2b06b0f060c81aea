package io.foliot.softfloat.internal.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The format elements of a pattern of {@code java.text.MessageFormat}. */
final class MessagePattern {
  private final List<String> elements = new ArrayList<>();

  /** Reads a pattern; one that is not valid has the elements up to the mistake. */
  MessagePattern(String pattern) {
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        start = depth == 0 ? at : start;
        depth++;
      } else if (!quoted && c == '}' && depth > 0) {
        depth--;
        if (depth == 0) {
          elements.add(pattern.substring(start, at + 1));
        }
      }
    }
  }

  /** The first element of a type, such as {@code {0,number,#.##}} for {@code number}, or null. */
  String elementOfType(String type) {
    for (String element : elements) {
      if (typeOf(element).equals(type)) {
        return element;
      }
    }
    return null;
  }

  /** The first element that takes whatever it is given, such as {@code {0}}, or null. */
  String untypedElement() {
    return elementOfType("");
  }

  private static String typeOf(String element) {
    String[] parts = element.substring(1, element.length() - 1).split(",", 3);
    return parts.length < 2 ? "" : parts[1].strip().toLowerCase(Locale.ROOT);
  }
}
