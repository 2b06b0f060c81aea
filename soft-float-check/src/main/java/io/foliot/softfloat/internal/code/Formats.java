package io.foliot.softfloat.internal.code;

import java.util.Set;

/** Calls that use floating point although their types do not show it. */
final class Formats {
  /** Names of methods that interpret a format string. */
  static final Set<String> METHODS = Set.of("format", "printf", "formatted");

  private static final Set<String> CLASSES =
      Set.of(
          "java/lang/String",
          "java/io/PrintStream",
          "java/io/PrintWriter",
          "java/io/Console",
          "java/util/Formatter");

  private Formats() {}

  /** The first conversion of a float in a format string, such as {@code %.2f}, or null. */
  static String floatConversion(String text) {
    int percent = text.indexOf('%');
    while (percent >= 0) {
      int at = percent + 1;
      while (at < text.length() && "-#+ 0,(.$<123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at < text.length() && "aAeEfFgG".indexOf(text.charAt(at)) >= 0) {
        return text.substring(percent, at + 1);
      }
      // After %% the search goes on behind both.
      int next = at < text.length() && text.charAt(at) == '%' ? at + 1 : percent + 1;
      percent = text.indexOf('%', next);
    }
    return null;
  }

  /** Whether a method interprets a format string. */
  static boolean isFormatting(String owner, String name) {
    return METHODS.contains(name) && CLASSES.contains(owner);
  }

  /** Whether a method runs floating point inside. */
  static boolean hidesFloats(String owner, String name) {
    return switch (owner) {
      // Its initialiser and its gaussian numbers are floating point.
      case "java/util/Random" -> name.equals("<init>");
      // Digits are kept and rounded through double.
      case "java/text/DecimalFormat", "java/text/NumberFormat" -> true;
      default -> false;
    };
  }
}
