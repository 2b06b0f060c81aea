package io.foliot.softfloat.internal.reach;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Calls of lambdas, method references and looked-up methods. */
final class Lambdas {
  /** The calls of one lambda in one method, which share a node. */
  private static final class Call {
    final Flow[] passed;
    final Flow result = Flow.ofAny();

    Call(int arguments) {
      passed = new Flow[arguments];
      Arrays.setAll(passed, i -> Flow.ofAny());
    }
  }

  private record Key(Reached caller, Lambda lambda) {}

  private final CallGraph graph;
  private final Map<Key, Call> calls = new HashMap<>();

  Lambdas(CallGraph graph) {
    this.graph = graph;
  }

  /** Calls a lambda: the captured values precede the arguments. */
  void call(CallSite site, Lambda lambda) {
    call(
        site.caller,
        lambda,
        Arrays.copyOfRange(site.arguments, 1, site.arguments.length),
        site.result);
  }

  void call(Reached caller, Lambda lambda, Flow[] passed, Flow result) {
    Call call = calls.get(new Key(caller, lambda));
    if (call == null) {
      call = new Call(passed.length);
      calls.put(new Key(caller, lambda), call);
      join(call, passed, result);
      Flow[] all = Arrays.copyOf(lambda.captured, lambda.captured.length + passed.length);
      System.arraycopy(call.passed, 0, all, lambda.captured.length, passed.length);
      call(caller, lambda.target, all, call.result);
    } else {
      join(call, passed, result);
    }
  }

  private void join(Call call, Flow[] passed, Flow result) {
    for (int i = 0; i < Math.min(passed.length, call.passed.length); i++) {
      if (passed[i] != null) {
        graph.flows().assign(passed[i], call.passed[i], null);
      }
    }
    if (result != null) {
      graph.flows().assign(call.result, result, null);
    }
  }

  /** Calls the target of a method handle. */
  void call(Reached caller, Handle target, Flow[] arguments, Flow result) {
    CodeClass owner = graph.universe().find(target.getOwner());
    if (owner == null) {
      if (!target.getOwner().startsWith("[")) {
        caller.noteUnknown(BodyReader.missing(target.getOwner()));
        for (Flow each : arguments) {
          graph.escapes().pass(each, caller);
        }
      }
      return;
    }
    switch (target.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> {
        Flow made = new Flow(owner.name);
        graph.flows().add(made, graph.make(owner.name));
        graph.initialize(owner, caller);
        Flow[] all = new Flow[arguments.length + 1];
        all[0] = made;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        exact(caller, owner, target, all, null);
        if (result != null) {
          graph.flows().assign(made, result, null);
        }
      }
      case Opcodes.H_INVOKESTATIC, Opcodes.H_INVOKESPECIAL ->
          exact(caller, owner, target, arguments, result);
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE -> {
        CodeMethod declared = graph.universe().resolve(owner, target.getName() + target.getDesc());
        if (declared != null && declared.isPrivate()) {
          exact(caller, owner, target, arguments, result);
        } else if (arguments.length > 0 && arguments[0] != null) {
          Flow receiver = new Flow(owner.name);
          graph.flows().assign(arguments[0], receiver, owner.name);
          Flow[] all = arguments.clone();
          all[0] = receiver;
          graph.callVirtual(caller, owner, target.getName(), target.getDesc(), all, result);
        }
      }
      default -> {
        // Lambdas have no field handles.
      }
    }
  }

  private void exact(
      Reached caller, CodeClass owner, Handle target, Flow[] arguments, Flow result) {
    CodeMethod method = graph.universe().resolve(owner, target.getName() + target.getDesc());
    if (method != null) {
      graph.call(caller, method, arguments, result, false);
    }
  }

  /** Calls a method that was looked up by name, with unknown arguments. */
  void call(Reached caller, ObjectType member, Flow receiver, Flow result) {
    CodeClass owner = graph.universe().find(member.name());
    if (owner == null) {
      return;
    }
    for (CodeMethod method : owner.methods.values()) {
      if (!method.name.equals(member.member())) {
        continue;
      }
      Flow[] arguments = new Flow[Type.getArgumentTypes(method.descriptor).length + 1];
      int at = method.isStatic() ? 0 : 1;
      for (Type each : Type.getArgumentTypes(method.descriptor)) {
        arguments[at] = CallGraph.flowOf(each);
        graph.give(arguments[at++], each);
      }
      if (method.isConstructor()) {
        arguments[0] = new Flow(owner.name);
        graph.flows().add(arguments[0], graph.make(owner.name));
        graph.initialize(owner, caller);
        graph.call(caller, method, arguments, null, false);
        graph.flows().assign(arguments[0], result, null);
      } else if (method.isStatic() || method.isPrivate()) {
        arguments[0] = method.isStatic() ? arguments[0] : receiver;
        graph.call(caller, method, arguments, result, false);
      } else if (receiver != null) {
        // Without a receiver, reflection throws.
        arguments[0] = receiver;
        graph.callVirtual(caller, owner, method.name, method.descriptor, arguments, result);
      }
    }
  }
}
