package io.foliot.softfloat.internal.reach;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** A method. */
final class CodeMethod {
  /** The number of instructions, including labels, up to which a body is small. */
  private static final int SMALL = 40;

  final CodeClass owner;
  final String name;
  final String descriptor;
  final int access;

  /** The body, if it is small. */
  private MethodNode small;

  private Boolean isSmall;
  private boolean isDamaged;

  CodeMethod(CodeClass owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  String key() {
    return name + descriptor;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isNative() {
    return (access & Opcodes.ACC_NATIVE) != 0;
  }

  boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }

  boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  boolean isBridge() {
    return (access & Opcodes.ACC_BRIDGE) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  boolean isInitializer() {
    return name.equals("<clinit>");
  }

  /** Reads the body; it is empty if it {@link #isDamaged}. */
  MethodNode body() {
    if (small != null) {
      return small;
    }
    MethodNode node = empty();
    try {
      read(node);
    } catch (RuntimeException e) {
      isDamaged = true;
      node = empty();
    }
    isSmall = node.instructions.size() <= SMALL;
    if (isSmall) {
      small = node;
    }
    return node;
  }

  /** Whether the body could not be read. */
  boolean isDamaged() {
    return isDamaged;
  }

  private MethodNode empty() {
    return new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
  }

  private void read(MethodNode node) {
    owner.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int visited, String other, String type, String signature, String[] exceptions) {
            return other.equals(name) && type.equals(descriptor) ? node : null;
          }
        });
  }

  /**
   * Whether to follow each call separately: the method is short, cannot be overridden, and its
   * behavior depends on its arguments.
   */
  boolean isForwarder() {
    boolean isText =
        owner.name.equals("java/lang/StringBuilder") || owner.name.equals("java/lang/StringBuffer");
    if ((!isStatic() && !isText) || isConstructor() || isNative() || isInitializer()) {
      return false;
    }
    boolean hasReference = false;
    for (Type each : Type.getArgumentTypes(descriptor)) {
      hasReference |= Types.isReference(each) && !each.getDescriptor().equals("Ljava/lang/String;");
    }
    if (!hasReference) {
      return false;
    }
    if (isSmall == null) {
      body();
    }
    return isSmall;
  }

  /** The first line of the body, or 0. */
  int line() {
    if (isAbstract() || isNative()) {
      return 0;
    }
    for (AbstractInsnNode each : body().instructions) {
      if (each instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return owner.name + "." + name + descriptor;
  }
}
