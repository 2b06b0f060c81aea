package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Classes of which objects can exist before an entry point is called: those that the JVM makes,
 * those that the checked code makes itself, and those that the JDK and libraries make for it and
 * that one of its fields can hold.
 */
final class Seeds {
  /**
   * How many methods of a factory are looked at, nearest first. A factory makes its product in a
   * few calls; what it makes far away (caches, tables of services) does not leave it.
   */
  private static final int MAX_METHODS = 60;

  private final Universe universe;
  private final Set<CodeClass> found = new LinkedHashSet<>();
  private final Set<String> held = new HashSet<>();
  private final Set<CodeMethod> factories = new LinkedHashSet<>();

  private Seeds(Universe universe) {
    this.universe = universe;
  }

  /** The classes of the JVM, and what these classes bring with them. */
  static List<CodeClass> of(Universe universe, Collection<CodeClass> checked) {
    Seeds seeds = new Seeds(universe);
    for (String name : List.of("java/lang/String", "java/lang/Class", "java/lang/Thread")) {
      seeds.add(universe.find(name));
    }
    for (CodeClass type : checked) {
      seeds.held.addAll(type.fieldTypes);
      for (CodeMethod method : type.methods.values()) {
        seeds.scan(method);
      }
    }
    seeds.held.remove("java/lang/Object");
    seeds.runFactories();
    return new ArrayList<>(seeds.found);
  }

  private void add(CodeClass type) {
    if (type != null) {
      found.add(type);
    }
  }

  private void scan(CodeMethod method) {
    for (Step step : method.steps) {
      if (step.kind() == Step.Kind.NEW) {
        add(universe.find(step.owner()));
      } else if (step.kind() == Step.Kind.CALL || step.kind() == Step.Kind.VIRTUAL) {
        CodeClass owner = universe.find(step.owner());
        CodeMethod target =
            owner == null || owner.checked ? null : universe.resolve(owner, step.key());
        if (target != null && !target.isAbstract() && !CutPoints.isCut(method, target)) {
          factories.add(target);
        }
      }
    }
  }

  private void runFactories() {
    List<CodeClass> made = List.copyOf(found);
    for (CodeMethod factory : factories) {
      Type result = Type.getReturnType(factory.descriptor);
      if (result.getSort() == Type.OBJECT && isHeld(result.getInternalName())) {
        Walk walk = new Walk(universe, made, false);
        walk.enter(factory);
        walk.run(MAX_METHODS);
        for (CodeClass type : walk.created()) {
          Set<String> supertypes = universe.supertypesOf(type);
          if (supertypes.contains(result.getInternalName())
              && !Collections.disjoint(held, supertypes)) {
            found.add(type);
          }
        }
      }
    }
  }

  /** Whether a field can hold what the factory says that it makes. */
  private boolean isHeld(String result) {
    if (result.equals("java/lang/Object") || result.equals("java/lang/String")) {
      return false;
    }
    CodeClass type = universe.find(result);
    if (type == null || !Collections.disjoint(held, universe.supertypesOf(type))) {
      return type != null;
    }
    for (String each : held) {
      CodeClass field = universe.find(each);
      if (field != null && universe.supertypesOf(field).contains(result)) {
        return true;
      }
    }
    return false;
  }
}
