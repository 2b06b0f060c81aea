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
 * The call graph of all entry points together, so that each method is read once. A virtual call
 * leads to the methods of the objects that can arrive there, which {@link Propagation} determines
 * while the graph grows.
 */
final class CallGraph {
  /** The length of call chains that are followed separately for each caller. */
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

  /** Nodes that run only in programs with parallel streams, and their callers. */
  private final Map<Reached, List<Reached>> waiting = new LinkedHashMap<>();

  private boolean isParallel;

  /** Objects that the program stores without a field instruction. */
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

  /** Builds the graph. */
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

  /** Skips code behind known floating point, which may still call its arguments. */
  private void leaveOut(Reached node) {
    node.isLeftOut = true;
    give(node.result, Type.getReturnType(node.method.descriptor));
    for (Flow each : node.parameters) {
      escapes.passSkipped(each, node);
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

  /** Marks a node and all its callers as leading to floating point. */
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

  /** Adds receivers to calls of the program that have none: reflection or a framework sets them. */
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

  /** The node of a method that all its callers share. */
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
    boolean isHeld = !Casts.onlyCastsParameters(method);
    if (!method.isStatic()) {
      parameters.add(Flow.in(method.owner, method.owner.name));
    }
    for (Type each : Type.getArgumentTypes(method.descriptor)) {
      Flow held = Types.isReference(each) ? Flow.in(method.owner, each.getInternalName()) : null;
      parameters.add(isHeld ? held : flowOf(each));
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
   * Adds a call of exactly one method.
   *
   * @param arguments the arguments, the receiver first; null for primitive values
   * @param result receives the result, or null
   * @param isVirtual whether the caller passes the receivers one by one
   * @return the node, or null if the call is cut
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

  /** Adds a call whose target depends on the receiver. */
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

  /** Adds a node for a call that several methods share, of which one is given. */
  Reached junction(CodeMethod first) {
    Reached junction = standIn(first);
    junction.isJunction = true;
    return junction;
  }

  /** Adds a node without a body, which makes calls in place of a method. */
  Reached standIn(CodeMethod method) {
    Reached node = new Reached(method, MAX_DEPTH, new Flow[0], null);
    all.add(node);
    return node;
  }

  /** Creates a variable of a type, or null for primitive values. */
  static Flow flowOf(Type type) {
    return Types.isReference(type) ? new Flow(type.getInternalName()) : null;
  }

  /** Leaves the known code, which passes the arguments to unknown code. */
  void leave(CallSite site) {
    give(site.result, Type.getReturnType(site.descriptor));
    for (int i = 1; i < site.arguments.length; i++) {
      escapes.pass(site.arguments[i], site.caller);
    }
  }

  /** Assigns an object from unknown code. */
  void give(Flow to, Type type) {
    if (to != null && Types.isReference(type)) {
      flows.add(to, types.given(type.getInternalName()));
    }
  }

  /** Assigns unknown objects to the fields of objects from unknown code. */
  private void giveFields(String type) {
    for (String each : universe.supertypesOf(type)) {
      CodeClass supertype = universe.find(each);
      if (supertype != null && !supertype.origin.isChecked()) {
        escapes.give(supertype);
      }
    }
  }

  /** Adds an object that the program creates. */
  ObjectType make(String name) {
    ObjectType made = types.made(name);
    escapes.made(name);
    return made;
  }

  /** Reports a damaged class file. */
  void damaged(CodeClass type) {
    universe.damaged(type.name);
  }

  UnknownCode unknown() {
    return unknown;
  }

  /** Follows parallel streams and sorting, because the program uses them. */
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

  /** Adds the static initializers of a class, unless they must have run already. */
  void initialize(CodeClass type, Reached from) {
    CodeClass owner = from.method.owner;
    boolean hasRun =
        owner == type || (!type.isInterface() && universe.isSubtype(owner.name, type.name));
    if (!hasRun || from.method.isInitializer()) {
      enterInitializers(type, from);
    }
  }

  /** Adds the static initializers that run before a method that is called from outside. */
  void enterInitializers(CodeClass type, Reached from) {
    for (CodeMethod each : universe.initializersOf(type)) {
      if (CutPoints.isCut(from.method, each)) {
        // Has run before the program: its objects exist, and its calls do not count.
        if (shared.get(each) == null) {
          Reached node = reach(each);
          node.hasRun = true;
        }
      } else if (!each.equals(from.method)) {
        addCaller(reach(each), from, false);
      }
    }
  }

  /** The variable of a field. */
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

  /** The fields of a class that the program uses so far. */
  Map<CodeField, Flow> fieldsOf(CodeClass owner) {
    return fields.getOrDefault(owner, Map.of());
  }
}
