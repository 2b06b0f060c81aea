package io.foliot.verified;

import io.foliot.verified.Value.Array;
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
import java.lang.classfile.instruction.ArrayStoreInstruction;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method being walked: its local variables and its stack. */
final class Frame {
  private final Machine machine;
  private final Path path;
  private final Arithmetic arithmetic;
  private final ClassFiles.Code code;
  private final Map<Integer, Value> locals = new HashMap<>();
  private final List<Value> stack = new ArrayList<>();
  private int next;

  Frame(Machine machine, Path path, ClassFiles.Code code, List<Value> arguments) {
    this.machine = machine;
    this.path = path;
    this.arithmetic = new Arithmetic(path);
    this.code = code;
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(code.id().substring(code.id().indexOf('(')));
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
      machine.step();
      machine.loops().arrive(this, next);
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
      case ConvertInstruction conversion ->
          push(arithmetic.convert(conversion.opcode(), popNumber()));
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
      case ArrayStoreInstruction store -> storeElement();
      case TypeCheckInstruction check -> checkType(check);
      default -> throw new Unproved("the instruction " + instruction.opcode() + " is not modelled");
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
    switch (opcode) {
      case INEG, LNEG -> push(popNumber().negate());
      case ARRAYLENGTH -> push(length());
      case LCMP -> {
        Term right = popNumber();
        Opcode after = code.instructions().get(next).opcode();
        push(arithmetic.compare(popNumber(), right, after == Opcode.IFEQ || after == Opcode.IFNE));
      }
      default -> {
        Term right = popNumber();
        push(arithmetic.operate(opcode, popNumber(), right));
      }
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
    Value result = machine.call(call, arguments);
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

  private Term length() {
    return switch (pop()) {
      case Array array -> array.length;
      case Constant(int[] array) -> Term.of(array.length);
      case Null n -> throw new Refusal("java.lang.NullPointerException");
      case Value other -> throw new Unproved("the length of " + other);
    };
  }

  private void loadElement() {
    Term index = popSigned(32);
    switch (pop()) {
      case Array array -> {
        checkIndex(index, array.length);
        push(path.holds(index.is(path.index())) ? array.element : array.other(path, index));
      }
      case Constant(int[] array) -> {
        checkIndex(index, Term.of(array.length));
        push(Term.of(array[path.valueOf(index)]));
      }
      case Null n -> throw new Refusal("java.lang.NullPointerException");
      case Value other -> throw new Unproved("an element of " + other);
    }
  }

  private void storeElement() {
    Term value = popNumber();
    Term index = popSigned(32);
    if (!(pop() instanceof Array array)) {
      throw new Unproved("an element of an unknown array is set");
    }
    checkIndex(index, array.length);
    array.isWritten = true;
    if (path.holds(index.is(path.index()))) {
      array.element = value;
    }
  }

  private void checkIndex(Term index, Term length) {
    if (path.holds(index.below(0).or(index.atLeast(length)))) {
      throw new Refusal("java.lang.ArrayIndexOutOfBoundsException");
    }
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

  ClassFiles.Code code() {
    return code;
  }

  Map<Integer, Value> locals() {
    return locals;
  }

  private Term number(Value value) {
    return machine.number(value);
  }
}
