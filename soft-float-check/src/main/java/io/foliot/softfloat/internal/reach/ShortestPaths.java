package io.foliot.softfloat.internal.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The shortest paths from all nodes of a call graph to the nearest goals. */
final class ShortestPaths {
  /** The next node on the path; a goal leads to itself. */
  private final Map<Reached, Reached> next = new HashMap<>();

  private ShortestPaths() {}

  /**
   * Searches backward from the goals.
   *
   * @param nodes the graph
   * @param isGoal whether a node is a goal
   * @param throughInitializers whether paths may lead through static initializers
   */
  static ShortestPaths to(
      Collection<Reached> nodes, Predicate<Reached> isGoal, boolean throughInitializers) {
    ShortestPaths paths = new ShortestPaths();
    ArrayDeque<Reached> queue = new ArrayDeque<>();
    for (Reached each : nodes) {
      if (isGoal.test(each)) {
        paths.next.put(each, each);
        queue.add(each);
      }
    }
    while (!queue.isEmpty()) {
      Reached to = queue.remove();
      paths.extend(to.callers, to, queue);
      if (throughInitializers) {
        paths.extend(to.initiators, to, queue);
      }
    }
    return paths;
  }

  private void extend(Collection<Reached> callers, Reached to, ArrayDeque<Reached> queue) {
    for (Reached from : callers) {
      if (next.putIfAbsent(from, to) == null) {
        queue.add(from);
      }
    }
  }

  /** The path from a node to the nearest goal, both included; empty if there is none. */
  List<Reached> from(Reached start) {
    List<Reached> path = new ArrayList<>();
    Reached at = start;
    while (next.containsKey(at)) {
      if (!at.isJunction) {
        path.add(at);
      }
      Reached following = next.get(at);
      if (following == at) {
        break;
      }
      at = following;
    }
    return path;
  }
}
