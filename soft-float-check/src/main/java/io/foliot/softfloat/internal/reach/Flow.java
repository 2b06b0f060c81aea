package io.foliot.softfloat.internal.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A variable or intermediate value and the objects that it can hold: a node of the type propagation
 * graph. The objects are in their order of arrival, so those not passed on yet form a suffix.
 */
final class Flow {
  /** Receives each object that a variable can hold. */
  interface Listener {
    void accept(ObjectType type);
  }

  /** A variable to which this one is assigned, and the cast in between, or null. */
  record Assignment(Flow to, Types.Filter filter) {}

  /**
   * The number of kinds of objects in one variable. A variable with more holds every object of its
   * type, so that the work grows linearly with the program.
   */
  static final int LIMIT = 50;

  private static final int LINEAR = 8;

  /** The declared type, as an internal name. */
  final String type;

  /** Whether it is a variable of the program, not of the JDK. */
  final boolean isOfProgram;

  private final boolean isLimited;

  private int[] ids = {};
  private int size;
  private int passed;

  /** Indices of {@link #ids} plus one, by hash; null while {@code ids} is short. */
  private int[] table;

  private boolean isFull;
  private List<Assignment> assignments = List.of();
  private List<Listener> listeners = List.of();

  Flow(String type) {
    this(type, false, true);
  }

  private Flow(String type, boolean isOfProgram, boolean isLimited) {
    this.type = type;
    this.isOfProgram = isOfProgram;
    this.isLimited = isLimited;
  }

  /** Creates a variable in code of a class. */
  static Flow in(CodeClass owner, String type) {
    return new Flow(type, owner.origin != Origin.JDK, true);
  }

  /** Creates a variable of unknown type. */
  static Flow ofAny() {
    return new Flow(Types.OBJECT);
  }

  /** Creates a variable without a limit. */
  static Flow unlimited(String type) {
    return new Flow(type, false, false);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether it already holds every object of its type. */
  boolean isFull() {
    return isFull;
  }

  /** Makes it hold every object of its type, unless it has no limit. */
  void fill() {
    isFull = isLimited;
  }

  /** Whether the next object exceeds the limit. */
  boolean isAtLimit() {
    return isLimited && size >= LIMIT;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return ids[index];
  }

  /** The number of objects that were passed on. */
  int passed() {
    return passed;
  }

  void setPassed(int count) {
    passed = count;
  }

  /** Adds an object; returns whether it is new. */
  boolean add(int id) {
    if (contains(id)) {
      return false;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(2, 2 * size));
    }
    ids[size++] = id;
    if (table != null && 2 * size < table.length) {
      enter(size);
    } else if (size > LINEAR) {
      table = new int[Integer.highestOneBit(size) * 8];
      for (int i = 1; i <= size; i++) {
        enter(i);
      }
    }
    return true;
  }

  private void enter(int index) {
    int at = slot(ids[index - 1]);
    while (table[at] != 0) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = index;
  }

  private int slot(int id) {
    return ((id * 0x9E3779B9) >>> 7) & (table.length - 1);
  }

  boolean contains(int id) {
    if (table == null) {
      for (int i = 0; i < size; i++) {
        if (ids[i] == id) {
          return true;
        }
      }
      return false;
    }
    for (int at = slot(id); table[at] != 0; at = (at + 1) & (table.length - 1)) {
      if (ids[table[at] - 1] == id) {
        return true;
      }
    }
    return false;
  }

  List<Assignment> assignments() {
    return assignments;
  }

  List<Listener> listeners() {
    return listeners;
  }

  void add(Assignment added) {
    if (assignments.isEmpty()) {
      assignments = new ArrayList<>(2);
    }
    assignments.add(added);
  }

  void add(Listener added) {
    if (listeners.isEmpty()) {
      listeners = new ArrayList<>(2);
    }
    listeners.add(added);
  }
}
