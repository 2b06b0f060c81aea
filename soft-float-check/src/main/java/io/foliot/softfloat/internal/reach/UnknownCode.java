package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.List;

/** Calls that lead to unknown code, as far as the complete graph shows. */
final class UnknownCode {
  private record Call(Reached caller, Flow receiver, String what) {}

  private final CallGraph graph;
  private final List<Call> calls = new ArrayList<>();

  UnknownCode(CallGraph graph) {
    this.graph = graph;
  }

  /** Adds a call that is unknown if no receiver arrives. */
  void unlessReached(Reached caller, Flow receiver, String what) {
    calls.add(new Call(caller, receiver, what));
  }

  /** Marks the callers, after the graph is complete. */
  void settle(List<CallSite> sites) {
    for (Call each : calls) {
      if (each.receiver().isEmpty()) {
        each.caller().noteUnknown(each.what());
      }
    }
    for (CallSite each : sites) {
      if (each.open() != null
          && !each.caller.isJunction
          && !each.caller.method.owner.origin.isJdk()
          && isUnknown(each)) {
        String called = Labels.of(each.owner.name, each.name, each.descriptor);
        each.caller.noteUnknown(called + " on an object from outside");
      }
    }
  }

  /** Whether the program has no implementation of the type of a receiver. */
  private boolean isUnknown(CallSite site) {
    CodeClass open = site.open();
    return !open.origin.isChecked() || graph.flows().membersOf(open.name).isEmpty();
  }
}
