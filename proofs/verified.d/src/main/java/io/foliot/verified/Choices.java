package io.foliot.verified;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * The decisions along a path. A theorem is walked repeatedly from its beginning; each walk repeats
 * the decisions of the previous one up to the last that has another option.
 */
final class Choices {
  /** The remaining options of each decision; the first is the current one. */
  private final List<Deque<Integer>> decisions = new ArrayList<>();

  private int next;

  /** The index of a possible option. */
  int choose(int count, IntPredicate isPossible) {
    if (next == decisions.size()) {
      Deque<Integer> possible = new ArrayDeque<>();
      for (int option = 0; option < count; option++) {
        // This path is possible, so the last option is possible if no other is.
        if ((option == count - 1 && possible.isEmpty()) || isPossible.test(option)) {
          possible.add(option);
        }
      }
      decisions.add(possible);
    }
    return decisions.get(next++).getFirst();
  }

  /** A result without alternatives, remembered so that it is computed once. */
  boolean find(BooleanSupplier finding) {
    if (next == decisions.size()) {
      decisions.add(new ArrayDeque<>(List.of(finding.getAsBoolean() ? 1 : 0)));
    }
    return decisions.get(next++).getFirst() == 1;
  }

  /** Moves to the next path; false if all have been walked. */
  boolean advance() {
    next = 0;
    while (!decisions.isEmpty()) {
      Deque<Integer> last = decisions.get(decisions.size() - 1);
      last.removeFirst();
      if (!last.isEmpty()) {
        return true;
      }
      decisions.remove(decisions.size() - 1);
    }
    return false;
  }
}
