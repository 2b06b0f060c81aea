package io.foliot.verified;

import io.foliot.verified.Value.Comparison;
import io.foliot.verified.Value.Constant;
import io.foliot.verified.Value.Instance;
import io.foliot.verified.Value.Null;
import io.foliot.verified.Value.Opaque;
import io.foliot.verified.Value.Reference;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks bytecode along one path, with integers that may be unknown.
 *
 * <p>A word is an integer of any size that is right <b>modulo 2^64</b> (2^32 for an {@code int}):
 * adding, subtracting and multiplying need nothing else. Where an instruction looks at the number,
 * to compare, divide or shift it, the word is read as signed or unsigned by {@link Path#wrap}.
 *
 * <p>A method that has a theorem is not walked where it is called: its theorem is used.
 */
final class Machine {
  static final String NO_END = "no end after ";

  private static final int MOST_STEPS = 5_000;

  private final Path path;
  private final ClassFiles classes;
  private final Theorems theorems;
  private final Set<String> walked = new LinkedHashSet<>();
  private int steps;

  Machine(Path path, ClassFiles classes, Theorems theorems) {
    this.path = path;
    this.classes = classes;
    this.theorems = theorems;
  }

  /** The methods whose instructions this path went through. */
  Set<String> walked() {
    return walked;
  }

  /** Walks a method from its beginning to its return; null if it returns nothing. */
  Value walk(String owner, String method, String descriptor, List<Value> arguments) {
    ClassFiles.Code code = classes.code(owner, method, descriptor);
    walked.add(code.id());
    return new Frame(code, arguments).run();
  }

  private Value call(InvokeInstruction call, List<Value> arguments) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    if (call.opcode() != Opcode.INVOKESTATIC && arguments.get(0) == Null.NULL) {
      throw new Refusal("java.lang.NullPointerException");
    }
    Theorem theorem = theorems.of(ClassFiles.id(owner, name, descriptor), arguments);
    if (theorem != null) {
      return theorem.use(path, arguments);
    }
    if (descriptor.endsWith(")Ljava/lang/String;")) {
      // The text of an error, which proofs do not look at.
      return new Opaque("java/lang/String");
    }
    if (owner.startsWith(ClassFiles.OURS)) {
      if (call.opcode() == Opcode.INVOKEINTERFACE) {
        throw new Unproved("a call of an interface: " + owner + "." + name);
      }
      return walk(owner, name, descriptor, arguments);
    }
    return JdkModels.call(path, owner + "." + name + descriptor, arguments);
  }

  /** One method that is being walked. */
  private final class Frame {
    private final ClassFiles.Code code;
    private final Map<Integer, Value> locals = new HashMap<>();
    private final List<Value> stack = new ArrayList<>();
    private int next;

    Frame(ClassFiles.Code code, List<Value> arguments) {
      this.code = code;
      MethodTypeDesc type =
          MethodTypeDesc.ofDescriptor(code.id().substring(code.id().indexOf('(')));
      int slot = 0;
      int parameter = code.isStatic() ? 0 : -1;
      for (Value argument : arguments) {
        locals.put(slot, argument);
        boolean isWide =
            parameter >= 0 && TypeKind.from(type.parameterType(parameter)).slotSize() == 2;
        slot += isWide ? 2 : 1;
        parameter++;
      }
    }

    Value run() {
      while (true) {
        if (++steps > MOST_STEPS) {
          throw new Unproved(NO_END + MOST_STEPS + " instructions");
        }
        Instruction instruction = code.instructions().get(next++);
        if (instruction instanceof ReturnInstruction end) {
          return end.typeKind() == TypeKind.VOID ? null : pop();
        }
        step(instruction);
      }
    }

    private void step(Instruction instruction) {
      switch (instruction) {
        case LoadInstruction load -> push(locals.get(load.slot()));
        case StoreInstruction store -> locals.put(store.slot(), pop());
        case IncrementInstruction add ->
            locals.put(add.slot(), number(locals.get(add.slot())).plus(add.constant()));
        case ConstantInstruction constant -> push(constant(constant.constantValue()));
        case OperatorInstruction operator -> operate(operator.opcode());
        case ConvertInstruction conversion -> convert(conversion.opcode());
        case BranchInstruction branch -> branch(branch);
        case TableSwitchInstruction table -> jump(table.cases(), table.defaultTarget());
        case LookupSwitchInstruction table -> jump(table.cases(), table.defaultTarget());
        case InvokeInstruction call -> call(call);
        case InvokeDynamicInstruction call -> concatenate(call);
        case FieldInstruction field -> field(field);
        case NewObjectInstruction made ->
            push(new Instance(made.className().asInternalName(), new HashMap<>()));
        case ThrowInstruction thrown -> throwTop();
        case StackInstruction shuffle -> shuffle(shuffle.opcode());
        case ArrayLoadInstruction load -> loadElement();
        case TypeCheckInstruction check -> checkType(check);
        default ->
            throw new Unproved("the instruction " + instruction.opcode() + " is not modelled");
      }
    }

    private void push(Value value) {
      stack.add(value);
    }

    private Value pop() {
      return stack.remove(stack.size() - 1);
    }

    private Term popNumber() {
      return number(pop());
    }

    private Term popSigned(int bits) {
      return Kind.signed(bits).read(path, popNumber());
    }

    private Term popUnsigned(int bits) {
      return Kind.unsigned(bits).read(path, popNumber());
    }

    private Value constant(Object value) {
      return switch (value) {
        case Integer i -> Term.of(i);
        case Long l -> Term.of(l);
        case String s -> new Opaque("java/lang/String");
        default ->
            value.equals(java.lang.constant.ConstantDescs.NULL)
                ? Null.NULL
                : unknown("a constant: " + value);
      };
    }

    private Value unknown(String what) {
      throw new Unproved(what + " is not modelled");
    }

    private void operate(Opcode opcode) {
      int bits = opcode.name().startsWith("L") ? 64 : 32;
      switch (opcode) {
        case IADD, LADD -> {
          Term right = popNumber();
          push(popNumber().plus(right));
        }
        case ISUB, LSUB -> {
          Term right = popNumber();
          push(popNumber().minus(right));
        }
        case IMUL, LMUL -> {
          Term right = popNumber();
          push(popNumber().times(right));
        }
        case INEG, LNEG -> push(popNumber().negate());
        case IDIV, LDIV -> {
          Term divisor = popSigned(bits);
          push(quotient(popSigned(bits), divisor));
        }
        case IREM, LREM -> {
          Term divisor = popSigned(bits);
          Term dividend = popSigned(bits);
          push(dividend.minus(quotient(dividend, divisor).times(divisor)));
        }
        case ISHL, LSHL -> {
          int by = popShift(bits);
          push(popNumber().shiftedLeft(by));
        }
        case IUSHR, LUSHR -> {
          int by = popShift(bits);
          push(popUnsigned(bits).over(Term.powerOfTwo(by)));
        }
        case ISHR, LSHR -> {
          int by = popShift(bits);
          push(popSigned(bits).over(Term.powerOfTwo(by)));
        }
        case IAND, LAND -> {
          Term right = popNumber();
          push(and(popNumber(), right, bits));
        }
        case IOR, LOR -> {
          Term right = popNumber();
          push(or(popNumber(), right, bits));
        }
        case IXOR, LXOR -> {
          Term right = popSigned(bits);
          push(combine("xor", popSigned(bits), right, bits));
        }
        case LCMP -> {
          Term right = popNumber();
          push(compare(popNumber(), right));
        }
        default -> throw new Unproved("the operator " + opcode + " is not modelled");
      }
    }

    /**
     * Signed; but words that are the same unsigned are the same, and that is often all one asks.
     */
    private Comparison compare(Term left, Term right) {
      Range unsigned = Kind.unsigned(64).range();
      boolean asksForEquality =
          code.instructions().get(next).opcode() == Opcode.IFEQ
              || code.instructions().get(next).opcode() == Opcode.IFNE;
      if (asksForEquality && unsigned.contains(left.range()) && unsigned.contains(right.range())) {
        return new Comparison(left, right);
      }
      return new Comparison(Kind.signed(64).read(path, left), Kind.signed(64).read(path, right));
    }

    /** Rounded towards zero, as Java divides. */
    private Term quotient(Term dividend, Term divisor) {
      if (path.holds(divisor.is(0))) {
        throw new Refusal("java.lang.ArithmeticException");
      }
      if (path.holds(divisor.below(0))) {
        return quotient(dividend, divisor.negate()).negate();
      }
      return path.holds(dividend.atLeast(0))
          ? dividend.over(divisor)
          : dividend.negate().over(divisor).negate();
    }

    /** How far to shift, of which Java looks at the lowest bits only. */
    private int popShift(int bits) {
      Term by = popSigned(32);
      Term masked = by.mod(bits);
      return path.valueOf(masked);
    }

    private Term and(Term left, Term right, int bits) {
      if (left.isConstant() && !right.isConstant()) {
        return and(right, left, bits);
      }
      if (right.isConstant() && right.constant().signum() > 0) {
        BigInteger next = right.constant().add(BigInteger.ONE);
        if (next.bitCount() == 1) {
          // A mask of low bits: a remainder.
          return left.mod(Term.of(next));
        }
      }
      return combine(
          "and", Kind.signed(bits).read(path, left), Kind.signed(bits).read(path, right), bits);
    }

    private Term or(Term left, Term right, int bits) {
      if (left.isMultipleOfPowerOfTwo(bits) || left.range().isZero()) {
        return right;
      }
      if (right.isMultipleOfPowerOfTwo(bits) || right.range().isZero()) {
        return left;
      }
      if (areDisjoint(left, right) || areDisjoint(right, left)) {
        return left.plus(right);
      }
      return combine(
          "or", Kind.signed(bits).read(path, left), Kind.signed(bits).read(path, right), bits);
    }

    /** Whether one is a multiple of a power of two, and the other smaller than that. */
    private boolean areDisjoint(Term multiple, Term small) {
      BigInteger most = small.range().high();
      if (small.isConstant() || multiple.isConstant()) {
        return false;
      }
      for (int bits = 1; bits <= 63; bits++) {
        Range below = Kind.unsigned(bits).range();
        if (multiple.isMultipleOfPowerOfTwo(bits)
            && !multiple.isMultipleOfPowerOfTwo(bits + 1)
            && (below.contains(small.range()) || path.isCertain(small.within(below)))) {
          return true;
        }
      }
      return most.signum() >= 0
          && small.range().low().signum() >= 0
          && multiple.isMultipleOfPowerOfTwo(most.bitLength());
    }

    private Term combine(String name, Term left, Term right, int bits) {
      if (left.isConstant() && right.isConstant()) {
        return Term.of(JdkModels.bits(name, left.constant(), right.constant()));
      }
      return path.bitwise(name, left, right, bits, (a, b) -> JdkModels.bits(name, a, b));
    }

    private void convert(Opcode opcode) {
      switch (opcode) {
        case I2L -> push(popSigned(32));
        case L2I -> push(popNumber());
        case I2B -> push(popSigned(8));
        case I2S -> push(popSigned(16));
        case I2C -> push(popUnsigned(16));
        default -> throw new Unproved("the conversion " + opcode + " is not modelled");
      }
    }

    private void branch(BranchInstruction branch) {
      boolean taken =
          switch (branch.opcode()) {
            case GOTO, GOTO_W -> true;
            case IFEQ -> path.holds(sign().is(0));
            case IFNE -> path.holds(sign().isNot(0));
            case IFLT -> path.holds(sign().below(0));
            case IFGE -> path.holds(sign().atLeast(0));
            case IFGT -> path.holds(sign().above(0));
            case IFLE -> path.holds(sign().atMost(0));
            case IF_ICMPEQ -> path.holds(difference().is(0));
            case IF_ICMPNE -> path.holds(difference().isNot(0));
            case IF_ICMPLT -> path.holds(difference().below(0));
            case IF_ICMPGE -> path.holds(difference().atLeast(0));
            case IF_ICMPGT -> path.holds(difference().above(0));
            case IF_ICMPLE -> path.holds(difference().atMost(0));
            case IFNULL -> pop() == Null.NULL;
            case IFNONNULL -> pop() != Null.NULL;
            case IF_ACMPEQ -> pop().equals(pop());
            case IF_ACMPNE -> !pop().equals(pop());
            default -> throw new Unproved("the branch " + branch.opcode() + " is not modelled");
          };
      if (taken) {
        jump(branch.target());
      }
    }

    /** A number with the sign of the int on the stack. */
    private Term sign() {
      Value value = pop();
      return value instanceof Comparison c
          ? c.left().minus(c.right())
          : Kind.signed(32).read(path, number(value));
    }

    private Term difference() {
      Term right = popSigned(32);
      return popSigned(32).minus(right);
    }

    private void jump(Label label) {
      next = code.labels().get(label);
    }

    private void jump(List<SwitchCase> cases, Label otherwise) {
      Term value = popSigned(32);
      for (SwitchCase option : cases) {
        if (path.holds(value.is(option.caseValue()))) {
          jump(option.target());
          return;
        }
      }
      jump(otherwise);
    }

    private void call(InvokeInstruction call) {
      int count = call.typeSymbol().parameterCount();
      List<Value> arguments = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        arguments.add(0, pop());
      }
      if (call.opcode() != Opcode.INVOKESTATIC) {
        arguments.add(0, pop());
      }
      Value result = Machine.this.call(call, arguments);
      if (result != null) {
        push(result);
      }
    }

    private void concatenate(InvokeDynamicInstruction call) {
      if (!call.name().equalsString("makeConcatWithConstants")) {
        throw new Unproved("the dynamic call of " + call.name() + " is not modelled");
      }
      for (int i = 0; i < call.typeSymbol().parameterCount(); i++) {
        pop();
      }
      push(new Opaque("java/lang/String"));
    }

    private void field(FieldInstruction field) {
      String name = field.name().stringValue();
      switch (field.opcode()) {
        case GETSTATIC -> push(JdkModels.staticField(field.owner().asInternalName(), name));
        case GETFIELD -> {
          Value value = instance().fields.get(name);
          if (value == null) {
            throw new Unproved("the field " + name + " was not set");
          }
          push(value);
        }
        case PUTFIELD -> {
          Value value = pop();
          instance().fields.put(name, value);
        }
        default -> throw new Unproved("a static field is set: " + name);
      }
    }

    private Instance instance() {
      return switch (pop()) {
        case Instance instance -> instance;
        case Null n -> throw new Refusal("java.lang.NullPointerException");
        case Value other -> throw new Unproved("a field of " + other);
      };
    }

    private void throwTop() {
      if (pop() instanceof Instance thrown) {
        throw new Refusal(thrown.type.replace('/', '.'));
      }
      throw new Unproved("an exception of unknown type is thrown");
    }

    private void shuffle(Opcode opcode) {
      Value top = stack.get(stack.size() - 1);
      switch (opcode) {
        case POP -> pop();
        case DUP -> push(top);
        case DUP_X1 -> stack.add(stack.size() - 2, top);
        case POP2 -> pop();
        case DUP2 -> push(top);
        default -> throw new Unproved("the instruction " + opcode + " is not modelled");
      }
    }

    private void loadElement() {
      int index = path.valueOf(popSigned(32));
      if (!(pop() instanceof Constant(int[] array))) {
        throw new Unproved("an element of an unknown array");
      }
      if (index < 0 || index >= array.length) {
        throw new Refusal("java.lang.ArrayIndexOutOfBoundsException");
      }
      push(Term.of(array[index]));
    }

    private void checkType(TypeCheckInstruction check) {
      String type = check.type().asInternalName();
      boolean fits =
          switch ((Reference) stack.get(stack.size() - 1)) {
            case Instance instance -> instance.type.equals(type);
            case Null n -> check.opcode() == Opcode.CHECKCAST;
            case Reference other -> throw new Unproved("the type of " + other);
          };
      if (check.opcode() == Opcode.INSTANCEOF) {
        pop();
        push(Term.of(fits ? 1 : 0));
      } else if (!fits) {
        throw new Refusal("java.lang.ClassCastException");
      }
    }

    private Term number(Value value) {
      return Machine.this.number(value);
    }
  }

  /** A number on the stack; of a comparison, −1, 0 or 1. */
  Term number(Value value) {
    return switch (value) {
      case Term term -> term;
      case Comparison c -> sign(c.left().minus(c.right()));
      case null, default -> throw new Unproved("a number was expected, not " + value);
    };
  }

  private Term sign(Term difference) {
    if (path.holds(difference.is(0))) {
      return Term.ZERO;
    }
    return Term.of(path.holds(difference.below(0)) ? -1 : 1);
  }
}
