package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.classfile.Access;
import java.util.ArrayList;
import java.util.List;

/** A method of the program, with what its body does. */
final class CodeMethod {
  private static final int ABSTRACT = 0x0400;

  final CodeClass owner;
  final String name;
  final String descriptor;
  final int access;
  final List<Step> steps = new ArrayList<>();

  /** First line of the body, or 0. */
  int line;

  /** The first use of floating point in the body, or null. */
  String floatUse;

  CodeMethod(CodeClass owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  boolean isAbstract() {
    return (access & ABSTRACT) != 0;
  }

  boolean isStatic() {
    return (access & Access.STATIC) != 0;
  }

  boolean isNative() {
    return (access & Access.NATIVE) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  void use(String what) {
    if (floatUse == null) {
      floatUse = what;
    }
  }
}
