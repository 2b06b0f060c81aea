package io.foliot.softfloat.internal.reach;

/**
 * Something that a walk reached: a method, or a virtual call, which leads to all methods that it
 * may mean.
 */
final class Node {
  /** The method, or null for a virtual call. */
  final CodeMethod method;

  /** How the walk got here first; null at the start. */
  Node from;

  /** Whether every way here leads through a static initialiser. */
  boolean viaInitializer;

  /** For a virtual call: whether an object is known on which it can be. */
  boolean closed;

  Node(CodeMethod method, Node from, boolean viaInitializer) {
    this.method = method;
    this.from = from;
    this.viaInitializer = viaInitializer;
  }
}
