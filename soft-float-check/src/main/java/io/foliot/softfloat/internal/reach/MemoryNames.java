package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds fields that are named by strings, for {@code VarHandle}, {@code Unsafe}, field updaters and
 * reflection, which store values without field instructions.
 */
final class MemoryNames {
  private static final Set<String> LOOKUPS =
      Set.of(
          "findVarHandle",
          "findStaticVarHandle",
          "objectFieldOffset",
          "newUpdater",
          "getDeclaredField",
          "getField");

  private MemoryNames() {}

  static void read(CallGraph graph, CodeClass owner, MethodNode body) {
    boolean isLookup = false;
    for (AbstractInsnNode each : body.instructions) {
      isLookup |= each instanceof MethodInsnNode call && LOOKUPS.contains(call.name);
    }
    if (!isLookup) {
      return;
    }
    List<CodeClass> classes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    classes.add(owner);
    for (AbstractInsnNode each : body.instructions) {
      if (each instanceof LdcInsnNode constant) {
        if (constant.cst instanceof String name) {
          names.add(name);
        } else if (constant.cst instanceof Type type && type.getSort() == Type.OBJECT) {
          CodeClass found = graph.universe().find(type.getInternalName());
          if (found != null) {
            classes.add(found);
          }
        }
      }
    }
    for (CodeClass type : classes) {
      for (CodeField field : type.fields.values()) {
        if (names.contains(field.name()) && field.isReference()) {
          String descriptor = Type.getType(field.descriptor()).getInternalName();
          graph.flows().assign(graph.stored(), graph.field(field), descriptor);
        }
      }
    }
  }
}
