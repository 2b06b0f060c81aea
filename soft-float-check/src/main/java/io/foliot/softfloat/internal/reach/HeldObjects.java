package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of objects that variables of the program hold, and calls that wait for them.
 * Collections of the JDK compare, hash and print their elements; this separates the elements of the
 * program from those that only the JDK stores in collections.
 */
final class HeldObjects {
  private static final Set<String> OF_ALL =
      Set.of(
          "equals(Ljava/lang/Object;)Z",
          "hashCode()I",
          "toString()Ljava/lang/String;",
          "compareTo(Ljava/lang/Object;)I");

  private final Propagation flows;
  private final Set<ObjectType> held = new HashSet<>();
  private final Map<ObjectType, List<Runnable>> waiting = new HashMap<>();

  HeldObjects(Propagation flows) {
    this.flows = flows;
  }

  /** Whether a call matters only on objects that the program holds. */
  static boolean isAsked(CodeMethod caller, String called) {
    return OF_ALL.contains(called)
        && caller.owner.origin == Origin.JDK
        && (caller.owner.name.startsWith("java/util/")
            || caller.owner.name.startsWith("java/lang/"));
  }

  /** Adds an object that a variable of the program holds. */
  void add(ObjectType type) {
    if (!held.add(type)) {
      return;
    }
    if (type.isAny()) {
      flows.listen(flows.membersOf(type.name()), this::add);
    }
    List<Runnable> ready = waiting.remove(type);
    if (ready != null) {
      ready.forEach(Runnable::run);
    }
  }

  /** Runs an action once the program holds an object. */
  void whenHeld(ObjectType type, Runnable action) {
    if (held.contains(type)) {
      action.run();
    } else {
      waiting.computeIfAbsent(type, each -> new ArrayList<>()).add(action);
    }
  }
}
