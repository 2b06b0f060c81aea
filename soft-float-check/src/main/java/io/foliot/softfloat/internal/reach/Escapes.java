package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Objects that escape to code outside or come from there: objects that are returned, thrown, stored
 * in visible fields or passed to unknown code. Code outside calls the methods that it can see.
 */
final class Escapes {
  private final CallGraph graph;
  private final Flow escaped = Flow.unlimited(Types.OBJECT);
  private final Set<CodeClass> given = new HashSet<>();
  private final Set<CodeClass> left = new HashSet<>();
  private boolean hasProviders;
  private final Set<Flow> passed = new HashSet<>();

  /** The calls of unknown code, by receiver. */
  private final Map<ObjectType, Reached> callBacks = new HashMap<>();

  private final Map<String, List<CodeMethod>> callable = new HashMap<>();

  /** Receives each escaped object or lambda of the inputs. */
  private Consumer<ObjectType> outside = type -> {};

  /** Receives each class of the inputs that the program instantiates. */
  private Consumer<CodeClass> made = type -> {};

  Escapes(CallGraph graph) {
    this.graph = graph;
    graph.flows().listen(escaped, this::leave);
  }

  void listen(Consumer<ObjectType> toEscaped, Consumer<CodeClass> toMade) {
    outside = toEscaped;
    made = toMade;
  }

  /** Whether the inputs contain service providers. */
  boolean hasProviders() {
    return hasProviders;
  }

  void setProviders() {
    hasProviders = true;
  }

  Flow escaped() {
    return escaped;
  }

  void made(String name) {
    CodeClass type = name.startsWith("[") ? null : graph.universe().find(name);
    if (type != null && type.origin.isChecked()) {
      made.accept(type);
    }
  }

  /** Passes an argument to unknown code that a method calls. */
  void pass(Flow argument, Reached caller) {
    if (argument != null && passed.add(argument)) {
      graph.flows().listen(argument, type -> callBack(type, caller, true));
    }
  }

  /** Passes an argument to skipped code, whose calls do not count: its callers are float anyway. */
  void passSkipped(Flow argument, Reached skipped) {
    if (argument != null) {
      graph.flows().listen(argument, type -> callBack(type, skipped, false));
    }
  }

  /** Adds the calls of unknown code that receives an object. */
  private void callBack(ObjectType type, Reached caller, boolean counts) {
    if (type.isGiven()) {
      return;
    }
    Reached shared = callBacks.get(type);
    if (shared == null) {
      shared = graph.junction(caller.method);
      callBacks.put(type, shared);
      follow(type, shared);
    }
    if (counts) {
      graph.addCaller(shared, caller, true);
    }
  }

  private void follow(ObjectType type, Reached junction) {
    if (type.isAny()) {
      Flow members = graph.flows().membersOf(type.name());
      graph.flows().listen(members, each -> callBack(each, junction, true));
      return;
    }
    graph.flows().add(escaped, type);
    Lambda lambda = type.lambda();
    if (lambda != null) {
      if (!lambda.maker.method.owner.origin.isJdk()) {
        graph.lambdas().call(junction, lambda, unknownArguments(lambda), escaped);
      }
      return;
    }
    for (CodeMethod method : callableByOthers(type)) {
      Flow[] arguments = new Flow[Type.getArgumentTypes(method.descriptor).length + 1];
      int at = 1;
      for (Type each : Type.getArgumentTypes(method.descriptor)) {
        arguments[at++] = given(each);
      }
      arguments[0] = new Flow(method.owner.name);
      graph.flows().add(arguments[0], type);
      graph.call(junction, method, arguments, escaped, false);
    }
  }

  /** The arguments that unknown code passes to a lambda. */
  Flow[] unknownArguments(Lambda lambda) {
    Type[] all = Type.getArgumentTypes(lambda.target.getDesc());
    int tag = lambda.target.getTag();
    List<Flow> arguments = new ArrayList<>();
    if (tag != Opcodes.H_INVOKESTATIC && tag != Opcodes.H_NEWINVOKESPECIAL) {
      arguments.add(given(Type.getObjectType(lambda.target.getOwner())));
    }
    for (Type each : all) {
      arguments.add(given(each));
    }
    int captured = Math.min(lambda.captured.length, arguments.size());
    return arguments.subList(captured, arguments.size()).toArray(new Flow[0]);
  }

  private Flow given(Type type) {
    if (!Types.isReference(type)) {
      return null;
    }
    Flow flow = CallGraph.flowOf(type);
    graph.give(flow, type);
    return flow;
  }

  /** Methods of the program that override a method of the JDK or a library. */
  List<CodeMethod> callableByOthers(ObjectType type) {
    CodeClass owner = type.isArray() ? null : graph.universe().find(type.name());
    if (owner == null || owner.origin == Origin.JDK || type.kind() != ObjectType.Kind.MADE) {
      return List.of();
    }
    List<CodeMethod> known = callable.get(owner.name);
    if (known == null) {
      known = callableByOthers(owner, type);
      callable.put(owner.name, known);
    }
    return known;
  }

  private List<CodeMethod> callableByOthers(CodeClass owner, ObjectType type) {
    Set<CodeMethod> found = new LinkedHashSet<>();
    for (String name : type.supertypes()) {
      CodeClass declaring = graph.universe().find(name);
      if (declaring == null || declaring.origin.isChecked()) {
        continue;
      }
      for (CodeMethod declared : declaring.methods.values()) {
        boolean isVirtual =
            !declared.isStatic() && !declared.isPrivate() && !declared.isConstructor();
        CodeMethod selected = isVirtual ? graph.universe().select(owner, declared.key()) : null;
        if (selected != null && !selected.isAbstract() && selected.owner.origin != Origin.JDK) {
          found.add(selected);
        }
      }
    }
    return new ArrayList<>(found);
  }

  private void leave(ObjectType type) {
    if (type.isAny()) {
      graph.flows().assign(graph.flows().membersOf(type.name()), escaped, null);
      return;
    }
    if (type.lambda() != null) {
      outside.accept(type);
      for (Flow each : type.lambda().captured) {
        if (each != null && type.lambda().maker.method.owner.origin.isJdk()) {
          graph.flows().assign(each, escaped, null);
        }
      }
      return;
    }
    if (type.isArray()) {
      if (type.holdsObjects()) {
        graph.flows().assign(graph.arrays().elements(type), escaped, null);
      }
      return;
    }
    if (type.kind() != ObjectType.Kind.MADE) {
      return;
    }
    outside.accept(type);
    for (String name : type.supertypes()) {
      CodeClass each = graph.universe().find(name);
      if (each != null && !each.origin.isChecked() && left.add(each)) {
        for (Map.Entry<CodeField, Flow> field : List.copyOf(graph.fieldsOf(each).entrySet())) {
          leaveBy(field.getKey(), field.getValue());
        }
      }
    }
  }

  private void leaveBy(CodeField field, Flow flow) {
    if (!field.isStatic()) {
      graph.flows().assign(flow, escaped, null);
    }
  }

  /** Adds unknown objects to the fields of a class of the JDK or a library. */
  void give(CodeClass type) {
    if (given.add(type)) {
      for (Map.Entry<CodeField, Flow> field : List.copyOf(graph.fieldsOf(type).entrySet())) {
        giveField(field.getKey(), field.getValue());
      }
    }
  }

  private void giveField(CodeField field, Flow flow) {
    if (!field.isStatic()) {
      graph.give(flow, Type.getType(field.descriptor()));
    }
  }

  /** Receives each field on its first use. */
  void opened(CodeField field, Flow flow) {
    CodeClass owner = field.owner();
    if (given.contains(owner)) {
      giveField(field, flow);
    }
    if (left.contains(owner)) {
      leaveBy(field, flow);
    }
    boolean isStream =
        owner.name.equals("java/lang/System")
            && (field.name().equals("out")
                || field.name().equals("err")
                || field.name().equals("in"));
    if (isStream) {
      // The JVM sets them.
      graph.give(flow, Type.getType(field.descriptor()));
    }
  }
}
