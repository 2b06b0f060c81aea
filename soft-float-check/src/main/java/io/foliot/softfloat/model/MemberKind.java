package io.foliot.softfloat.model;

/** The kind of element that a finding is about. */
public enum MemberKind {
  /** The class itself. */
  CLASS,
  /** A field. */
  FIELD,
  /** A method, constructor or static initializer. */
  METHOD,
  /** A component of a record. */
  COMPONENT
}
