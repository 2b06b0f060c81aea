package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.List;

/** Calls of which it shows at the end whether they lead to code that is not known. */
final class UnknownCode {
  private record Call(Reached caller, Flow receiver, String what) {}

  private final CallGraph graph;
  private final List<Call> calls = new ArrayList<>();

  UnknownCode(CallGraph graph) {
    this.graph = graph;
  }

  /** A call that is not known if no object arrives that it is made on. */
  void unlessReached(Reached caller, Flow receiver, String what) {
    calls.add(new Call(caller, receiver, what));
  }

  /** Marks the callers, when nothing is left to follow. */
  void settle(List<CallSite> sites) {
    for (Call each : calls) {
      if (each.receiver().isEmpty()) {
        each.caller().lose(each.what());
      }
    }
    for (CallSite each : sites) {
      if (each.open() != null
          && !each.caller.isJunction
          && !each.caller.method.owner.origin.isJdk()
          && isUnknown(each)) {
        String called = Labels.of(each.owner.name, each.name, each.descriptor);
        each.caller.lose(called + " of an object that is given");
      }
    }
  }

  /** A type of the program is implemented by the program, unless it makes no such object. */
  private boolean isUnknown(CallSite site) {
    CodeClass open = site.open();
    return !open.origin.isChecked() || graph.flows().membersOf(open.name).isEmpty();
  }
}
