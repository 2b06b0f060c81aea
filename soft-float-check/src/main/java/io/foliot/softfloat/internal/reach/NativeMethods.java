package io.foliot.softfloat.internal.reach;

import java.util.Set;
import org.objectweb.asm.Type;

/** Models what native methods do with objects, and the code that they call. */
final class NativeMethods {
  private static final Set<String> MEMORY = Set.of("jdk/internal/misc/Unsafe", "sun/misc/Unsafe");

  private NativeMethods() {}

  static void read(CallGraph graph, Reached node) {
    CodeMethod method = node.method;
    if (BodyReader.hasFloat(method.descriptor)) {
      node.noteFloat("a native method with floating point in its type");
    }
    if (!method.owner.origin.isJdk()) {
      node.noteUnknown("native code");
    }
    String name = method.owner.name + "." + method.name;
    if (name.equals("java/lang/Object.clone")) {
      graph.flows().assign(node.parameters[0], node.result, null);
      return;
    }
    if (name.equals("java/lang/Thread.start0")) {
      call(graph, node, "run", "()V");
    } else if (name.equals("jdk/internal/vm/Continuation.enterSpecial")) {
      // The native code of a virtual thread calls back.
      CodeMethod enter = method.owner.methods.get("enter(Ljdk/internal/vm/Continuation;Z)V");
      if (enter != null) {
        graph.call(node, enter, node.parameters, null, false);
      }
    }
    boolean isMemory = MEMORY.contains(method.owner.name);
    if (isMemory) {
      for (int i = 2; i < node.parameters.length; i++) {
        if (node.parameters[i] != null) {
          graph.flows().assign(node.parameters[i], graph.stored(), null);
          if (node.parameters[1] != null) {
            graph.arrays().store(node.parameters[1], node.parameters[i]);
          }
        }
      }
    }
    if (node.result == null) {
      return;
    }
    Type result = Type.getReturnType(method.descriptor);
    if (isMemory || isReflective(method)) {
      graph.flows().assign(graph.flows().membersOf(result.getInternalName()), node.result, null);
    }
    if (!isMemory) {
      graph.give(node.result, result);
    }
  }

  private static boolean isReflective(CodeMethod method) {
    return method.owner.name.startsWith("java/lang/invoke/")
        || method.owner.name.startsWith("jdk/internal/reflect/")
        || (method.owner.name.equals("java/lang/ref/Reference") && method.name.startsWith("get"));
  }

  private static void call(CallGraph graph, Reached node, String name, String descriptor) {
    Flow[] arguments = {node.parameters[0]};
    graph.callVirtual(node, node.method.owner, name, descriptor, arguments, null);
  }
}
