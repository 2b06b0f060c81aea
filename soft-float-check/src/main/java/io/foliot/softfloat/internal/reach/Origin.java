package io.foliot.softfloat.internal.reach;

/** Where a class comes from. */
enum Origin {
  /** An input. */
  CHECKED,
  /** An input that is a module of the running JDK. */
  CHECKED_JDK,
  /** The class path. */
  LIBRARY,
  /** The JDK that runs the program. */
  JDK;

  boolean isChecked() {
    return this == CHECKED || this == CHECKED_JDK;
  }

  boolean isJdk() {
    return this == JDK || this == CHECKED_JDK;
  }
}
