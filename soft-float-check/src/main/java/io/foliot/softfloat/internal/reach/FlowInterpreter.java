package io.foliot.softfloat.internal.reach;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Determines the sources of the values in a body: one {@link Flow} per instruction. */
final class FlowInterpreter extends Interpreter<FlowValue> {
  private final Reached node;
  private final IdentityHashMap<Object, Flow> flows = new IdentityHashMap<>();

  FlowInterpreter(Reached node) {
    super(Opcodes.ASM9);
    this.node = node;
  }

  /** The objects that an instruction leaves on the stack. */
  Flow flowOf(Object instruction) {
    return flows.computeIfAbsent(instruction, this::create);
  }

  private Flow create(Object instruction) {
    String type = typeOf(instruction);
    boolean isCast = instruction instanceof AbstractInsnNode made && Casts.isCast(made);
    return isCast ? new Flow(type) : Flow.in(node.method.owner, type);
  }

  private static String typeOf(Object instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return Type.getReturnType(call.desc).getInternalName();
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return Type.getReturnType(call.desc).getInternalName();
    }
    if (instruction instanceof FieldInsnNode field) {
      return Type.getType(field.desc).getInternalName();
    }
    if (instruction instanceof MultiANewArrayInsnNode made) {
      return made.desc;
    }
    if (instruction instanceof TypeInsnNode made) {
      return made.getOpcode() == Opcodes.ANEWARRAY ? Types.arrayOf(made.desc) : made.desc;
    }
    return Types.OBJECT;
  }

  private static FlowValue ofSize(Type type) {
    return type.getSize() == 2 ? FlowValue.TWO : FlowValue.ONE;
  }

  private FlowValue from(AbstractInsnNode instruction, Type type) {
    return Types.isReference(type) ? FlowValue.of(flowOf(instruction)) : ofSize(type);
  }

  @Override
  public FlowValue newValue(Type type) {
    if (type == null) {
      return FlowValue.ONE;
    }
    return type.getSort() == Type.VOID ? null : ofSize(type);
  }

  @Override
  public FlowValue newParameterValue(boolean isInstance, int local, Type type) {
    int index = 0;
    int at = 0;
    if (isInstance) {
      if (local == 0) {
        return FlowValue.of(node.parameters[0]);
      }
      at = 1;
      index = 1;
    }
    for (Type each : Type.getArgumentTypes(node.method.descriptor)) {
      if (at == local) {
        break;
      }
      at += each.getSize();
      index++;
    }
    Flow parameter = index < node.parameters.length ? node.parameters[index] : null;
    return parameter == null ? ofSize(type) : FlowValue.of(parameter);
  }

  @Override
  public FlowValue newExceptionValue(
      TryCatchBlockNode block, Frame<FlowValue> frame, Type exception) {
    return FlowValue.of(flowOf(block));
  }

  @Override
  public FlowValue newOperation(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> FlowValue.TWO;
      case Opcodes.LDC -> constant((LdcInsnNode) instruction);
      case Opcodes.GETSTATIC -> from(instruction, Type.getType(((FieldInsnNode) instruction).desc));
      case Opcodes.NEW -> FlowValue.of(flowOf(instruction));
      default -> FlowValue.ONE;
    };
  }

  private FlowValue constant(LdcInsnNode instruction) {
    Object constant = instruction.cst;
    if (constant instanceof Long || constant instanceof Double) {
      return FlowValue.TWO;
    }
    if (constant instanceof String text) {
      return new FlowValue(1, Set.of(flowOf(instruction)), Set.of(text));
    }
    if (constant instanceof ConstantDynamic dynamic) {
      return from(instruction, Type.getType(dynamic.getDescriptor()));
    }
    return constant instanceof Number ? FlowValue.ONE : FlowValue.of(flowOf(instruction));
  }

  @Override
  public FlowValue copyOperation(AbstractInsnNode instruction, FlowValue value) {
    return value;
  }

  @Override
  public FlowValue unaryOperation(AbstractInsnNode instruction, FlowValue value) {
    return switch (instruction.getOpcode()) {
      case Opcodes.GETFIELD -> from(instruction, Type.getType(((FieldInsnNode) instruction).desc));
      case Opcodes.CHECKCAST ->
          Types.isReference(Type.getObjectType(((TypeInsnNode) instruction).desc))
              ? new FlowValue(1, Set.of(flowOf(instruction)), value.texts())
              : FlowValue.ONE;
      case Opcodes.ANEWARRAY -> FlowValue.of(flowOf(instruction));
      case Opcodes.LNEG,
          Opcodes.DNEG,
          Opcodes.I2L,
          Opcodes.I2D,
          Opcodes.L2D,
          Opcodes.F2L,
          Opcodes.F2D,
          Opcodes.D2L ->
          FlowValue.TWO;
      default -> FlowValue.ONE;
    };
  }

  @Override
  public FlowValue binaryOperation(
      AbstractInsnNode instruction, FlowValue first, FlowValue second) {
    return switch (instruction.getOpcode()) {
      case Opcodes.AALOAD -> FlowValue.of(flowOf(instruction));
      case Opcodes.LALOAD,
          Opcodes.DALOAD,
          Opcodes.LADD,
          Opcodes.DADD,
          Opcodes.LSUB,
          Opcodes.DSUB,
          Opcodes.LMUL,
          Opcodes.DMUL,
          Opcodes.LDIV,
          Opcodes.DDIV,
          Opcodes.LREM,
          Opcodes.DREM,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR ->
          FlowValue.TWO;
      default -> FlowValue.ONE;
    };
  }

  @Override
  public FlowValue ternaryOperation(
      AbstractInsnNode instruction, FlowValue first, FlowValue second, FlowValue third) {
    return FlowValue.ONE;
  }

  @Override
  public FlowValue naryOperation(AbstractInsnNode instruction, List<? extends FlowValue> values) {
    if (instruction instanceof MethodInsnNode call) {
      return from(instruction, Type.getReturnType(call.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return from(instruction, Type.getReturnType(call.desc));
    }
    return FlowValue.of(flowOf(instruction));
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, FlowValue value, FlowValue expected) {
    // BodyReader assigns it.
  }

  @Override
  public FlowValue merge(FlowValue first, FlowValue second) {
    if (first.getSize() != second.getSize()) {
      return FlowValue.ONE;
    }
    return first.merge(second);
  }
}
