package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.classfile.Access;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A class of the program, with its methods. */
final class CodeClass {
  final String name;
  final String superName;
  final List<String> interfaces;
  final int access;

  /** Whether it is one of the checked classes, and not of a library or the JDK. */
  final boolean checked;

  /** Whether it belongs to the JDK. */
  final boolean platform;

  /** Methods by name and descriptor. */
  final Map<String, CodeMethod> methods = new LinkedHashMap<>();

  /** What was looked up and is not declared here; null for what is nowhere. */
  final Map<String, CodeMethod> inherited = new HashMap<>();

  /** Types of the fields, as internal names. */
  final Set<String> fieldTypes = new LinkedHashSet<>();

  CodeClass(
      String name,
      String superName,
      List<String> interfaces,
      int access,
      boolean checked,
      boolean platform) {
    this.name = name;
    this.superName = superName;
    this.interfaces = interfaces;
    this.access = access;
    this.checked = checked;
    this.platform = platform;
  }

  boolean isInterface() {
    return (access & Access.INTERFACE) != 0;
  }
}
