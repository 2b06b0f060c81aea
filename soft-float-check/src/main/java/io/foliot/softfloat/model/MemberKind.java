package io.foliot.softfloat.model;

/** What part of a class a finding is about. */
public enum MemberKind {
  /** The class itself. */
  CLASS,
  /** A field. */
  FIELD,
  /** A method, a constructor or a static initialiser. */
  METHOD,
  /** A component of a record. */
  COMPONENT
}
