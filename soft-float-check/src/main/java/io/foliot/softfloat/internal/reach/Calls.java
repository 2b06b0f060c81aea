package io.foliot.softfloat.internal.reach;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Adds the call instructions of a method to the graph, including reflection. */
final class Calls {
  /** A call that the JVM or a proxy makes later: the argument and the method called on it. */
  private record Later(int argument, String name, String descriptor) {}

  private static final Later RUN = new Later(1, "run", "()V");
  private static final Later UNCAUGHT =
      new Later(1, "uncaughtException", "(Ljava/lang/Thread;Ljava/lang/Throwable;)V");
  private static final Later UNCAUGHT_DEFAULT =
      new Later(0, UNCAUGHT.name(), UNCAUGHT.descriptor());
  private static final Later PROXY =
      new Later(
          2,
          "invoke",
          "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;");

  private static final Map<String, Later> LATER =
      Map.of(
          "java/lang/Runtime.addShutdownHook", RUN,
          "java/lang/Thread.setUncaughtExceptionHandler", UNCAUGHT,
          "java/lang/Thread.setDefaultUncaughtExceptionHandler", UNCAUGHT_DEFAULT,
          "java/lang/reflect/Proxy.newProxyInstance", PROXY);

  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String PRIVILEGED = "java/security/AccessController";
  private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

  private final CallGraph graph;
  private final Reached node;

  Calls(CallGraph graph, Reached node) {
    this.graph = graph;
    this.node = node;
  }

  /**
   * Adds a call instruction.
   *
   * @param arguments the arguments, the receiver first
   * @param result receives the result, or null
   * @param texts the string constants among the arguments
   */
  void read(MethodInsnNode call, Flow[] arguments, Flow result, Set<String> texts) {
    if (call.owner.startsWith("[")) {
      if (result != null) {
        // The only method that arrays override is clone.
        graph.flows().assign(arguments[0], result, null);
      }
      return;
    }
    if (!node.method.owner.origin.isJdk() && CutPoints.asksForParallel(call.owner, call.name)) {
      graph.startParallel();
    }
    CodeClass owner = graph.universe().find(call.owner);
    if (owner == null) {
      node.noteUnknown(BodyReader.missing(call.owner));
      graph.give(result, Type.getReturnType(call.desc));
      for (Flow each : arguments) {
        graph.escapes().pass(each, node);
      }
      return;
    }
    if (call.owner.equals(VAR_HANDLE) && isPolymorphic(owner, call)) {
      memory(call, arguments, result);
    } else if (isModelled(call, arguments, result, texts)) {
      return;
    } else {
      later(call, arguments);
      follow(call, owner, arguments, result);
    }
  }

  private void follow(MethodInsnNode call, CodeClass owner, Flow[] arguments, Flow result) {
    CodeMethod declared = graph.universe().resolve(owner, call.name + call.desc);
    switch (call.getOpcode()) {
      case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL -> {
        if (declared != null) {
          graph.call(node, declared, arguments, result, false);
        }
      }
      default -> {
        if (declared != null && declared.isPrivate()) {
          graph.call(node, declared, arguments, result, false);
        } else {
          graph.callVirtual(node, owner, call.name, call.desc, arguments, result);
        }
      }
    }
  }

  private void later(MethodInsnNode call, Flow[] arguments) {
    Later later = LATER.get(call.owner + "." + call.name);
    if (later != null && later.argument() < arguments.length) {
      Flow receiver = arguments[later.argument()];
      if (receiver != null) {
        callLater(receiver, later);
      }
    }
  }

  private void callLater(Flow receiver, Later later) {
    String owner =
        switch (later.name()) {
          case "run" -> "java/lang/Thread";
          case "invoke" -> "java/lang/reflect/InvocationHandler";
          default -> "java/lang/Thread$UncaughtExceptionHandler";
        };
    CodeClass type = graph.universe().find(owner);
    if (type != null) {
      Flow[] arguments = new Flow[Type.getArgumentTypes(later.descriptor()).length + 1];
      Arrays.setAll(arguments, i -> Flow.ofAny());
      Flow only = new Flow(owner);
      graph.flows().assign(receiver, only, owner);
      arguments[0] = only;
      graph.callVirtual(node, type, later.name(), later.descriptor(), arguments, Flow.ofAny());
    }
  }

  /** Whether a method is signature polymorphic (JLS 15.12.3). */
  private static boolean isPolymorphic(CodeClass owner, MethodInsnNode call) {
    return !owner.methods.containsKey(call.name + call.desc)
        || call.desc.startsWith("([Ljava/lang/Object;)");
  }

  private void memory(MethodInsnNode call, Flow[] arguments, Flow result) {
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i] != null) {
        graph.flows().assign(arguments[i], graph.stored(), null);
        if (i > 1 && arguments[1] != null) {
          graph.arrays().store(arguments[1], arguments[i]);
        }
      }
    }
    if (result != null) {
      String type = Type.getReturnType(call.desc).getInternalName();
      graph.flows().assign(graph.flows().membersOf(type), result, null);
    }
  }

  /** Models reflection in the program; the JDK's own is followed like other code. */
  private boolean isModelled(
      MethodInsnNode call, Flow[] arguments, Flow result, Set<String> texts) {
    if (call.owner.equals("java/lang/System") && call.name.equals("arraycopy")) {
      copy(arguments[0], arguments[2]);
      return true;
    }
    if (call.owner.equals("java/lang/reflect/Array") && call.name.equals("newInstance")) {
      ObjectType made = graph.types().someArray(Types.arrayOf(Types.OBJECT), node);
      graph.flows().add(result, made);
      return true;
    }
    if (call.owner.equals(PRIVILEGED) && call.name.startsWith("doPrivileged")) {
      return runPrivileged(call, arguments[0], result);
    }
    if (node.method.owner.origin.isJdk()) {
      return isMethodHandle(call) && isPolymorphicHandle(call, arguments, result);
    }
    return switch (call.owner) {
      case "java/lang/Class" -> classMethod(call, arguments, result, texts);
      case "java/lang/reflect/Constructor" ->
          call.name.equals("newInstance") && invoke(call, arguments[0], Flow.ofAny(), result);
      case "java/lang/reflect/Method" ->
          call.name.equals("invoke") && invoke(call, arguments[0], arguments[1], result);
      case "java/lang/invoke/MethodHandles$Lookup" -> {
        lookup(call, arguments, result, texts);
        yield false;
      }
      case METHOD_HANDLE ->
          isMethodHandle(call) && invoke(call, arguments[0], first(arguments), result);
      case "java/util/ServiceLoader" -> {
        if (call.name.startsWith("load") && !graph.escapes().hasProviders()) {
          node.noteUnknown("reflection through java.util.ServiceLoader." + call.name);
        }
        yield false;
      }
      case "java/lang/String" -> call.name.equals("split") && isPlainSplit(texts);
      default -> false;
    };
  }

  /** Calls the action directly, so that actions of different calls do not mix. */
  private boolean runPrivileged(MethodInsnNode call, Flow action, Flow result) {
    String type = Type.getArgumentTypes(call.desc)[0].getInternalName();
    CodeClass owner = graph.universe().find(type);
    if (owner == null || action == null) {
      return false;
    }
    graph.callVirtual(node, owner, "run", "()Ljava/lang/Object;", new Flow[] {action}, result);
    return true;
  }

  private static boolean isMethodHandle(MethodInsnNode call) {
    return call.owner.equals(METHOD_HANDLE) && call.name.startsWith("invoke");
  }

  private boolean isPolymorphicHandle(MethodInsnNode call, Flow[] arguments, Flow result) {
    if (call.name.equals("invokeWithArguments")) {
      return false;
    }
    for (Flow each : arguments) {
      if (each != null) {
        graph.flows().assign(each, graph.escapes().escaped(), null);
      }
    }
    if (result != null) {
      graph
          .flows()
          .assign(
              graph.flows().membersOf(Type.getReturnType(call.desc).getInternalName()),
              result,
              null);
    }
    return true;
  }

  private static Flow first(Flow[] arguments) {
    return arguments.length > 1 && arguments[1] != null ? arguments[1] : Flow.ofAny();
  }

  /** Whether a separator makes String.split work without regular expressions. */
  private static boolean isPlainSplit(Set<String> texts) {
    return texts.size() == 1
        && texts.iterator().next().length() == 1
        && ".$|()[{^?*+\\".indexOf(texts.iterator().next().charAt(0)) < 0;
  }

  /** Copies the elements of an array to another. */
  private void copy(Flow from, Flow to) {
    if (from == null || to == null) {
      return;
    }
    Flow moved = Flow.ofAny();
    graph.arrays().load(from, moved);
    graph.arrays().store(to, moved);
  }

  private boolean classMethod(
      MethodInsnNode call, Flow[] arguments, Flow result, Set<String> texts) {
    switch (call.name) {
      case "forName" -> {
        for (String text : texts) {
          String className = text.replace('.', '/');
          CodeClass type = graph.universe().find(className);
          if (type != null) {
            graph.initialize(type, node);
            graph.flows().add(result, graph.types().constant(className));
          }
        }
        return false;
      }
      case "getDeclaredConstructor", "getConstructor" -> {
        lookUp(arguments[0], "<init>", result);
        return false;
      }
      case "getDeclaredMethod", "getMethod" -> {
        for (String text : texts) {
          lookUp(arguments[0], text, result);
        }
        return false;
      }
      case "newInstance" -> {
        Flow constructor = Flow.ofAny();
        lookUp(arguments[0], "<init>", constructor);
        boolean isKnown = invoke(call, constructor, Flow.ofAny(), result);
        unknownUnlessNamed(call, arguments[0], ObjectType.Kind.CLASS);
        return isKnown;
      }
      default -> {
        return false;
      }
    }
  }

  private void lookUp(Flow classes, String member, Flow result) {
    graph
        .flows()
        .listen(
            classes,
            type -> {
              if (type.kind() == ObjectType.Kind.CLASS) {
                graph.flows().add(result, graph.types().member(type.name(), member));
              }
            });
  }

  /** Adds methods that a lookup finds, to be called on unknown receivers. */
  private void lookup(MethodInsnNode call, Flow[] arguments, Flow result, Set<String> texts) {
    if (!call.name.startsWith("find") || call.name.equals("findVarHandle") || result == null) {
      return;
    }
    Flow found = Flow.ofAny();
    if (call.name.equals("findConstructor")) {
      lookUp(arguments[1], "<init>", found);
    }
    for (String text : texts) {
      lookUp(arguments[1], text, found);
    }
    graph.flows().assign(found, result, null);
  }

  private boolean invoke(MethodInsnNode call, Flow members, Flow receiver, Flow result) {
    graph
        .flows()
        .listen(
            members,
            type -> {
              if (type.kind() == ObjectType.Kind.MEMBER) {
                Flow returned = result == null ? Flow.ofAny() : result;
                graph.lambdas().call(node, type, receiver, returned);
              }
            });
    if (!call.owner.equals("java/lang/Class")) {
      unknownUnlessNamed(call, members, ObjectType.Kind.MEMBER);
    }
    graph.give(result, Type.getReturnType(call.desc));
    return true;
  }

  private void unknownUnlessNamed(MethodInsnNode call, Flow flow, ObjectType.Kind kind) {
    graph
        .flows()
        .listen(
            flow,
            type -> {
              if (type.kind() != kind) {
                node.noteUnknown(
                    "reflection through " + call.owner.replace('/', '.') + "." + call.name);
              }
            });
    graph
        .unknown()
        .unlessReached(
            node, flow, "reflection through " + call.owner.replace('/', '.') + "." + call.name);
  }
}
