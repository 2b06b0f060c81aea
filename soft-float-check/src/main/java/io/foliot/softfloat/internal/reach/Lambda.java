package io.foliot.softfloat.internal.reach;

import java.util.List;
import org.objectweb.asm.Handle;

/** A lambda or method reference, created by an invokedynamic instruction. */
final class Lambda {
  /** The interfaces that it implements, the functional interface first. */
  final List<String> interfaces;

  /** The method of the interface. */
  final String name;

  /** The method that it calls. */
  final Handle target;

  /** The captured values, which precede the arguments of the call; null for primitive values. */
  final Flow[] captured;

  /** The method that creates it. */
  final Reached maker;

  Lambda(List<String> interfaces, String name, Handle target, Flow[] captured, Reached maker) {
    this.interfaces = interfaces;
    this.name = name;
    this.target = target;
    this.captured = captured;
    this.maker = maker;
  }
}
