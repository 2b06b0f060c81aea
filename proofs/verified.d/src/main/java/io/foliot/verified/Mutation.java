package io.foliot.verified;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ConstantDesc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A change of one instruction of a method: another operator, a constant off by one, a branch
 * negated or moved by one at its boundary.
 */
record Mutation(ClassFiles.Code code, int index, String change, Replacement replacement) {
  /** Writes the replacement of an instruction. */
  interface Replacement {
    void write(CodeBuilder builder, Instruction original);
  }

  private static final Map<Opcode, List<Opcode>> OTHERS = new EnumMap<>(Opcode.class);

  static {
    pair(Opcode.IADD, Opcode.ISUB);
    pair(Opcode.LADD, Opcode.LSUB);
    pair(Opcode.ISHL, Opcode.IUSHR);
    pair(Opcode.LSHL, Opcode.LUSHR);
    pair(Opcode.IAND, Opcode.IOR);
    pair(Opcode.LAND, Opcode.LOR);
    pair(Opcode.IDIV, Opcode.IMUL);
    pair(Opcode.LDIV, Opcode.LMUL);
    pair(Opcode.IREM, Opcode.IDIV);
    pair(Opcode.LREM, Opcode.LDIV);
    OTHERS.put(Opcode.ISHR, List.of(Opcode.IUSHR, Opcode.ISHL));
    OTHERS.put(Opcode.LSHR, List.of(Opcode.LUSHR, Opcode.LSHL));
    OTHERS.put(Opcode.IXOR, List.of(Opcode.IAND, Opcode.IOR));
    OTHERS.put(Opcode.LXOR, List.of(Opcode.LAND, Opcode.LOR));
    turn(Opcode.IFEQ, Opcode.IFNE);
    turn(Opcode.IFNULL, Opcode.IFNONNULL);
    turn(Opcode.IF_ICMPEQ, Opcode.IF_ICMPNE);
    turn(Opcode.IF_ACMPEQ, Opcode.IF_ACMPNE);
    order(Opcode.IFLT, Opcode.IFLE, Opcode.IFGE, Opcode.IFGT);
    order(Opcode.IF_ICMPLT, Opcode.IF_ICMPLE, Opcode.IF_ICMPGE, Opcode.IF_ICMPGT);
  }

  private static void pair(Opcode a, Opcode b) {
    OTHERS.merge(a, List.of(b), Mutation::join);
    OTHERS.merge(b, List.of(a), Mutation::join);
  }

  private static List<Opcode> join(List<Opcode> a, List<Opcode> b) {
    List<Opcode> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static void turn(Opcode a, Opcode b) {
    pair(a, b);
  }

  /** Each operator by its opposite, and by the one that differs if both sides are equal. */
  private static void order(Opcode lt, Opcode le, Opcode ge, Opcode gt) {
    OTHERS.put(lt, List.of(ge, le));
    OTHERS.put(le, List.of(gt, lt));
    OTHERS.put(ge, List.of(lt, gt));
    OTHERS.put(gt, List.of(le, ge));
  }

  /** All mutations of a method. */
  static List<Mutation> of(ClassFiles.Code code) {
    List<Mutation> all = new ArrayList<>();
    for (int i = 0; i < code.instructions().size(); i++) {
      Instruction instruction = code.instructions().get(i);
      int index = i;
      switch (instruction) {
        case OperatorInstruction operator -> {
          for (Opcode other : OTHERS.getOrDefault(operator.opcode(), List.of())) {
            all.add(
                new Mutation(
                    code,
                    index,
                    operator.opcode() + " to " + other,
                    (builder, original) -> builder.with(OperatorInstruction.of(other))));
          }
        }
        case BranchInstruction branch -> {
          for (Opcode other : OTHERS.getOrDefault(branch.opcode(), List.of())) {
            all.add(
                new Mutation(
                    code,
                    index,
                    branch.opcode() + " to " + other,
                    (builder, original) ->
                        builder.with(
                            BranchInstruction.of(other, ((BranchInstruction) original).target()))));
          }
        }
        case ConstantInstruction constant -> {
          for (int by = -1; by <= 1; by += 2) {
            ConstantDesc changed = plus(constant.constantValue(), by);
            if (changed != null) {
              all.add(
                  new Mutation(
                      code,
                      index,
                      constant.constantValue() + " to " + changed,
                      (builder, original) -> builder.loadConstant(changed)));
            }
          }
        }
        case IncrementInstruction increment ->
            all.add(
                new Mutation(
                    code,
                    index,
                    "+" + increment.constant() + " to -" + increment.constant(),
                    (builder, original) ->
                        builder.with(
                            IncrementInstruction.of(increment.slot(), -increment.constant()))));
        default -> {}
      }
    }
    return all;
  }

  private static ConstantDesc plus(ConstantDesc value, int by) {
    return switch (value) {
      case Integer i -> (ConstantDesc) (i + by);
      case Long l -> (ConstantDesc) (l + by);
      default -> null;
    };
  }

  /** Whether the method jumps back, so that it may go on for ever with the change. */
  boolean mayBeEndless() {
    for (int i = 0; i < code.instructions().size(); i++) {
      if (code.instructions().get(i) instanceof BranchInstruction branch
          && code.labels().get(branch.target()) <= i) {
        return true;
      }
    }
    return false;
  }

  String owner() {
    return code.id().substring(0, code.id().indexOf('.'));
  }

  /** The classes with this change in one of them. */
  ClassFiles applyTo(ClassFiles classes) {
    ClassModel model = classes.model(owner());
    ClassTransform transform =
        ClassTransform.transformingMethodBodies(
            method ->
                code.id()
                    .equals(
                        ClassFiles.id(
                            owner(),
                            method.methodName().stringValue(),
                            method.methodType().stringValue())),
            CodeTransform.ofStateful(this::replaceOne));
    return classes.with(owner(), ClassFile.of().transformClass(model, transform));
  }

  private CodeTransform replaceOne() {
    int[] seen = {0};
    return (builder, element) -> {
      if (element instanceof Instruction original && seen[0]++ == index) {
        replacement.write(builder, original);
      } else {
        builder.with(element);
      }
    };
  }

  @Override
  public String toString() {
    return code.id().replaceFirst("^.*/", "") + " instruction " + index + ": " + change;
  }
}
