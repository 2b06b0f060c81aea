package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.code.FloatInstructions;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** Reads the code of a method once: its floating point, calls and assignments. */
final class BodyReader {
  /** The limit of values in all frames, a hundred times what compilers produce. */
  private static final long MAX_VALUES = 100_000_000;

  private final CallGraph graph;
  private final Reached node;
  private final CodeMethod method;
  private final FlowInterpreter interpreter;
  private final Calls calls;
  private Frame<FlowValue> frame;

  BodyReader(CallGraph graph, Reached node) {
    this.graph = graph;
    this.node = node;
    this.method = node.method;
    interpreter = new FlowInterpreter(node);
    calls = new Calls(graph, node);
  }

  static String missing(String className) {
    return className.replace('/', '.') + ", which is not on the class path";
  }

  /** Whether a descriptor contains float or double, including arrays of them. */
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

  void read() {
    if (method.isNative()) {
      NativeMethods.read(graph, node);
      return;
    }
    if (method.isAbstract()) {
      return;
    }
    try {
      MethodNode body = method.body();
      if (method.isDamaged()) {
        damaged();
        return;
      }
      long width = (long) body.maxLocals + body.maxStack + 1;
      if (width * body.instructions.size() > MAX_VALUES) {
        node.noteUnknown("a method that is too large to follow");
        return;
      }
      Frame<FlowValue>[] frames = new Analyzer<>(interpreter).analyze(method.owner.name, body);
      read(body, frames);
    } catch (AnalyzerException | RuntimeException e) {
      damaged();
    }
  }

  private void damaged() {
    node.noteUnknown("damaged code");
    graph.damaged(method.owner);
  }

  private void read(MethodNode body, Frame<FlowValue>[] frames) {
    for (TryCatchBlockNode each : body.tryCatchBlocks) {
      if (each.type == null || graph.universe().find(each.type) != null) {
        String type = each.type == null ? "java/lang/Throwable" : each.type;
        Flow caught = interpreter.flowOf(each);
        graph.flows().assign(graph.thrown(), caught, type);
        graph.give(caught, Type.getObjectType(type));
      }
    }
    MemoryNames.read(graph, method.owner, body);
    // Whether the JDK is between the creation of an exception and its throw.
    boolean failing = false;
    for (int i = 0; i < frames.length; i++) {
      frame = frames[i];
      AbstractInsnNode instruction = body.instructions.get(i);
      if (frame == null || instruction.getOpcode() < 0) {
        continue;
      }
      if (instruction.getOpcode() == Opcodes.NEW) {
        failing |=
            method.owner.origin.isJdk() && CutPoints.isThrowable(((TypeInsnNode) instruction).desc);
      }
      if (!failing || callsFunction(instruction)) {
        read(instruction);
      }
      failing &= instruction.getOpcode() != Opcodes.ATHROW;
    }
  }

  /** Whether an instruction calls a functional interface, which can be a lambda of the program. */
  private static boolean callsFunction(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.INVOKEINTERFACE
        && ((MethodInsnNode) instruction).owner.startsWith("java/util/function/");
  }

  private void read(AbstractInsnNode instruction) {
    String floatName = FloatInstructions.name(instruction.getOpcode());
    if (floatName != null) {
      node.noteFloat(floatName);
    }
    switch (instruction.getOpcode()) {
      case Opcodes.NEWARRAY -> {
        int type = ((IntInsnNode) instruction).operand;
        if (type == Opcodes.T_FLOAT || type == Opcodes.T_DOUBLE) {
          node.noteFloat("a new array of floats");
        }
      }
      case Opcodes.LDC ->
          constant(((LdcInsnNode) instruction).cst, interpreter.flowOf(instruction));
      case Opcodes.GETSTATIC, Opcodes.PUTSTATIC, Opcodes.GETFIELD, Opcodes.PUTFIELD ->
          field((FieldInsnNode) instruction);
      case Opcodes.NEW -> {
        String name = ((TypeInsnNode) instruction).desc;
        create(name, interpreter.flowOf(instruction));
      }
      case Opcodes.ANEWARRAY ->
          graph
              .flows()
              .add(
                  interpreter.flowOf(instruction),
                  graph.types().array(Types.arrayOf(((TypeInsnNode) instruction).desc), node));
      case Opcodes.MULTIANEWARRAY -> arrays((MultiANewArrayInsnNode) instruction);
      case Opcodes.CHECKCAST -> {
        Type type = Type.getObjectType(((TypeInsnNode) instruction).desc);
        if (Types.isReference(type)) {
          for (Flow source : top(0).sources()) {
            graph.flows().assign(source, interpreter.flowOf(instruction), type.getInternalName());
          }
        }
      }
      case Opcodes.AALOAD -> {
        Flow loaded = interpreter.flowOf(instruction);
        for (Flow source : top(1).sources()) {
          graph.arrays().load(source, loaded);
        }
      }
      case Opcodes.AASTORE -> {
        Flow value = merged(top(0));
        if (value != null) {
          for (Flow source : top(2).sources()) {
            graph.arrays().store(source, value);
          }
        }
      }
      case Opcodes.ARETURN -> {
        if (node.result != null) {
          assign(top(0), node.result, Type.getReturnType(method.descriptor).getInternalName());
        }
      }
      case Opcodes.ATHROW -> assign(top(0), graph.thrown(), null);
      case Opcodes.INVOKEVIRTUAL,
          Opcodes.INVOKEINTERFACE,
          Opcodes.INVOKESTATIC,
          Opcodes.INVOKESPECIAL ->
          invoke((MethodInsnNode) instruction);
      case Opcodes.INVOKEDYNAMIC -> {
        InvokeDynamicInsnNode call = (InvokeDynamicInsnNode) instruction;
        Flow[] arguments = arguments(call.desc, 0);
        new DynamicCalls(graph, node)
            .read(call, arguments, interpreter.flowOf(instruction), this::constant);
      }
      default -> {
        // Moves values, which the interpreter tracks, or computes with numbers.
      }
    }
  }

  private void arrays(MultiANewArrayInsnNode instruction) {
    String name = instruction.desc;
    ObjectType made = graph.types().array(name, node);
    graph.flows().add(interpreter.flowOf(instruction), made);
    if (hasFloat(name)) {
      node.noteFloat("a new array of floats");
    }
    for (int i = 1; i < instruction.dims; i++) {
      String element = Types.elementOf(name);
      if (element == null) {
        return;
      }
      ObjectType inner = graph.types().array(element, node);
      graph.flows().add(graph.arrays().elements(made), inner);
      made = inner;
      name = element;
    }
  }

  private void create(String name, Flow to) {
    CodeClass type = graph.universe().find(name);
    if (type == null) {
      node.noteUnknown(missing(name));
      graph.give(to, Type.getObjectType(name));
      return;
    }
    graph.initialize(type, node);
    if (node.hasRun) {
      // Its constructor has run too.
      graph.give(to, Type.getObjectType(name));
    } else {
      graph.flows().add(to, graph.make(name));
    }
  }

  private void constant(Object value, Flow to) {
    if (value instanceof Float || value instanceof Double) {
      node.noteFloat("the constant " + value);
    } else if (value instanceof String) {
      graph.flows().add(to, graph.types().made(Types.STRING));
    } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
      if (type.getSort() == Type.OBJECT) {
        graph.flows().add(to, graph.types().constant(type.getInternalName()));
      } else {
        graph.give(to, Type.getObjectType("java/lang/Class"));
      }
    } else if (value instanceof Handle handle) {
      follow(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      if (hasFloat(dynamic.getDescriptor())) {
        node.noteFloat("the dynamic constant " + dynamic.getName());
      }
      graph.give(to, Type.getType(dynamic.getDescriptor()));
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i), Flow.ofAny());
      }
      new DynamicCalls(graph, node).followBootstrap(dynamic.getBootstrapMethod());
    }
  }

  private void follow(Handle handle) {
    if (handle.getTag() < Opcodes.H_INVOKEVIRTUAL) {
      if (hasFloat(handle.getDesc())) {
        node.noteFloat("the field " + handle.getOwner().replace('/', '.') + "." + handle.getName());
      }
      return;
    }
    new DynamicCalls(graph, node).follow(handle);
  }

  private void field(FieldInsnNode instruction) {
    Type type = Type.getType(instruction.desc);
    if (hasFloat(instruction.desc) && !instruction.desc.startsWith("[")) {
      node.noteFloat("the field " + instruction.owner.replace('/', '.') + "." + instruction.name);
    }
    int opcode = instruction.getOpcode();
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    boolean isRead = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
    CodeField field =
        graph.universe().field(instruction.owner, instruction.name + instruction.desc);
    if (field == null) {
      if (graph.universe().find(instruction.owner) == null) {
        node.noteUnknown(missing(instruction.owner));
      }
      if (isRead) {
        graph.give(interpreter.flowOf(instruction), type);
      }
      return;
    }
    if (isStatic) {
      graph.initialize(field.owner(), node);
    }
    if (Types.isReference(type)) {
      if (isRead) {
        graph.flows().assign(graph.field(field), interpreter.flowOf(instruction), null);
      } else {
        assign(top(0), graph.field(field), type.getInternalName());
      }
    }
  }

  private void invoke(MethodInsnNode call) {
    if (hasFloat(call.desc)) {
      node.noteFloat("a call of " + call.owner.replace('/', '.') + "." + call.name);
    }
    if (node.hasRun) {
      graph.give(interpreter.flowOf(call), Type.getReturnType(call.desc));
      return;
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Flow[] arguments = arguments(call.desc, isStatic ? 0 : 1);
    Flow result =
        Types.isReference(Type.getReturnType(call.desc)) ? interpreter.flowOf(call) : null;
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < frame.getStackSize(); i++) {
      if (i >= frame.getStackSize() - arguments.length) {
        texts.addAll(frame.getStack(i).texts());
      }
    }
    calls.read(call, arguments, result, texts);
  }

  /** The arguments of a call, from the stack. */
  private Flow[] arguments(String descriptor, int receivers) {
    int count = Type.getArgumentTypes(descriptor).length + receivers;
    Flow[] arguments = new Flow[count];
    for (int i = 0; i < count; i++) {
      arguments[i] = merged(top(count - 1 - i));
    }
    if (receivers > 0 && arguments[0] == null) {
      arguments[0] = Flow.ofAny();
    }
    return arguments;
  }

  private FlowValue top(int depth) {
    return frame.getStack(frame.getStackSize() - 1 - depth);
  }

  /** One variable for all sources of a value; null if it is no object. */
  private Flow merged(FlowValue value) {
    if (value.sources().isEmpty()) {
      return null;
    }
    if (value.sources().size() == 1) {
      return value.sources().iterator().next();
    }
    Flow all = Flow.ofAny();
    assign(value, all, null);
    return all;
  }

  private void assign(FlowValue value, Flow to, String type) {
    for (Flow source : value.sources()) {
      graph.flows().assign(source, to, type);
    }
  }
}
