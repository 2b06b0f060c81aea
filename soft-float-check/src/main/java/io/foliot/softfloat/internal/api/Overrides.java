package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.model.MemberKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members that a class and its hidden supertypes declare, by name and parameters. */
final class Overrides {
  private final Hierarchy hierarchy;
  private final List<ApiClass> classes;
  private final Set<String> declared = new HashSet<>();
  private int read;

  /**
   * Creates an object that reads members when needed, because most classes inherit no floating
   * point.
   *
   * @param hierarchy reads classes
   * @param classes the class and its hidden supertypes, a list that may grow
   */
  Overrides(Hierarchy hierarchy, List<ApiClass> classes) {
    this.hierarchy = hierarchy;
    this.classes = classes;
  }

  /** Whether one of the classes overrides or hides a member of a supertype. */
  boolean replace(FloatMember member) {
    while (read < classes.size()) {
      for (Declared each : hierarchy.declaredBy(classes.get(read))) {
        declared.add(key(each.isMethod(), each.name(), each.descriptor()));
      }
      read++;
    }
    return declared.contains(
        key(member.kind() == MemberKind.METHOD, member.name(), member.descriptor()));
  }

  private static String key(boolean method, String name, String descriptor) {
    return method
        ? name + ' ' + descriptor.substring(0, descriptor.lastIndexOf(')') + 1)
        : name + ' ';
  }
}
