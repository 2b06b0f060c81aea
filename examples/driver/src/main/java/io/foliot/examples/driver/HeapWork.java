package io.foliot.examples.driver;

/**
 * A stress test of a target's heap and its contents: arrays of bytes, longs and objects of varying
 * sizes and lifetimes, and more objects at once than the stack of a small collector holds. The
 * result is the same on every heap that is large enough, including a JVM's.
 */
public final class HeapWork {
  private static final int SLOTS = 8;

  /** An array of one kind, filled from a seed, and possibly another item. */
  private static final class Item {
    final int seed;
    final byte[] bytes;
    final long[] longs;
    final Item[] items;
    Item next;

    Item(int seed) {
      this.seed = seed;
      int length = (seed >>> 8) % 13;
      int kind = (seed >>> 16) % 3;
      bytes = kind == 0 ? new byte[length * 4 + 1] : null;
      longs = kind == 1 ? new long[length] : null;
      items = kind == 2 ? new Item[length] : null;
      fill();
    }

    private void fill() {
      if (bytes != null) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (seed + i);
        }
      } else if (longs != null) {
        for (int i = 0; i < longs.length; i++) {
          longs[i] = seed * 0x9E37_79B9_7F4A_7C15L + i;
        }
      }
    }

    /** {@return a checksum of the content, or -1 if it has changed} */
    long check() {
      if (bytes != null) {
        for (int i = 0; i < bytes.length; i++) {
          if (bytes[i] != (byte) (seed + i)) {
            return -1;
          }
        }
        return seed;
      }
      if (longs != null) {
        for (int i = 0; i < longs.length; i++) {
          if (longs[i] != seed * 0x9E37_79B9_7F4A_7C15L + i) {
            return -1;
          }
        }
        return seed * 3L;
      }
      long sum = items.length;
      for (Item item : items) {
        if (item != null) {
          sum += item.seed;
        }
      }
      return sum & Long.MAX_VALUE;
    }
  }

  private boolean wrong;

  private HeapWork() {}

  /**
   * Runs the test.
   *
   * @param console receives one line with a checksum of everything read back
   * @return whether everything read back was as written
   */
  public static boolean run(Console console) {
    Log log = new Log(console);
    HeapWork heap = new HeapWork();
    long sum = heap.work();
    if (heap.wrong) {
      log.text("heap: content has changed").end();
      return false;
    }
    log.text("heap: sum ").number(sum).end();
    return true;
  }

  /** {@return a checksum of everything read back, not negative} */
  private long work() {
    Item[] slots = new Item[SLOTS];
    int random = 1;
    long sum = 0;
    for (int round = 0; round < 20_000; round++) {
      random = random * 1_103_515_245 + 12_345;
      int seed = random >>> 1;
      int slot = (seed >>> 4) % SLOTS;
      Item item = new Item(seed);
      if (item.items != null && item.items.length > 0) {
        Item other = slots[(seed >>> 20) % SLOTS];
        // Leaves only, to keep connected structures small.
        item.items[0] = other == null || other.items != null ? null : other;
      }
      if (slots[slot] != null) {
        sum = sum * 31 + verify(slots[slot]);
      }
      slots[slot] = item;
      if (round % 64 == 0) {
        sum = sum * 31 + crowd(seed, 20);
      }
    }
    for (Item item : slots) {
      sum = sum * 31 + verify(item);
    }
    return sum & Long.MAX_VALUE;
  }

  /**
   * Allocates many objects with short lists in one array, more than the collector's stack holds,
   * and releases every other one while allocating more.
   */
  private long crowd(int seed, int width) {
    Item[] crowd = new Item[width];
    for (int i = 0; i < width; i++) {
      crowd[i] = new Item(i);
      crowd[i].next = new Item(i + 1);
    }
    for (int i = 0; i < width; i += 2) {
      crowd[i] = null;
    }
    long sum = seed;
    for (int i = 0; i < 4; i++) {
      sum += verify(new Item(seed + i));
    }
    for (int i = 1; i < width; i += 2) {
      sum = sum * 7 + verify(crowd[i]) + verify(crowd[i].next);
    }
    return sum;
  }

  private long verify(Item item) {
    long result = item.check();
    wrong |= result < 0;
    return result;
  }
}
