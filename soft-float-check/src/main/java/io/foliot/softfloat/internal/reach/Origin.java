package io.foliot.softfloat.internal.reach;

/** Whose code a class is. */
enum Origin {
  /** Of an input. */
  CHECKED,
  /** Of an input that is a module of the JDK. */
  CHECKED_JDK,
  /** Of the class path. */
  LIBRARY,
  /** Of the JDK that runs the program. */
  JDK;

  boolean isChecked() {
    return this == CHECKED || this == CHECKED_JDK;
  }

  boolean isJdk() {
    return this == JDK || this == CHECKED_JDK;
  }
}
