package io.foliot.softfloat.internal.code;

import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls that use floating point although their types do not show it, and the formats they take. */
final class Formats {
  private static final String MESSAGE_FORMAT = "java/text/MessageFormat";

  /** What the constant pool of a class holds, at the end of a text, if it makes such a call. */
  static final Set<String> HINTS =
      Set.of("format", "printf", "formatted", "readLine", "readPassword", MESSAGE_FORMAT);

  /** What {@code printf} and {@code format} return, in these classes and in their subclasses. */
  private static final Set<String> STREAMS =
      Set.of("Ljava/io/PrintStream;", "Ljava/io/PrintWriter;");

  private Formats() {}

  /** Whether a call interprets a format string. */
  static boolean isFormatting(MethodInsnNode call) {
    return isFormatting(call.owner, call.name, call.desc);
  }

  static boolean isFormatting(String owner, String name, String descriptor) {
    boolean takesFormat = descriptor.contains("Ljava/lang/String;[Ljava/lang/Object;)");
    return switch (owner) {
      case "java/lang/String" -> takesFormat || name.equals("formatted");
      case "java/util/Formatter", "java/io/Console" -> takesFormat;
      case MESSAGE_FORMAT ->
          takesFormat
              || (descriptor.startsWith("(Ljava/lang/String;")
                  && (name.equals("<init>") || name.equals("applyPattern")));
      default ->
          takesFormat
              && (name.equals("printf") || name.equals("format"))
              && STREAMS.contains(Type.getReturnType(descriptor).getDescriptor());
    };
  }

  /** Whether the format of a call is one of {@code java.text.MessageFormat}. */
  static boolean isMessage(MethodInsnNode call) {
    return call.owner.equals(MESSAGE_FORMAT);
  }

  /** Where the format is, counted from the last argument: 0 for that one. */
  static int depthOfFormat(MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    if (call.name.equals("formatted")) {
      return arguments.length;
    }
    int index = 0;
    while (!arguments[index].getClassName().equals("java.lang.String")) {
      index++;
    }
    return arguments.length - 1 - index;
  }

  /** The first conversion of a float in a {@code printf} format, such as {@code %.2f}, or null. */
  static String floatConversion(String format) {
    int percent = format.indexOf('%');
    while (percent >= 0) {
      int at = percent + 1;
      while (at < format.length() && "-#+ 0,(.$<123456789".indexOf(format.charAt(at)) >= 0) {
        at++;
      }
      if (at < format.length() && "aAeEfFgG".indexOf(format.charAt(at)) >= 0) {
        return format.substring(percent, at + 1);
      }
      // After %% the search goes on behind both.
      int next = at < format.length() && format.charAt(at) == '%' ? at + 1 : percent + 1;
      percent = format.indexOf('%', next);
    }
    return null;
  }

  /** Whether a method runs floating point inside. */
  static boolean hidesFloats(String owner, String name) {
    return switch (owner) {
      // Its initialiser and its gaussian numbers are floating point.
      case "java/util/Random" -> name.equals("<init>");
      // Digits are kept and rounded through double; choices are made between doubles.
      case "java/text/DecimalFormat",
          "java/text/CompactNumberFormat",
          "java/text/NumberFormat",
          "java/text/ChoiceFormat" ->
          true;
      default -> false;
    };
  }
}
