package io.foliot.softfloat.internal.reach;

import java.util.Set;

/**
 * What is known of some objects, as an element of the sets that flow through the program.
 *
 * @param id number of this element
 * @param kind what is known
 * @param name internal name of the class, or descriptor of the array; for {@link Kind#CLASS} and
 *     {@link Kind#MEMBER} the class that the object stands for
 * @param supertypes names of everything that it extends or implements, itself included
 * @param lambda for {@link Kind#LAMBDA} what it does, otherwise null
 * @param member for {@link Kind#MEMBER} the name of the method, otherwise empty
 * @param maker for arrays the method that makes them, which tells apart what they hold; or null
 */
record ObjectType(
    int id,
    Kind kind,
    String name,
    Set<String> supertypes,
    Lambda lambda,
    String member,
    Reached maker) {
  /** What is known of an object. */
  enum Kind {
    /** Its class is exactly this one, and the program makes it. */
    MADE,
    /** Code that is not known gave it: it is of the class or of any subclass. */
    GIVEN,
    /** It is any object of the type that the program makes or that it is given. */
    ANY,
    /** An invokedynamic instruction makes it. */
    LAMBDA,
    /** It is a {@code Class} that the program names. */
    CLASS,
    /** It is a method or constructor that was looked up by a name in the program. */
    MEMBER
  }

  boolean isGiven() {
    return kind == Kind.GIVEN;
  }

  boolean isAny() {
    return kind == Kind.ANY;
  }

  /** Whether it stands for objects that the program makes, and not for what is not known. */
  boolean isMade() {
    return kind != Kind.GIVEN && kind != Kind.ANY;
  }

  boolean isArray() {
    return name.startsWith("[") && (kind == Kind.MADE || kind == Kind.GIVEN || kind == Kind.ANY);
  }

  /** Whether it is an array of objects, or of arrays. */
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
