package io.foliot.verified;

import io.foliot.verified.Value.Array;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Unbounded loops, by induction. At the head of a loop its invariant is proved; then everything
 * that the loop changes becomes unknown except for the invariant, and the body is walked once.
 * Where it returns to the head, the invariant is proved again, and that the variant has decreased;
 * the path ends there.
 *
 * <p>A loop without an invariant is unrolled.
 */
final class Loops {
  /** Thrown where the path returns to the head of a loop and is complete. */
  static final class WentRound extends RuntimeException {
    private static final long serialVersionUID = 1;

    WentRound() {
      super(null, null, false, false);
    }
  }

  private final Path path;
  private final String method;
  private final List<Loop.Invariant> invariants;
  private final Consumer<Condition> prover;

  /** The variants on entry to the body, by the heads of loops. */
  private final Map<Integer, Term> entered = new HashMap<>();

  /** The loops of a method, with one invariant for each, in order, or with none. */
  Loops(Path path, String method, List<Loop.Invariant> invariants, Consumer<Condition> prover) {
    this.path = path;
    this.method = method;
    this.invariants = invariants;
    this.prover = prover;
  }

  /** Called before each instruction. */
  void arrive(Frame frame, int index) {
    if (invariants.isEmpty() || !frame.code().id().equals(method)) {
      return;
    }
    Map<Integer, Integer> loops = loops(frame.code());
    if (!loops.containsKey(index)) {
      return;
    }
    if (loops.size() != invariants.size()) {
      throw new Unproved(method + " has " + loops.size() + " loops");
    }
    Loop.Invariant invariant = invariants.get(new ArrayList<>(loops.keySet()).indexOf(index));
    Loop now = at(frame, invariant);
    now.kept().forEach(prover);
    Term before = entered.get(index);
    if (before != null) {
      prover.accept(before.atLeast(0));
      prover.accept(now.falling().below(before));
      throw new WentRound();
    }
    forget(frame, index, loops.get(index));
    Loop any = at(frame, invariant);
    any.kept().forEach(path::learn);
    entered.put(index, any.falling());
  }

  private Loop at(Frame frame, Loop.Invariant invariant) {
    Loop loop = new Loop(path, frame);
    invariant.state(loop);
    return loop;
  }

  /** The heads of the loops of a method, and their last instructions. */
  private static Map<Integer, Integer> loops(ClassFiles.Code code) {
    Map<Integer, Integer> loops = new TreeMap<>();
    for (int i = 0; i < code.instructions().size(); i++) {
      if (code.instructions().get(i) instanceof BranchInstruction branch) {
        int target = code.labels().get(branch.target());
        if (target <= i) {
          loops.merge(target, i, Math::max);
        }
      }
    }
    return loops;
  }

  /** Makes everything that a loop can change unknown. */
  private void forget(Frame frame, int first, int last) {
    for (Instruction instruction : frame.code().instructions().subList(first, last + 1)) {
      switch (instruction) {
        case StoreInstruction store -> forget(frame, store.slot(), store.typeKind());
        case IncrementInstruction increment -> forget(frame, increment.slot(), TypeKind.INT);
        case ArrayStoreInstruction store ->
            frame
                .locals()
                .values()
                .forEach(
                    local -> {
                      if (local instanceof Array array) {
                        array.element = path.unknown("element", array.words());
                        array.isWritten = true;
                      }
                    });
        case FieldInstruction field when field.opcode() == Opcode.PUTFIELD ->
            throw new Unproved("a loop changes a field");
        default -> {}
      }
    }
  }

  private void forget(Frame frame, int slot, TypeKind kind) {
    Kind words =
        switch (kind) {
          case INT -> Kind.signed(32);
          case LONG -> Kind.unsigned(64);
          default -> throw new Unproved("a loop changes something other than a number");
        };
    if (frame.locals().containsKey(slot)) {
      frame.locals().put(slot, path.unknown("local" + slot + "_", words.range()));
    }
  }
}
