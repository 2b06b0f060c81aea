package io.foliot.softfloat.internal.reach;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** Shared nodes for equal calls on every object of a type. */
final class Junctions {
  /** What the calls have in common, including what cuts depend on. */
  private record Key(String type, String called, boolean isLinking, boolean isAsked) {}

  private final CallGraph graph;
  private final Map<Key, CallSite> sites = new HashMap<>();

  Junctions(CallGraph graph) {
    this.graph = graph;
  }

  /** Joins a call on every object of a type with its equals. */
  void join(CallSite site, String type) {
    Key key = new Key(type, site.key, CutPoints.isLinking(site.caller.method), site.isAsked);
    CallSite shared = sites.get(key);
    if (shared == null) {
      shared = open(site, type);
      sites.put(key, shared);
      graph.flows().listen(shared.receiver(), shared);
    }
    graph.addCaller(shared.caller, site.caller, true);
    for (int i = 1; i < site.arguments.length; i++) {
      if (site.arguments[i] != null && shared.arguments[i] != null) {
        graph.flows().assign(site.arguments[i], shared.arguments[i], null);
      }
    }
    if (site.result != null && shared.result != null) {
      graph.flows().assign(shared.result, site.result, null);
    }
  }

  private CallSite open(CallSite site, String type) {
    Flow[] arguments = new Flow[site.arguments.length];
    Type[] declared = Type.getArgumentTypes(site.descriptor);
    for (int i = 1; i < arguments.length; i++) {
      arguments[i] = CallGraph.flowOf(declared[i - 1]);
    }
    arguments[0] = graph.flows().membersOf(type);
    Flow result = CallGraph.flowOf(Type.getReturnType(site.descriptor));
    Reached junction = graph.junction(site.caller.method);
    return new CallSite(graph, junction, site.owner, site.name, site.descriptor, arguments, result);
  }
}
