package io.foliot.softfloat.internal.classfile;

/**
 * Limits for the texts of one class file. A text has up to 65 535 bytes, and a class of one
 * megabyte can refer to it a hundred thousand times. Each object counts for one pass over one
 * class.
 */
public final class ClassText {
  private static final int MAX_SHOWN = 300;
  private static final int MAX_NAME = 4096;
  private static final int MAX_PARAMETERS = 255;
  private static final int MAX_DIMENSIONS = 255;

  /** A hundred times what the largest known class needs. */
  private static final int MAX_TYPES = 256 << 20;

  private int types;

  /** Creates a counter at zero. */
  public ClassText() {}

  /**
   * Shortens text for messages.
   *
   * @param text a part of a message
   * @return the text, or its start followed by an ellipsis
   */
  public static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
  }

  /**
   * Checks the length of a class name.
   *
   * @param name the internal name
   * @return the name
   * @throws TooLargeException if it is too long
   */
  static String className(String name) {
    if (name.length() > MAX_NAME) {
      throw new TooLargeException(
          "class name of " + name.length() + " characters; the limit is " + MAX_NAME);
    }
    return name;
  }

  /**
   * Counts a descriptor or signature.
   *
   * @param type the text, or null
   * @throws TooLargeException if all descriptors and signatures together are too long
   */
  public void count(String type) {
    types += type == null ? 0 : type.length();
    if (types > MAX_TYPES) {
      throw new TooLargeException(
          "damaged class file: type references of more than " + MAX_TYPES + " bytes in total");
    }
  }

  /**
   * Counts the descriptor of a member, and checks the limits of the JVM (JVMS 4.3) and of
   * compilers.
   *
   * @param name the name of the member
   * @param descriptor its descriptor
   * @throws TooLargeException if it exceeds a limit
   */
  public void member(String name, String descriptor) {
    if (name.length() > MAX_NAME) {
      throw new TooLargeException(
          "member name of " + name.length() + " characters; the limit is " + MAX_NAME);
    }
    count(descriptor);
    int at = descriptor.startsWith("(") ? 1 : 0;
    int parameters = 0;
    while (at < descriptor.length() && descriptor.charAt(at) != ')') {
      at = afterType(descriptor, at);
      parameters++;
    }
    if (parameters > MAX_PARAMETERS) {
      throw new TooLargeException(
          "damaged class file: method with "
              + parameters
              + " parameters; the limit is "
              + MAX_PARAMETERS);
    }
    afterType(descriptor, Math.min(at + 1, descriptor.length()));
  }

  /** Skips one type. */
  private static int afterType(String descriptor, int from) {
    int at = from;
    while (at < descriptor.length() && descriptor.charAt(at) == '[') {
      at++;
    }
    if (at - from > MAX_DIMENSIONS) {
      throw new TooLargeException(
          "damaged class file: array of "
              + (at - from)
              + " dimensions; the limit is "
              + MAX_DIMENSIONS);
    }
    if (at < descriptor.length() && descriptor.charAt(at) == 'L') {
      int end = descriptor.indexOf(';', at);
      at = end < 0 ? descriptor.length() : end;
    }
    return at + 1;
  }
}
