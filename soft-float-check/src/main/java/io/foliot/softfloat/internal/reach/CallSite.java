package io.foliot.softfloat.internal.reach;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A virtual call, whose target depends on the receiver. Each arriving object selects a method. */
final class CallSite implements Flow.Listener {
  final Reached caller;

  /** The class that the instruction names. */
  final CodeClass owner;

  final String name;
  final String descriptor;
  final String key;
  final Flow[] arguments;
  final Flow result;
  private final CallGraph graph;

  /** Whether only receivers that the program holds matter. */
  final boolean isAsked;

  private final Map<CodeMethod, Reached> targets = new HashMap<>(2);
  private final Set<String> widened = new HashSet<>(2);

  /** The type of a receiver from outside without a known implementation, or null. */
  private CodeClass open;

  CallSite(
      CallGraph graph,
      Reached caller,
      CodeClass owner,
      String name,
      String descriptor,
      Flow[] arguments,
      Flow result) {
    this.graph = graph;
    this.caller = caller;
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.key = name + descriptor;
    isAsked = HeldObjects.isAsked(caller.method, key);
    this.arguments = arguments;
    this.result = result;
  }

  Flow receiver() {
    return arguments[0];
  }

  @Override
  public void accept(ObjectType type) {
    if (type.isAny()) {
      acceptAny(type);
      return;
    }
    Lambda lambda = type.lambda();
    if (lambda != null && lambda.name.equals(name)) {
      graph.lambdas().call(this, lambda);
      return;
    }
    String className =
        type.isArray()
            ? Types.OBJECT
            : switch (type.kind()) {
              case CLASS -> "java/lang/Class";
              case MEMBER -> owner.name;
              default -> type.name();
            };
    CodeClass receiver = graph.universe().find(className);
    if (receiver == null) {
      graph.leave(this);
      return;
    }
    if (!type.isArray() && !type.supertypes().contains(owner.name) && type.isGiven()) {
      // The instruction names the narrower type.
      receiver = owner;
    }
    if (isAsked && receiver.origin == Origin.JDK && type.isMade()) {
      CodeClass selected = receiver;
      graph.flows().held().whenHeld(type, () -> call(type, selected));
    } else {
      call(type, receiver);
    }
  }

  private void call(ObjectType type, CodeClass receiver) {
    if (type.isGiven() && receiver.origin.isChecked() && widened.add(receiver.name)) {
      // Callers can pass back objects of the program.
      graph.flows().assign(graph.flows().membersOf(receiver.name), receiver(), null);
    }
    CodeMethod target = graph.universe().select(receiver, key);
    if (target == null || target.isAbstract()) {
      if (type.isGiven() || target == null) {
        open = open == null ? receiver : open;
        graph.leave(this);
      }
      return;
    }
    Reached node = targets.get(target);
    if (node == null && !targets.containsKey(target)) {
      node = graph.call(caller, target, arguments, result, true);
      targets.put(target, node);
    }
    if (node != null && !target.isStatic()) {
      graph.flows().add(node.parameters[0], type);
    }
  }

  /** Accepts every object of a type, in a node that equal calls share. */
  private void acceptAny(ObjectType type) {
    if (!type.supertypes().contains(owner.name) && !graph.types().canBe(type.name(), owner.name)) {
      return;
    }
    String name = type.supertypes().contains(owner.name) ? type.name() : owner.name;
    accept(graph.types().given(name));
    if (widened.add("any " + name)) {
      graph.junctions().join(this, name);
    }
  }

  /** The type of a receiver without a known implementation, or null. */
  CodeClass open() {
    return open;
  }
}
