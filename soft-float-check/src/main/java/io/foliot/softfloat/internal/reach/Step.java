package io.foliot.softfloat.internal.reach;

/**
 * Something that a method body does and that can lead to other code.
 *
 * @param kind what it does
 * @param owner internal name of the class that it names
 * @param name name of the method, or empty
 * @param descriptor descriptor of the method, or empty
 * @param key name and descriptor
 */
record Step(Kind kind, String owner, String name, String descriptor, String key) {
  /** What a step does. */
  enum Kind {
    /** Calls exactly one method: static, private, constructor or super call. */
    CALL,
    /** Calls whatever overrides the method. */
    VIRTUAL,
    /** Creates an object of the class. */
    NEW,
    /** Makes the class initialise. */
    INITIALIZE,
    /** Does something that cannot be followed; the name says what. */
    UNKNOWN
  }

  Step(Kind kind, String owner, String name, String descriptor) {
    this(kind, owner, name, descriptor, name + descriptor);
  }

  static Step of(Kind kind, String owner) {
    return new Step(kind, owner, "", "");
  }
}
