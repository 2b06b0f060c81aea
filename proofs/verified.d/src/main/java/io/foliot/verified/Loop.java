package io.foliot.verified;

import java.util.ArrayList;
import java.util.List;

/** The head of a loop, for its invariant. */
final class Loop {
  /** An invariant of the values of the local variables. */
  interface Invariant {
    void state(Loop loop);
  }

  private final Path path;
  private final Frame frame;
  private final List<Condition> kept = new ArrayList<>();
  private Term falling;

  Loop(Path path, Frame frame) {
    this.path = path;
    this.frame = frame;
  }

  /** A local {@code int} by its slot. */
  Term s32(int slot) {
    return Kind.signed(32).read(path, word(slot));
  }

  /** A local {@code long} by its slot, as a signed number. */
  Term s64(int slot) {
    return Kind.signed(64).read(path, word(slot));
  }

  /** A local {@code long} by its slot, as an unsigned number. */
  Term u64(int slot) {
    return Kind.unsigned(64).read(path, word(slot));
  }

  private Term word(int slot) {
    if (frame.locals().get(slot) instanceof Term term) {
      return term;
    }
    throw new Unproved("there is no number in the local variable " + slot);
  }

  /** The tracked element of an array in a local variable. */
  Term element(int slot) {
    Value.Array array = (Value.Array) frame.locals().get(slot);
    return array.type.element().kind().read(path, array.element);
  }

  /** This holds at each iteration. */
  void keeps(Condition condition) {
    kept.add(condition);
  }

  /** This is not negative and decreases at each iteration, so the loop ends. */
  void lowers(Term number) {
    falling = number;
  }

  List<Condition> kept() {
    return kept;
  }

  Term falling() {
    return falling;
  }
}
