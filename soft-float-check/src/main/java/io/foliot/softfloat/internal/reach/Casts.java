package io.foliot.softfloat.internal.reach;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Values that the program only casts or tests: erased results of generic methods, and parameters of
 * bridges and {@code equals}. The program holds such an object only after the cast, so that what a
 * collection of the JDK may contain does not count as held.
 */
final class Casts {
  private static final Set<Integer> TESTS =
      Set.of(
          Opcodes.CHECKCAST,
          Opcodes.INSTANCEOF,
          Opcodes.IFNULL,
          Opcodes.IFNONNULL,
          Opcodes.IF_ACMPEQ,
          Opcodes.IF_ACMPNE);

  private Casts() {}

  /** Whether an instruction leaves a value that is only cast. */
  static boolean isCast(AbstractInsnNode instruction) {
    AbstractInsnNode next = next(instruction);
    return next != null && next.getOpcode() == Opcodes.CHECKCAST;
  }

  /** Whether a method only casts and tests its parameters. */
  static boolean onlyCastsParameters(CodeMethod method) {
    return method.isBridge()
        || (method.key().equals("equals(Ljava/lang/Object;)Z")
            && !method.isStatic()
            && !method.isAbstract()
            && !method.isNative()
            && onlyTestsArgument(method));
  }

  private static boolean onlyTestsArgument(CodeMethod equals) {
    for (AbstractInsnNode each : equals.body().instructions) {
      boolean isLoad = each instanceof VarInsnNode load && load.var == 1;
      if (isLoad && each.getOpcode() == Opcodes.ALOAD && !isTest(next(each))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTest(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      // The generated method of a record tests and casts.
      return call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods");
    }
    return instruction != null && TESTS.contains(instruction.getOpcode());
  }

  private static AbstractInsnNode next(AbstractInsnNode from) {
    AbstractInsnNode next = from.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }
}
