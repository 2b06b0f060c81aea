package io.foliot.softfloat.internal.reach;

import java.util.List;
import org.objectweb.asm.Handle;

/** An object that an invokedynamic instruction makes: a lambda or a method reference. */
final class Lambda {
  /** What it implements, the functional interface first. */
  final List<String> interfaces;

  /** The method of the interface. */
  final String name;

  /** What that method calls. */
  final Handle target;

  /** What the object holds, in front of the arguments of the call; null for values. */
  final Flow[] captured;

  /** The method that makes it. */
  final Reached maker;

  Lambda(List<String> interfaces, String name, Handle target, Flow[] captured, Reached maker) {
    this.interfaces = interfaces;
    this.name = name;
    this.target = target;
    this.captured = captured;
    this.maker = maker;
  }
}
