package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.model.MemberKind;
import java.util.List;

/**
 * An element of a class that mentions floating point where users of the class can see it.
 *
 * @param kind what it is
 * @param access its access flags
 * @param name its name, or empty for the class
 * @param descriptor its descriptor, or empty for the class
 * @param line first line of its code, or 0
 * @param mentions what it mentions; at most one entry for each rule
 */
record FloatMember(
    MemberKind kind, int access, String name, String descriptor, int line, List<Mention> mentions) {
  FloatMember withLine(int first) {
    return new FloatMember(kind, access, name, descriptor, first, mentions);
  }

  /** Whether a subclass has the member too; static methods of interfaces stay where they are. */
  boolean isInherited(boolean fromInterface) {
    return switch (kind) {
      case FIELD -> true;
      case METHOD -> !name.startsWith("<") && !(fromInterface && (access & Access.STATIC) != 0);
      case CLASS, COMPONENT -> false;
    };
  }
}
