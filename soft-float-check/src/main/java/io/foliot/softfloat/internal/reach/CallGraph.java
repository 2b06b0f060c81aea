package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.model.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/**
 * Which methods call which: built from the entry points on, all of them together, so that each
 * method is read once. A virtual call means the methods of the objects that can get there, which
 * {@link Propagation} finds out while the graph grows.
 */
final class CallGraph {
  /** Calls in a row that are followed apart. */
  private static final int MAX_DEPTH = 2;

  private final Universe universe;
  private final Types types;
  private final Propagation flows;
  private final Escapes escapes;
  private final Lambdas lambdas = new Lambdas(this);
  private final ArrayContents arrays = new ArrayContents(this);
  private final Map<CodeMethod, Reached> shared = new LinkedHashMap<>();
  private final List<Reached> all = new ArrayList<>();
  private final ArrayDeque<Reached> unread = new ArrayDeque<>();
  private final List<CallSite> sites = new ArrayList<>();
  private final Map<CodeClass, Map<CodeField, Flow>> fields = new HashMap<>();
  private final Junctions junctions = new Junctions(this);
  private final UnknownCode unknown = new UnknownCode(this);

  /** What runs only in programs that ask for parallel streams, with its callers. */
  private final Map<Reached, List<Reached>> waiting = new LinkedHashMap<>();

  private boolean isParallel;

  /** What the program stores without naming the field. */
  private final Flow stored = Flow.unlimited(Types.OBJECT);

  private final Flow thrown = Flow.unlimited("java/lang/Throwable");

  CallGraph(Universe universe) {
    this.universe = universe;
    types = new Types(universe, this::added);
    flows = new Propagation(types);
    escapes = new Escapes(this);
  }

  Universe universe() {
    return universe;
  }

  Types types() {
    return types;
  }

  Propagation flows() {
    return flows;
  }

  Escapes escapes() {
    return escapes;
  }

  Lambdas lambdas() {
    return lambdas;
  }

  Junctions junctions() {
    return junctions;
  }

  ArrayContents arrays() {
    return arrays;
  }

  private void added(ObjectType type) {
    if (type.isMade()) {
      flows.made(type);
    } else if (!type.isArray()) {
      giveFields(type.name());
    }
  }

  Flow stored() {
    return stored;
  }

  Flow thrown() {
    return thrown;
  }

  /** All nodes, in the order in which they were reached. */
  Collection<Reached> nodes() {
    return all;
  }

  List<CallSite> sites() {
    return sites;
  }

  /** Reads and follows until nothing is left. */
  void run(Progress progress) {
    do {
      while (flows.step() || readNext(progress)) {
        // Objects first: they are cheaper than bodies.
      }
    } while (fillEmpty());
    unknown.settle(sites);
  }

  private boolean readNext(Progress progress) {
    Reached next = unread.poll();
    while (next != null && next.isWaiting) {
      next = unread.poll();
    }
    if (next == null) {
      return false;
    }
    if (all.size() % 256 == 0) {
      progress.update(all.size() - unread.size(), all.size());
    }
    next.isRead = true;
    if (Carriers.isLeftOut(next.method) && next.isBehindFloat()) {
      leaveOut(next);
    } else {
      new BodyReader(this, next).read();
      if (next.floatUse != null) {
        foundFloat(next);
      }
    }
    return true;
  }

  /** Nothing depends on what it calls any more, but it may call what it is given. */
  private void leaveOut(Reached node) {
    node.isLeftOut = true;
    give(node.result, Type.getReturnType(node.method.descriptor));
    for (Flow each : node.parameters) {
      escapes.pass(each, node);
    }
  }

  void addCaller(Reached node, Reached caller, boolean isCall) {
    (isCall ? node.callers : node.initiators).add(caller);
    if (isCall && node.isFloat) {
      foundFloat(caller);
    }
    if (node.isLeftOut && !caller.isFloat) {
      node.isLeftOut = false;
      unread.add(node);
    }
  }

  /** Calls lead from a node, and from all that call it, to floating point. */
  private void foundFloat(Reached first) {
    ArrayDeque<Reached> queue = new ArrayDeque<>();
    queue.add(first);
    while (!queue.isEmpty()) {
      Reached next = queue.remove();
      if (!next.isFloat) {
        next.isFloat = true;
        queue.addAll(next.callers);
      }
    }
  }

  /**
   * Where checked code calls a method of an object that nothing is known of, reflection or a
   * framework set it.
   */
  private boolean fillEmpty() {
    boolean changed = false;
    for (int i = 0; i < sites.size(); i++) {
      CallSite site = sites.get(i);
      if (site.receiver().isEmpty()
          && !site.caller.isJunction
          && !site.caller.method.owner.origin.isJdk()) {
        flows.add(site.receiver(), types.given(site.owner.name));
        changed = true;
      }
    }
    return changed;
  }

  /** The node of a method, of which all calls are followed together. */
  Reached reach(CodeMethod method) {
    Reached known = shared.get(method);
    if (known == null) {
      known = node(method, 0);
      shared.put(method, known);
    }
    return known;
  }

  private Reached reach(CodeMethod method, Reached caller) {
    if (caller.depth < MAX_DEPTH && method.isForwarder()) {
      return node(method, caller.depth + 1);
    }
    return reach(method);
  }

  private Reached node(CodeMethod method, int depth) {
    List<Flow> parameters = new ArrayList<>();
    if (!method.isStatic()) {
      parameters.add(Flow.in(method.owner, method.owner.name));
    }
    for (Type each : Type.getArgumentTypes(method.descriptor)) {
      parameters.add(
          Types.isReference(each) ? Flow.in(method.owner, each.getInternalName()) : null);
    }
    Type result = Type.getReturnType(method.descriptor);
    Reached node =
        new Reached(
            method,
            depth,
            parameters.toArray(new Flow[0]),
            Types.isReference(result) ? Flow.in(method.owner, result.getInternalName()) : null);
    all.add(node);
    unread.add(node);
    return node;
  }

  /**
   * A call of exactly one method.
   *
   * @param arguments what is passed, the object itself first; null for values
   * @param result receives what is returned, or null
   * @param isVirtual whether the objects that it is made on are passed one by one
   * @return the node, or null where the call is not followed
   */
  Reached call(
      Reached caller, CodeMethod target, Flow[] arguments, Flow result, boolean isVirtual) {
    if (CutPoints.isCut(caller.method, target)) {
      give(result, Type.getReturnType(target.descriptor));
      return null;
    }
    Reached node = reach(target, caller);
    if (!isParallel && !caller.isJunction && CutPoints.isParallel(caller.method, target)) {
      node.isWaiting |= !node.isRead && node.callers.isEmpty();
      waiting.computeIfAbsent(node, each -> new ArrayList<>()).add(caller);
    } else {
      stopWaiting(node);
      addCaller(node, caller, true);
    }
    if (target.isStatic()) {
      initialize(target.owner, caller);
    }
    Type[] declared = Type.getArgumentTypes(target.descriptor);
    int first = target.isStatic() ? 0 : 1;
    for (int i = isVirtual ? 1 : 0; i < node.parameters.length; i++) {
      if (node.parameters[i] != null && i < arguments.length && arguments[i] != null) {
        String type = i < first ? target.owner.name : declared[i - first].getInternalName();
        flows.assign(arguments[i], node.parameters[i], type);
      }
    }
    if (result != null && node.result != null) {
      flows.assign(node.result, result, null);
    }
    return node;
  }

  private void stopWaiting(Reached node) {
    if (node.isWaiting) {
      node.isWaiting = false;
      unread.add(node);
    }
  }

  /** A call whose target depends on the object. */
  void callVirtual(
      Reached caller,
      CodeClass owner,
      String name,
      String descriptor,
      Flow[] arguments,
      Flow result) {
    CallSite site = new CallSite(this, caller, owner, name, descriptor, arguments, result);
    sites.add(site);
    flows.listen(site.receiver(), site);
  }

  /** A node for what several methods do in the same way, the first of them given. */
  Reached junction(CodeMethod first) {
    Reached junction = new Reached(first, MAX_DEPTH, new Flow[0], null);
    junction.isJunction = true;
    all.add(junction);
    return junction;
  }

  /** A variable of a type, or null for values. */
  static Flow flowOf(Type type) {
    return Types.isReference(type) ? new Flow(type.getInternalName()) : null;
  }

  /** The call leads to code that is not known: it may call what it is given. */
  void leave(CallSite site) {
    give(site.result, Type.getReturnType(site.descriptor));
    for (int i = 1; i < site.arguments.length; i++) {
      escapes.pass(site.arguments[i], site.caller);
    }
  }

  /** What code that is not known gives. */
  void give(Flow to, Type type) {
    if (to != null && Types.isReference(type)) {
      flows.add(to, types.given(type.getInternalName()));
    }
  }

  /** The objects of a class that the program did not make hold what is not known. */
  private void giveFields(String type) {
    for (String each : universe.supertypesOf(type)) {
      CodeClass supertype = universe.find(each);
      if (supertype != null && !supertype.origin.isChecked()) {
        escapes.give(supertype);
      }
    }
  }

  /** An object that the program makes. */
  ObjectType make(String name) {
    ObjectType made = types.made(name);
    escapes.made(name);
    return made;
  }

  /** A class file is damaged. */
  void damaged(CodeClass type) {
    universe.damaged(type.name);
  }

  UnknownCode unknown() {
    return unknown;
  }

  /** The program asks for parallel streams or sorting. */
  void startParallel() {
    if (!isParallel) {
      isParallel = true;
      waiting.forEach(
          (node, callers) -> {
            stopWaiting(node);
            callers.forEach(caller -> addCaller(node, caller, true));
          });
    }
  }

  /** Makes the static initialisers of a class run, unless they have to have run before. */
  void initialize(CodeClass type, Reached from) {
    CodeClass owner = from.method.owner;
    boolean isOver =
        owner == type || (!type.isInterface() && universe.isSubtype(owner.name, type.name));
    if (!isOver || from.method.isInitializer()) {
      enterInitializers(type, from);
    }
  }

  /** Makes the static initialisers of a class run before a method that is called from outside. */
  void enterInitializers(CodeClass type, Reached from) {
    for (CodeMethod each : universe.initializersOf(type)) {
      if (CutPoints.isCut(from.method, each)) {
        // It ran before the program, or as good as that: its objects exist, its calls are over.
        if (shared.get(each) == null) {
          Reached node = reach(each);
          node.isOver = true;
        }
      } else if (!each.equals(from.method)) {
        addCaller(reach(each), from, false);
      }
    }
  }

  /** What a field holds. */
  Flow field(CodeField field) {
    Map<CodeField, Flow> ofOwner =
        fields.computeIfAbsent(field.owner(), k -> new LinkedHashMap<>());
    Flow known = ofOwner.get(field);
    if (known == null) {
      known = Flow.in(field.owner(), Type.getType(field.descriptor()).getInternalName());
      ofOwner.put(field, known);
      escapes.opened(field, known);
    }
    return known;
  }

  /** The fields of a class that were used so far. */
  Map<CodeField, Flow> fieldsOf(CodeClass owner) {
    return fields.getOrDefault(owner, Map.of());
  }
}
