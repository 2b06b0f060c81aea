package io.foliot.softfloat.internal.scan;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The simple names of the classes that a class file names, as hashes. They tell which class files
 * are worth a second look for a name that became interesting later.
 */
public final class SimpleNames {
  /**
   * The hash of the classes that are not gathered: those without a package, whose names cannot be
   * told from other texts, and those of the JDK, which every class file names.
   */
  private static final int ANY = 0;

  private static final int TABLE = 256;
  private static final int LONGEST = 24;

  /** No classes. */
  public static final SimpleNames NONE = new SimpleNames(new int[0]);

  private final int[] hashes;

  private SimpleNames(int[] hashes) {
    this.hashes = hashes;
  }

  /** Some classes that are looked for. */
  public static final class Wanted {
    private final Set<Integer> hashes = new HashSet<>();

    /** The last bits of the hashes: most class files have no name with any of them. */
    private long bits;

    /**
     * The classes.
     *
     * @param internalNames their names, such as {@code java/util/Map$Entry}
     */
    public Wanted(Collection<String> internalNames) {
      for (String name : internalNames) {
        int hash = hashOf(name);
        hashes.add(hash);
        bits |= 1L << hash;
      }
    }
  }

  /**
   * Whether the class file may name one of some classes. False is certain.
   *
   * @param wanted the classes
   * @return true if it may
   */
  public boolean mayHold(Wanted wanted) {
    if (wanted.hashes.contains(ANY)) {
      return true;
    }
    for (int hash : hashes) {
      if ((wanted.bits >>> hash & 1) != 0 && wanted.hashes.contains(hash)) {
        return true;
      }
    }
    return false;
  }

  /** The hash of a class, such as {@code java/util/Map$Entry}. */
  static int hashOf(String internalName) {
    if (internalName.indexOf('/') < 0 || internalName.startsWith("java/")) {
      return ANY;
    }
    byte[] bytes = internalName.getBytes(StandardCharsets.UTF_8);
    return hash(bytes, 0, bytes.length);
  }

  /**
   * Hashes the name that ends before {@code end}, up to the separator before it. Of a long one only
   * the end, because any text may hold a thousand semicolons and no separator.
   */
  private static int hash(byte[] text, int start, int end) {
    int hash = 1;
    for (int i = end - 1; i >= Math.max(start, end - LONGEST); i--) {
      byte c = text[i];
      // A generic type writes a dot between a class and its nested class.
      if (c == '/' || c == '$' || c == '.') {
        break;
      }
      hash = 31 * hash + c;
    }
    return hash == ANY ? 1 : hash;
  }

  /** Gathers the names of one class file after the other. */
  static final class Gatherer {
    /** Hashes where their bits say; 0 is a free place. */
    private int[] table = new int[TABLE];

    /** The places that are taken. */
    private int[] taken = new int[TABLE / 2];

    private int count;

    /** Adds the name that ends before {@code end} and starts at {@code start} or later. */
    void add(byte[] text, int start, int end) {
      if (end - start > 5
          && text[start] == 'j'
          && text[start + 1] == 'a'
          && text[start + 2] == 'v'
          && text[start + 3] == 'a'
          && text[start + 4] == '/') {
        return;
      }
      put(hash(text, start, end));
    }

    private void put(int hash) {
      int at = place(hash);
      if (table[at] == 0) {
        if (count == taken.length) {
          grow();
          at = place(hash);
        }
        table[at] = hash;
        taken[count++] = at;
      }
    }

    /** Whether a class of that hash may be among what was added. */
    boolean mayHold(int hash) {
      return hash == ANY || table[place(hash)] != 0;
    }

    /** What was added since the last time. */
    SimpleNames take() {
      int[] hashes = new int[count];
      for (int i = 0; i < count; i++) {
        hashes[i] = table[taken[i]];
      }
      clear();
      return new SimpleNames(hashes);
    }

    void clear() {
      for (int i = 0; i < count; i++) {
        table[taken[i]] = 0;
      }
      count = 0;
    }

    /** Where a hash is, or the free place for it. */
    private int place(int hash) {
      int mask = table.length - 1;
      int at = (hash ^ (hash >>> 15)) & mask;
      while (table[at] != 0 && table[at] != hash) {
        at = (at + 1) & mask;
      }
      return at;
    }

    private void grow() {
      int[] hashes = take().hashes;
      table = new int[table.length * 2];
      taken = new int[table.length / 2];
      for (int hash : hashes) {
        put(hash);
      }
    }
  }
}
