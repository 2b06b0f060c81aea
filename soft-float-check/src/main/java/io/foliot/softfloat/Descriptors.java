package io.foliot.softfloat;

/** JVM descriptors as a person reads them. */
final class Descriptors {
  /** Names from hostile class files can be a thousand times longer than any that a person reads. */
  private static final int MAX_LENGTH = 4000;

  private Descriptors() {}

  /** The parameter list of a method descriptor, such as {@code (int, java.lang.String[])}. */
  static String parameters(String descriptor) {
    int end = descriptor.lastIndexOf(')');
    if (!descriptor.startsWith("(") || end < 0) {
      return "(" + descriptor + ")";
    }
    StringBuilder text = new StringBuilder("(");
    int at = 1;
    while (at < end) {
      if (at > 1) {
        text.append(", ");
      }
      if (text.length() > MAX_LENGTH) {
        return text.append("\u2026)").toString();
      }
      at = type(descriptor, at, end, text);
    }
    return text.append(')').toString();
  }

  /** Appends the type that starts at {@code at} and returns the index after it. */
  private static int type(String descriptor, int at, int end, StringBuilder text) {
    int dimensions = 0;
    int next = at;
    while (next < end && descriptor.charAt(next) == '[') {
      dimensions++;
      next++;
    }
    if (next < end && descriptor.charAt(next) == 'L') {
      int semicolon = descriptor.indexOf(';', next);
      int stop = semicolon < 0 || semicolon > end ? end : semicolon;
      text.append(descriptor.substring(next + 1, stop).replace('/', '.'));
      next = stop + 1;
    } else if (next < end) {
      text.append(primitive(descriptor.charAt(next)));
      next++;
    }
    text.append("[]".repeat(Math.min(dimensions, 255)));
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
