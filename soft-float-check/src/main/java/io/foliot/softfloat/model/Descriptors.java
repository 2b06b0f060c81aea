package io.foliot.softfloat.model;

/** Displays JVM descriptors as Java types. */
final class Descriptors {
  /** Bounds the length: descriptors in hostile class files can be arbitrarily long. */
  private static final int MAX_LENGTH = 4000;

  private Descriptors() {}

  /** Appends the parameters of a method descriptor, such as {@code (int, java.lang.String[])}. */
  static void appendParameters(String descriptor, StringBuilder text) {
    int start = text.length();
    text.append('(');
    int end = descriptor.lastIndexOf(')');
    if (!descriptor.startsWith("(") || end < 0) {
      text.append(descriptor);
    } else {
      int at = 1;
      while (at < end) {
        if (at > 1) {
          text.append(", ");
        }
        if (text.length() - start > MAX_LENGTH) {
          text.append('\u2026');
          break;
        }
        at = type(descriptor, at, end, text);
      }
    }
    text.append(')');
  }

  /** Appends the type that starts at {@code at} and returns the index after it. */
  private static int type(String descriptor, int at, int end, StringBuilder text) {
    int next = at;
    while (next < end && descriptor.charAt(next) == '[') {
      next++;
    }
    int dimensions = next - at;
    if (next < end && descriptor.charAt(next) == 'L') {
      int semicolon = descriptor.indexOf(';', next);
      int stop = semicolon < 0 || semicolon > end ? end : semicolon;
      int start = text.length();
      text.append(descriptor, next + 1, stop);
      for (int i = start; i < text.length(); i++) {
        if (text.charAt(i) == '/') {
          text.setCharAt(i, '.');
        }
      }
      next = stop + 1;
    } else if (next < end) {
      text.append(primitive(descriptor.charAt(next)));
      next++;
    }
    for (int i = 0; i < Math.min(dimensions, 255); i++) {
      text.append("[]");
    }
    return next;
  }

  private static String primitive(char code) {
    return switch (code) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'V' -> "void";
      case 'Z' -> "boolean";
      default -> String.valueOf(code);
    };
  }
}
