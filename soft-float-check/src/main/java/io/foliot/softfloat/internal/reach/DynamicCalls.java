package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Adds invokedynamic instructions to the graph. */
final class DynamicCalls {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";
  private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
  private static final String TO_STRING = "()Ljava/lang/String;";

  /** Flags of {@code altMetafactory}: the object is serializable, more interfaces follow. */
  private static final int FLAG_SERIALIZABLE = 1;

  private static final int FLAG_MARKERS = 2;

  private final CallGraph graph;
  private final Reached node;

  DynamicCalls(CallGraph graph, Reached node) {
    this.graph = graph;
    this.node = node;
  }

  void read(
      InvokeDynamicInsnNode call,
      Flow[] arguments,
      Flow result,
      BiConsumer<Object, Flow> constants) {
    if (BodyReader.hasFloat(call.desc)) {
      node.noteFloat("a dynamic call to " + call.name);
    }
    switch (call.bsm.getOwner()) {
      case CONCATENATION -> {
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < types.length; i++) {
          onValue(types[i], arguments[i], "toString", TO_STRING);
        }
        graph.flows().add(result, graph.types().made(Types.STRING));
      }
      case RECORDS -> {
        for (Object argument : call.bsmArgs) {
          if (argument instanceof Handle handle) {
            component(call.name, handle);
          }
        }
        graph.give(result, Type.getReturnType(call.desc));
      }
      case LAMBDAS -> lambda(call, arguments, result);
      case SWITCHES -> {
        // Compares classes and constants.
      }
      default -> {
        for (Object argument : call.bsmArgs) {
          constants.accept(argument, Flow.ofAny());
        }
        graph.give(result, Type.getReturnType(call.desc));
        for (Flow each : arguments) {
          graph.escapes().pass(each, node);
        }
        followBootstrap(call.bsm);
      }
    }
  }

  private void lambda(InvokeDynamicInsnNode call, Flow[] captured, Flow result) {
    List<String> interfaces = new ArrayList<>();
    interfaces.add(Type.getReturnType(call.desc).getInternalName());
    Object[] constants = call.bsmArgs;
    if (constants.length < 3 || !(constants[1] instanceof Handle target)) {
      return;
    }
    int flags = constants.length > 3 && constants[3] instanceof Integer given ? given : 0;
    if ((flags & FLAG_SERIALIZABLE) != 0) {
      interfaces.add("java/io/Serializable");
    }
    if ((flags & FLAG_MARKERS) != 0) {
      for (int i = 5; i < constants.length; i++) {
        if (constants[i] instanceof Type marker && marker.getSort() == Type.OBJECT) {
          interfaces.add(marker.getInternalName());
        }
      }
    }
    if (constants[0] instanceof Type type
        && constants[2] instanceof Type actual
        && (BodyReader.hasFloat(type.getDescriptor())
            || BodyReader.hasFloat(actual.getDescriptor()))) {
      node.noteFloat("a lambda with floating point in its type, " + call.name);
    }
    Lambda lambda = new Lambda(interfaces, call.name, target, captured, node);
    graph.flows().add(result, graph.types().lambda(lambda));
  }

  /** Follows bootstrap methods of the program; those of the JDK only link. */
  void followBootstrap(Handle bootstrap) {
    if (!bootstrap.getOwner().startsWith("java/")) {
      follow(bootstrap);
      node.noteUnknown(
          "a call linked by " + bootstrap.getOwner().replace('/', '.') + "." + bootstrap.getName());
    }
  }

  /** Calls the target of a handle with unknown arguments. */
  void follow(Handle handle) {
    List<Flow> arguments = new ArrayList<>();
    int tag = handle.getTag();
    if (tag != Opcodes.H_INVOKESTATIC && tag != Opcodes.H_NEWINVOKESPECIAL) {
      arguments.add(given(Type.getObjectType(handle.getOwner())));
    }
    for (Type each : Type.getArgumentTypes(handle.getDesc())) {
      arguments.add(Types.isReference(each) ? given(each) : null);
    }
    graph.lambdas().call(node, handle, arguments.toArray(new Flow[0]), Flow.ofAny());
  }

  private Flow given(Type type) {
    Flow flow = CallGraph.flowOf(type);
    graph.give(flow, type);
    return flow;
  }

  private void component(String name, Handle getter) {
    if (BodyReader.hasFloat(getter.getDesc())) {
      node.noteFloat("the record component " + getter.getName());
    }
    CodeField field =
        graph.universe().field(getter.getOwner(), getter.getName() + getter.getDesc());
    if (field == null || !field.isReference()) {
      return;
    }
    String descriptor =
        switch (name) {
          case "toString" -> TO_STRING;
          case "hashCode" -> "()I";
          default -> "(Ljava/lang/Object;)Z";
        };
    onValue(Type.getType(getter.getDesc()), graph.field(field), name, descriptor);
  }

  private void onValue(Type type, Flow value, String name, String descriptor) {
    if (value == null || !Types.isReference(type) || type.getInternalName().equals(Types.STRING)) {
      return;
    }
    CodeClass owner =
        type.getSort() == Type.ARRAY
            ? graph.universe().find(Types.OBJECT)
            : graph.universe().find(type.getInternalName());
    if (owner != null) {
      Flow[] arguments = new Flow[Type.getArgumentTypes(descriptor).length + 1];
      arguments[0] = value;
      graph.callVirtual(node, owner, name, descriptor, arguments, Flow.ofAny());
    }
  }
}
