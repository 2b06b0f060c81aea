package io.foliot.verified;

import io.foliot.verified.Value.Comparison;
import io.foliot.verified.Value.Instance;
import io.foliot.verified.Value.Null;
import io.foliot.verified.Value.Opaque;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks bytecode along one path, with integers that may be unknown.
 *
 * <p>A word is an unbounded integer that is right <b>modulo 2^64</b> (2^32 for an {@code int}),
 * which is enough for addition, subtraction and multiplication. Comparisons, divisions and shifts
 * need the number; {@link Path#wrap} reads the word as signed or unsigned.
 *
 * <p>A call of a method that has a theorem is not walked; the theorem is applied.
 */
final class Machine {
  static final String NO_END = "no end after ";

  private static final int MOST_STEPS = 5_000;

  private final Path path;
  private final ClassFiles classes;
  private final Theorems theorems;
  private final Set<String> walked = new LinkedHashSet<>();
  private final Loops loops;
  private int steps;

  Machine(Path path, ClassFiles classes, Theorems theorems, Loops loops) {
    this.loops = loops;
    this.path = path;
    this.classes = classes;
    this.theorems = theorems;
  }

  /** The methods on this path. */
  Set<String> walked() {
    return walked;
  }

  /** Walks a method to its return; null if it is void. */
  Value walk(String owner, String method, String descriptor, List<Value> arguments) {
    ClassFiles.Code code = classes.code(owner, method, descriptor);
    walked.add(code.id());
    return new Frame(this, path, code, arguments).run();
  }

  Loops loops() {
    return loops;
  }

  /** Counts an instruction. */
  void step() {
    if (++steps > MOST_STEPS) {
      throw new Unproved(NO_END + MOST_STEPS + " instructions");
    }
  }

  Value call(InvokeInstruction call, List<Value> arguments) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    if (call.opcode() != Opcode.INVOKESTATIC && arguments.get(0) == Null.NULL) {
      throw new Refusal("java.lang.NullPointerException");
    }
    Theorem theorem = theorems.of(ClassFiles.id(owner, name, descriptor), arguments);
    if (theorem != null) {
      return theorem.use(path, arguments);
    }
    if (descriptor.endsWith(")Ljava/lang/String;")) {
      // The text of an error, which proofs ignore.
      return new Opaque("java/lang/String");
    }
    if (call.opcode() == Opcode.INVOKEINTERFACE) {
      return answer(owner + "." + name, arguments.get(0));
    }
    if (owner.startsWith(ClassFiles.OURS)) {
      return walk(owner, name, descriptor, arguments);
    }
    return JdkModels.call(path, owner + "." + name + descriptor, arguments);
  }

  /** What an object gives of which only the interface is known: what the theorem says. */
  private static Value answer(String method, Value receiver) {
    Value answer =
        receiver instanceof Instance instance ? instance.fields.get(Type.Shape.ANSWER) : null;
    if (answer == null) {
      throw new Unproved("a call of an interface: " + method);
    }
    return answer;
  }

  /** A number on the stack; of a comparison, −1, 0 or 1. */
  Term number(Value value) {
    return switch (value) {
      case Term term -> term;
      case Comparison c -> sign(c.left().minus(c.right()));
      case null, default -> throw new Unproved("a number was expected, not " + value);
    };
  }

  private Term sign(Term difference) {
    if (path.holds(difference.is(0))) {
      return Term.ZERO;
    }
    return Term.of(path.holds(difference.below(0)) ? -1 : 1);
  }
}
