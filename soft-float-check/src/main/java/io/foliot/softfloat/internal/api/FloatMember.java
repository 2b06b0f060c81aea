package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.model.MemberKind;
import java.util.List;

/**
 * An element of a class whose declaration mentions floating point.
 *
 * @param kind its kind
 * @param access its access flags
 * @param name its name, or empty for the class
 * @param descriptor its descriptor, or empty for the class
 * @param line the first line of its code, or 0
 * @param mentions the mentions, at most one per rule
 */
record FloatMember(
    MemberKind kind, int access, String name, String descriptor, int line, List<Mention> mentions) {
  FloatMember withLine(int first) {
    return new FloatMember(kind, access, name, descriptor, first, mentions);
  }

  /** Whether subclasses inherit the member; static methods of interfaces are not inherited. */
  boolean isInherited(boolean fromInterface) {
    return switch (kind) {
      case FIELD -> true;
      case METHOD -> !name.startsWith("<") && !(fromInterface && (access & Access.STATIC) != 0);
      case CLASS, COMPONENT -> false;
    };
  }
}
