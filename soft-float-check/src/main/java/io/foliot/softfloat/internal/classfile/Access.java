package io.foliot.softfloat.internal.classfile;

/** Access flags of class files (JVMS tables 4.1-B, 4.5-A, 4.6-A and 4.7.6-A). */
public final class Access {
  /** Visible everywhere. */
  public static final int PUBLIC = 0x0001;

  /** Visible in its class only. */
  public static final int PRIVATE = 0x0002;

  /** Visible in its package and to subclasses. */
  public static final int PROTECTED = 0x0004;

  /** Belongs to the class. */
  public static final int STATIC = 0x0008;

  /** Has no subclasses, or no overriding methods. */
  public static final int FINAL = 0x0010;

  /** A method that the compiler made up to bridge erased types. */
  public static final int BRIDGE = 0x0040;

  /** Has no body here. */
  public static final int NATIVE = 0x0100;

  /** An interface. */
  public static final int INTERFACE = 0x0200;

  /** A method without a body, or a class with such methods. */
  public static final int ABSTRACT = 0x0400;

  /** Made up by the compiler. */
  public static final int SYNTHETIC = 0x1000;

  /** An annotation interface. */
  public static final int ANNOTATION = 0x2000;

  /** An enum class. */
  public static final int ENUM = 0x4000;

  /** A module descriptor. */
  public static final int MODULE = 0x8000;

  private Access() {}

  /**
   * Whether code outside the package can see the element, apart from the class around it.
   *
   * @param access flags
   * @return true for public and protected
   */
  public static boolean isVisible(int access) {
    return (access & (PUBLIC | PROTECTED)) != 0;
  }

  /**
   * The same flags for an element that code outside the package cannot see.
   *
   * @param access flags
   * @return flags that are neither public nor protected
   */
  public static int hidden(int access) {
    return access & ~(PUBLIC | PROTECTED);
  }

  /**
   * Whether the compiler made the element up.
   *
   * @param access flags
   * @return true for synthetic elements; bridge methods are among them
   */
  public static boolean isSynthetic(int access) {
    return (access & SYNTHETIC) != 0;
  }
}
