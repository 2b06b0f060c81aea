package io.foliot.softfloat.internal.reach;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Type propagation (Sundaresan and others, Practical Virtual Method Call Resolution for Java,
 * OOPSLA 2000): passes objects from variable to variable until nothing changes. Each object passes
 * each assignment once. A variable with more than {@link Flow#LIMIT} kinds of objects holds all
 * objects of its type instead, as in rapid type analysis (Bacon and Sweeney, OOPSLA 1996).
 */
final class Propagation {
  private final Types types;
  private final ArrayDeque<Flow> queue = new ArrayDeque<>();

  /** The objects that the program creates, by supertype. */
  private final Map<String, Flow> members = new HashMap<>();

  /** Objects for new listeners, delivered later to avoid deep recursion. */
  private final ArrayDeque<Runnable> late = new ArrayDeque<>();

  private final HeldObjects held = new HeldObjects(this);

  Propagation(Types types) {
    this.types = types;
  }

  HeldObjects held() {
    return held;
  }

  /** Adds objects to a variable. */
  void add(Flow flow, ObjectType type) {
    if (flow.isFull()) {
      return;
    }
    ObjectType added = type;
    if (flow.isAtLimit() && !flow.contains(type.id())) {
      flow.fill();
      added = types.any(flow.type);
    } else if (type.isAny() && type.name().equals(flow.type)) {
      flow.fill();
    }
    boolean isWaiting = flow.passed() < flow.size();
    if (flow.add(added.id())) {
      if (!isWaiting) {
        queue.add(flow);
      }
      if (flow.isOfProgram) {
        held.add(added);
      }
    }
  }

  /** Assigns one variable to another, through a cast to {@code type} unless that is null. */
  void assign(Flow from, Flow to, String type) {
    if (from == to || to.isFull()) {
      return;
    }
    Flow.Assignment added =
        new Flow.Assignment(
            to,
            type == null || type.equals(Types.OBJECT) || type.equals(from.type)
                ? null
                : types.filter(type));
    from.add(added);
    for (int i = 0; i < from.passed(); i++) {
      pass(from.get(i), added);
    }
  }

  /** Adds a listener, which receives each object that a variable can hold once. */
  void listen(Flow flow, Flow.Listener listener) {
    flow.add(listener);
    int missed = flow.passed();
    if (missed > 0) {
      late.add(
          () -> {
            for (int i = 0; i < missed; i++) {
              listener.accept(types.get(flow.get(i)));
            }
          });
    }
  }

  /** All objects of a type that the program creates. */
  Flow membersOf(String type) {
    Flow known = members.get(type);
    if (known == null) {
      known = Flow.unlimited(type);
      members.put(type, known);
      for (int i = 0; i < types.size(); i++) {
        ObjectType each = types.get(i);
        if (each.isMade() && each.supertypes().contains(type)) {
          add(known, each);
        }
      }
    }
    return known;
  }

  /** Adds objects of a type that the program did not create before. */
  void made(ObjectType type) {
    for (String each : type.supertypes()) {
      Flow known = members.get(each);
      if (known != null) {
        add(known, type);
      }
    }
  }

  /** Passes some objects on; returns false if there are none. */
  boolean step() {
    Runnable missed = late.poll();
    if (missed != null) {
      missed.run();
      return true;
    }
    Flow flow = queue.poll();
    if (flow == null) {
      return false;
    }
    int from = flow.passed();
    int to = flow.size();
    flow.setPassed(to);
    List<Flow.Assignment> assignments = flow.assignments();
    for (int i = 0; i < assignments.size(); i++) {
      for (int j = from; j < to; j++) {
        pass(flow.get(j), assignments.get(i));
      }
    }
    List<Flow.Listener> listeners = flow.listeners();
    for (int i = 0; i < listeners.size(); i++) {
      for (int j = from; j < to; j++) {
        listeners.get(i).accept(types.get(flow.get(j)));
      }
    }
    return true;
  }

  private void pass(int id, Flow.Assignment assignment) {
    if (assignment.to().isFull()) {
      return;
    }
    ObjectType passed =
        assignment.filter() == null ? types.get(id) : assignment.filter().pass(types.get(id));
    if (passed != null) {
      add(assignment.to(), passed);
    }
  }
}
