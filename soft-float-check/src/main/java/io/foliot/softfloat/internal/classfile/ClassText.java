package io.foliot.softfloat.internal.classfile;

/**
 * Bounds for what one class file makes us read. A text has up to 65 535 bytes, and a class of one
 * megabyte can refer to it a hundred thousand times. One object serves one reading of one class.
 */
public final class ClassText {
  private static final int MAX_SHOWN = 300;
  private static final int MAX_NAME = 4096;
  private static final int MAX_PARAMETERS = 255;
  private static final int MAX_DIMENSIONS = 255;

  /** The largest class that we know takes a hundredth of this. */
  private static final int MAX_TYPES = 256 << 20;

  private int types;

  /** Nothing is counted yet. */
  public ClassText() {}

  /**
   * Cuts what no person would read to its end.
   *
   * @param text a part of a message
   * @return the text, or how it begins
   */
  public static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
  }

  /**
   * Refuses a name of a class that nobody gives to a class.
   *
   * @param name the internal name
   * @return the name
   * @throws TooLargeException if it is too long
   */
  static String className(String name) {
    if (name.length() > MAX_NAME) {
      throw new TooLargeException(
          "a class whose name has "
              + name.length()
              + " characters; at most "
              + MAX_NAME
              + " are read");
    }
    return name;
  }

  /**
   * Counts a descriptor or signature that is going to be read.
   *
   * @param type the text; null counts nothing
   * @throws TooLargeException if all of them together are too much
   */
  public void count(String type) {
    types += type == null ? 0 : type.length();
    if (types > MAX_TYPES) {
      throw new TooLargeException(
          "damaged class file: it refers to types of more than " + MAX_TYPES + " bytes in all");
    }
  }

  /**
   * Counts the descriptor of a member, and refuses what no JVM would load (JVMS 4.3) or no compiler
   * writes.
   *
   * @param name name of the member
   * @param descriptor its descriptor
   * @throws TooLargeException if one of them is too large
   */
  public void member(String name, String descriptor) {
    if (name.length() > MAX_NAME) {
      throw new TooLargeException(
          "a member whose name has "
              + name.length()
              + " characters; at most "
              + MAX_NAME
              + " are read");
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
          "damaged class file: a method with "
              + parameters
              + " parameters; a JVM allows "
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
          "damaged class file: an array of "
              + (at - from)
              + " dimensions; a JVM allows "
              + MAX_DIMENSIONS);
    }
    if (at < descriptor.length() && descriptor.charAt(at) == 'L') {
      int end = descriptor.indexOf(';', at);
      at = end < 0 ? descriptor.length() : end;
    }
    return at + 1;
  }
}
