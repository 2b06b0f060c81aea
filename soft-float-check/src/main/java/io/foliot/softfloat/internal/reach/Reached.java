package io.foliot.softfloat.internal.reach;

import java.util.LinkedHashSet;
import java.util.Set;

/** A node of the call graph: a method, or a call of a method that is followed separately. */
final class Reached {
  final CodeMethod method;

  /** The number of separately followed calls that lead here. */
  final int depth;

  /** The parameters, the receiver first; null for primitive values. */
  final Flow[] parameters;

  /** The result; null for primitive values. */
  final Flow result;

  /** The methods that call it. */
  final Set<Reached> callers = new LinkedHashSet<>(2);

  /** The methods that trigger it as a static initializer. */
  final Set<Reached> initiators = new LinkedHashSet<>(2);

  /** The first use of floating point in the body, or null. */
  String floatUse;

  /** Whether it has run before the program, so that only the objects that it created matter. */
  boolean hasRun;

  /** Whether it runs only with parallel streams, which the program does not use so far. */
  boolean isWaiting;

  /** Whether it is a call that several methods share; the method is one of them. */
  boolean isJunction;

  /** Whether the body was read or skipped. */
  boolean isRead;

  /** Whether calls lead from here to floating point so far. */
  boolean isFloat;

  /** Whether the body was skipped, because all callers lead to floating point anyway. */
  boolean isLeftOut;

  /** The first unknown code that the body leads to, or null. */
  String unknown;

  Reached(CodeMethod method, int depth, Flow[] parameters, Flow result) {
    this.method = method;
    this.depth = depth;
    this.parameters = parameters;
    this.result = result;
  }

  /** Whether all callers lead to floating point. */
  boolean isBehindFloat() {
    for (Reached each : callers) {
      if (!each.isFloat) {
        return false;
      }
    }
    for (Reached each : initiators) {
      if (!each.isFloat) {
        return false;
      }
    }
    return !callers.isEmpty() || !initiators.isEmpty();
  }

  void noteFloat(String what) {
    if (floatUse == null) {
      floatUse = what;
    }
  }

  void noteUnknown(String what) {
    if (unknown == null) {
      unknown = what;
    }
  }

  @Override
  public String toString() {
    return method.toString();
  }
}
