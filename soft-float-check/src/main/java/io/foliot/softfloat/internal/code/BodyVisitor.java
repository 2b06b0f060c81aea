package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.model.Rule;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Finds the uses of floating point in one method body. */
final class BodyVisitor extends MethodVisitor {
  private final Hits hits;
  private final List<CodeHit> target;
  private final String owner;

  /** Collects the body, to find the formats of its calls; null if the class makes none. */
  private final MethodNode body;

  private boolean isFormatting;

  BodyVisitor(String owner, MethodNode body, Hits hits, List<CodeHit> target) {
    super(Opcodes.ASM9, body);
    this.owner = owner;
    this.body = body;
    this.hits = hits;
    this.target = target;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    super.visitLineNumber(number, start);
    hits.line(number);
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    instruction(opcode);
  }

  private void instruction(int opcode) {
    String name = FloatInstructions.name(opcode);
    if (name != null) {
      hits.add(Rule.CODE_INSTRUCTION, name);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    instruction(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode == Opcodes.NEWARRAY && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE)) {
      hits.add(Rule.CODE_CONSTANT, operand == Opcodes.T_FLOAT ? "new float[]" : "new double[]");
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    constant(value);
  }

  private void constant(Object value) {
    if (value instanceof Float || value instanceof Double) {
      hits.add(Rule.CODE_CONSTANT, "the constant " + value);
    } else if (value instanceof Type type) {
      if (hits.isFloatType(type.getDescriptor())) {
        boolean isMethod = type.getSort() == Type.METHOD;
        hits.add(
            isMethod ? Rule.CODE_CALL : Rule.CODE_TYPE,
            isMethod ? "a method type " + type.getDescriptor() : type.getClassName() + ".class");
      }
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      dynamicConstant(dynamic);
    }
  }

  private void dynamicConstant(ConstantDynamic dynamic) {
    if (hits.isFloatType(dynamic.getDescriptor())) {
      hits.add(Rule.CODE_CALL, "the dynamic constant " + dynamic.getName());
    }
    handle(dynamic.getBootstrapMethod());
    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
      constant(dynamic.getBootstrapMethodArgument(i));
    }
  }

  private void handle(Handle handle) {
    if (hits.isFloatType(handle.getDesc()) || hits.isFloatClass(handle.getOwner())) {
      hits.add(
          Rule.CODE_CALL,
          "a handle to " + Hits.display(handle.getOwner()) + "." + handle.getName());
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    if (hits.isFloatType(descriptor)) {
      if (owner.equals("java/lang/foreign/ValueLayout")) {
        hits.add(Rule.CODE_NATIVE, "the layout " + shown(owner, name));
      } else {
        hits.add(Rule.CODE_CONSTANT, "the field " + shown(owner, name));
      }
    } else if (hits.isFloatClass(owner)) {
      hits.add(Rule.CODE_TYPE, "the field " + shown(owner, name));
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (hits.isFloatType(descriptor) || hits.isFloatClass(owner)) {
      hits.add(Rule.CODE_CALL, "calls " + shown(owner, name));
    } else if (Formats.isFormatting(owner, name, descriptor)) {
      isFormatting = true;
    } else if (Formats.hidesFloats(owner, name)) {
      hits.add(Rule.CODE_HIDDEN, "calls " + shown(owner, name));
    }
  }

  private static String shown(String owner, String name) {
    return Hits.display(owner) + "." + name;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    if (hits.isFloatType(descriptor)) {
      hits.add(Rule.CODE_CALL, "a dynamic call to " + name);
    }
    handle(bootstrap);
    for (Object argument : arguments) {
      constant(argument);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (hits.isFloatClass(type)) {
      String verb =
          switch (opcode) {
            case Opcodes.NEW -> "new ";
            case Opcodes.ANEWARRAY -> "an array of ";
            case Opcodes.INSTANCEOF -> "instanceof ";
            default -> "a cast to ";
          };
      hits.add(Rule.CODE_TYPE, verb + Hits.display(type));
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    if (hits.isFloatType(descriptor)) {
      Type element = Type.getType(descriptor).getElementType();
      boolean isPrimitive = element.getSort() != Type.OBJECT;
      hits.add(
          isPrimitive ? Rule.CODE_CONSTANT : Rule.CODE_TYPE, "new " + Hits.display(descriptor));
    }
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    super.visitTryCatchBlock(start, end, handler, type);
    if (type != null && hits.isFloatClass(type)) {
      hits.add(Rule.CODE_TYPE, "a catch of " + Hits.display(type));
    }
  }

  @Override
  public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
    if (isFloatFrame(locals, local) || isFloatFrame(stacked, stack)) {
      hits.add(Rule.CODE_DEBUG, "a stack map frame");
    }
  }

  private boolean isFloatFrame(int count, Object[] values) {
    // Chop frames count locals that they do not list.
    for (int i = 0; values != null && i < Math.min(count, values.length); i++) {
      Object value = values[i];
      if (Opcodes.FLOAT.equals(value)
          || Opcodes.DOUBLE.equals(value)
          || (value instanceof String name && hits.isFloatClass(name))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, String signature, Label start, Label end, int index) {
    if (hits.isFloatType(signature == null ? descriptor : signature)) {
      hits.add(Rule.CODE_DEBUG, "the local variable " + name);
    }
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    if (isFormatting) {
      for (FormatStrings.Use use : FormatStrings.of(owner, body)) {
        hits.line(use.line());
        String called = shown(use.call().owner, use.call().name);
        hits.add(use.rule(), "calls " + called + " with " + use.what(), use.certain());
      }
    }
    hits.addTo(target);
  }
}
