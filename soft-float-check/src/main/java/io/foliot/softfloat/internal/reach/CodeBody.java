package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.classfile.ClassText;
import io.foliot.softfloat.internal.code.FloatInstructions;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the steps of one method body, and its first use of floating point. */
final class CodeBody extends MethodVisitor {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private static final String TO_STRING = "()Ljava/lang/String;";

  private final CodeMethod method;
  private final ClassText texts;
  private final Map<Integer, Type> parameters = new HashMap<>();

  /** Static type of the object that the instruction before this one pushed, or null. */
  private Type pushed;

  /** Between the creation of an exception and its throw, in the JDK only. */
  private boolean failing;

  CodeBody(CodeMethod method, ClassText texts) {
    super(Opcodes.ASM9);
    this.method = method;
    this.texts = texts;
    int variable = method.isStatic() ? 0 : 1;
    for (Type type : Type.getArgumentTypes(method.descriptor)) {
      parameters.put(variable, type);
      variable += type.getSize();
    }
  }

  /** Whether a descriptor has a float or double in it, arrays included. */
  static boolean hasFloat(String descriptor) {
    int at = 0;
    while (at < descriptor.length()) {
      char c = descriptor.charAt(at);
      if (c == 'F' || c == 'D') {
        return true;
      }
      if (c == 'L') {
        int end = descriptor.indexOf(';', at);
        at = end < 0 ? descriptor.length() : end;
      }
      at++;
    }
    return false;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    if (method.line == 0) {
      method.line = number;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    pushed = null;
    if (opcode == Opcodes.ATHROW) {
      failing = false;
    }
    String name = FloatInstructions.name(opcode);
    if (name != null) {
      use(name);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    visitInsn(opcode);
    if (opcode == Opcodes.ALOAD) {
      pushed = parameters.get(variable);
    } else if (opcode == Opcodes.ASTORE) {
      parameters.remove(variable);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    pushed = null;
  }

  @Override
  public void visitLabel(Label label) {
    // Another way may lead here with something else on the stack; javac puts line numbers here too.
    pushed = null;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    pushed = null;
    if (opcode == Opcodes.NEWARRAY && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE)) {
      use("a new array of floats");
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    pushed = null;
    if (value instanceof Float || value instanceof Double) {
      use("the constant " + value);
    } else if (value instanceof Handle handle) {
      follow(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      dynamic(dynamic);
    }
  }

  private void dynamic(ConstantDynamic dynamic) {
    if (hasFloat(dynamic.getDescriptor())) {
      use("the dynamic constant " + dynamic.getName());
    }
    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
      visitLdcInsn(dynamic.getBootstrapMethodArgument(i));
    }
    followBootstrap(dynamic.getBootstrapMethod());
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    texts.count(descriptor);
    if (hasFloat(descriptor) && !descriptor.startsWith("[")) {
      use("the field " + owner.replace('/', '.') + "." + name);
    }
    if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
      add(Step.of(Step.Kind.INITIALIZE, owner));
    }
    boolean isRead = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
    pushed = isRead ? Type.getType(descriptor) : null;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    pushed = opcode == Opcodes.CHECKCAST ? Type.getObjectType(type) : null;
    if (opcode == Opcodes.NEW) {
      if (method.owner.platform && CutPoints.isThrowable(type)) {
        failing = true;
      }
      add(Step.of(Step.Kind.NEW, type));
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    texts.count(descriptor);
    if (hasFloat(descriptor)) {
      use("a call of " + owner.replace('/', '.') + "." + name);
    }
    if (owner.startsWith("[")) {
      return;
    }
    Type argument = pushed;
    pushed = Type.getReturnType(descriptor);
    if (argument != null && isText(owner, name, descriptor)) {
      // What is converted has a narrower type than Object, and the conversion is its toString.
      add(Step.of(Step.Kind.INITIALIZE, owner));
      onValue(argument, "toString", TO_STRING);
      return;
    }
    boolean exact = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
    if (opcode == Opcodes.INVOKESTATIC) {
      add(Step.of(Step.Kind.INITIALIZE, owner));
    }
    if (isReflection(owner, name) && method.owner.checked) {
      add(new Step(Step.Kind.UNKNOWN, owner, name, "reflection through "));
    } else {
      add(new Step(exact ? Step.Kind.CALL : Step.Kind.VIRTUAL, owner, name, descriptor));
    }
  }

  private static boolean isText(String owner, String name, String descriptor) {
    return switch (owner) {
      case "java/lang/StringBuilder", "java/lang/StringBuffer" ->
          name.equals("append") && descriptor.startsWith("(Ljava/lang/Object;)");
      case "java/lang/String" ->
          name.equals("valueOf") && descriptor.startsWith("(Ljava/lang/Object;)");
      default -> false;
    };
  }

  private static boolean isReflection(String owner, String name) {
    return switch (owner) {
      case "java/lang/reflect/Method", "java/lang/invoke/MethodHandle" -> name.startsWith("invoke");
      case "java/lang/reflect/Constructor", "java/lang/Class" -> name.equals("newInstance");
      case "java/util/ServiceLoader" -> name.startsWith("load");
      default -> false;
    };
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    texts.count(descriptor);
    pushed = null;
    if (hasFloat(descriptor)) {
      use("a dynamic call of " + name);
    }
    switch (bootstrap.getOwner()) {
      case CONCATENATION -> {
        for (Type argument : Type.getArgumentTypes(descriptor)) {
          onValue(argument, "toString", TO_STRING);
        }
      }
      case RECORDS -> {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            component(name, handle);
          }
        }
      }
      default -> {
        for (Object argument : arguments) {
          visitLdcInsn(argument);
        }
        if (bootstrap.getOwner().equals(LAMBDAS)) {
          // The object that carries the lambda: its default methods can be called.
          add(Step.of(Step.Kind.NEW, Type.getReturnType(descriptor).getInternalName()));
        }
        followBootstrap(bootstrap);
      }
    }
  }

  /** The bootstrap methods of the JDK only link; those of others are code of the program. */
  private void followBootstrap(Handle bootstrap) {
    if (!bootstrap.getOwner().startsWith("java/")) {
      follow(bootstrap);
      add(new Step(Step.Kind.UNKNOWN, bootstrap.getOwner(), bootstrap.getName(), "linked by "));
    }
  }

  private void component(String name, Handle getter) {
    if (hasFloat(getter.getDesc())) {
      use("the record component " + getter.getName());
    }
    String descriptor =
        switch (name) {
          case "toString" -> TO_STRING;
          case "hashCode" -> "()I";
          default -> "(Ljava/lang/Object;)Z";
        };
    onValue(Type.getType(getter.getDesc()), name, descriptor);
  }

  private void onValue(Type type, String name, String descriptor) {
    if (type.getSort() == Type.OBJECT && !type.getInternalName().equals("java/lang/String")) {
      add(new Step(Step.Kind.VIRTUAL, type.getInternalName(), name, descriptor));
    }
  }

  private void follow(Handle handle) {
    String owner = handle.getOwner();
    switch (handle.getTag()) {
      case Opcodes.H_INVOKESTATIC ->
          visitMethodInsn(
              Opcodes.INVOKESTATIC,
              owner,
              handle.getName(),
              handle.getDesc(),
              handle.isInterface());
      case Opcodes.H_NEWINVOKESPECIAL -> {
        visitTypeInsn(Opcodes.NEW, owner);
        visitMethodInsn(Opcodes.INVOKESPECIAL, owner, handle.getName(), handle.getDesc(), false);
      }
      case Opcodes.H_INVOKESPECIAL ->
          visitMethodInsn(
              Opcodes.INVOKESPECIAL,
              owner,
              handle.getName(),
              handle.getDesc(),
              handle.isInterface());
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
          visitMethodInsn(
              Opcodes.INVOKEVIRTUAL,
              owner,
              handle.getName(),
              handle.getDesc(),
              handle.isInterface());
      default ->
          visitFieldInsn(
              handle.getTag() == Opcodes.H_GETSTATIC || handle.getTag() == Opcodes.H_PUTSTATIC
                  ? Opcodes.GETSTATIC
                  : Opcodes.GETFIELD,
              owner,
              handle.getName(),
              handle.getDesc());
    }
  }

  private void use(String what) {
    if (!failing) {
      method.use(what);
    }
  }

  private void add(Step step) {
    if (!failing) {
      method.steps.add(step);
    }
  }
}
