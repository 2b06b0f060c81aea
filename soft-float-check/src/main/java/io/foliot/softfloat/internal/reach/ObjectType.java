package io.foliot.softfloat.internal.reach;

import java.util.Set;

/**
 * A set of objects with the same properties, as an element of type propagation.
 *
 * @param id the number of this element
 * @param kind what is known of the objects
 * @param name the internal name of the class or the descriptor of the array; for {@link Kind#CLASS}
 *     and {@link Kind#MEMBER} the class that the object represents
 * @param supertypes the names of all types that it extends or implements, including its own
 * @param lambda for {@link Kind#LAMBDA} the lambda, otherwise null
 * @param member for {@link Kind#MEMBER} the name of the method, otherwise empty
 * @param maker for arrays the method that creates them, which separates their elements; or null
 */
record ObjectType(
    int id,
    Kind kind,
    String name,
    Set<String> supertypes,
    Lambda lambda,
    String member,
    Reached maker) {
  /** What is known of objects. */
  enum Kind {
    /** The program creates the object, of exactly this class. */
    MADE,
    /** Unknown code provides the object, of this class or any subclass. */
    GIVEN,
    /** Any object of the type, created by the program or provided by unknown code. */
    ANY,
    /** A lambda or method reference. */
    LAMBDA,
    /** A {@code Class} that the program names. */
    CLASS,
    /** A method or constructor that the program looks up by name. */
    MEMBER
  }

  boolean isGiven() {
    return kind == Kind.GIVEN;
  }

  boolean isAny() {
    return kind == Kind.ANY;
  }

  /** Whether the program creates the objects. */
  boolean isMade() {
    return kind != Kind.GIVEN && kind != Kind.ANY;
  }

  boolean isArray() {
    return name.startsWith("[") && (kind == Kind.MADE || kind == Kind.GIVEN || kind == Kind.ANY);
  }

  /** Whether it is an array of objects or arrays. */
  boolean holdsObjects() {
    return isArray() && Types.elementOf(name) != null;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
