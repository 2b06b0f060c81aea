package io.foliot.softfloat.internal.reach;

import java.util.LinkedHashSet;
import java.util.Set;

/** A node of the call graph: a method, or one call of a method whose calls are followed apart. */
final class Reached {
  final CodeMethod method;

  /** How many calls that are followed apart lead here in a row. */
  final int depth;

  /** What each parameter holds, the object itself first; null for values. */
  final Flow[] parameters;

  /** What it returns; null for values. */
  final Flow result;

  /** The methods that call it. */
  final Set<Reached> callers = new LinkedHashSet<>(2);

  /** The methods that make it run as a static initialiser. */
  final Set<Reached> initiators = new LinkedHashSet<>(2);

  /** The first use of floating point in the body, or null. */
  String floatUse;

  /** Whether it ran before the program, so that only the objects that it made are of interest. */
  boolean isOver;

  /** Whether it runs only if the program asks for parallel streams, and so far it does not. */
  boolean isWaiting;

  /**
   * Whether it stands for a call on every object of a type, shared by all methods that make it; the
   * method is the first of them.
   */
  boolean isJunction;

  /** Whether the body was read, or left out. */
  boolean isRead;

  /** Whether calls lead from here to floating point, as far as is known. */
  boolean isFloat;

  /** Whether the body is left out, because all that call it are known to execute floating point. */
  boolean isLeftOut;

  /** The first thing in the body that cannot be followed, or null. */
  String unknown;

  Reached(CodeMethod method, int depth, Flow[] parameters, Flow result) {
    this.method = method;
    this.depth = depth;
    this.parameters = parameters;
    this.result = result;
  }

  /** Whether all callers are known to execute floating point. */
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

  void use(String what) {
    if (floatUse == null) {
      floatUse = what;
    }
  }

  void lose(String what) {
    if (unknown == null) {
      unknown = what;
    }
  }

  @Override
  public String toString() {
    return method.toString();
  }
}
