package io.foliot.softfloat.internal.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The shortest way from each node of a call graph to some kind of node, found backwards. */
final class FloatPaths {
  /** The next node on the way; a goal leads to itself. */
  private final Map<Reached, Reached> next = new HashMap<>();

  private FloatPaths() {}

  /**
   * Ways to all goals, each node looked at once.
   *
   * @param nodes the graph
   * @param isGoal tells where the ways end
   * @param throughInitializers whether they may lead through static initialisers
   */
  static FloatPaths to(
      Collection<Reached> nodes, Predicate<Reached> isGoal, boolean throughInitializers) {
    FloatPaths paths = new FloatPaths();
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

  /** The nodes from one to the nearest goal, both included; empty if there is no way. */
  List<Reached> from(Reached start) {
    List<Reached> way = new ArrayList<>();
    Reached at = start;
    while (next.containsKey(at)) {
      if (!at.isJunction) {
        way.add(at);
      }
      Reached following = next.get(at);
      if (following == at) {
        break;
      }
      at = following;
    }
    return way;
  }
}
