package io.foliot.clock.xen;

/**
 * The rule of the {@code version} word in front of each structure: the writer makes it odd, writes,
 * makes it even again. A reader loads it, loads the rest, loads it again, and starts over unless
 * both were the same even number. Source: {@code struct vcpu_time_info} in {@code
 * xen/include/public/xen.h}.
 *
 * <p>The number wraps after 2^31 updates. A reader would be fooled only by exactly that many
 * updates during one reading.
 */
final class VersionLock {

  /**
   * Starts before a reader gives up. A writer needs well under a microsecond, but may be taken off
   * its CPU half-way; this many starts last for about half a second.
   */
  static final int MAX_STARTS = 1 << 26;

  private VersionLock() {}

  static boolean beingWritten(int version) {
    return (version & 1) != 0;
  }

  /**
   * Refuses to go on for ever.
   *
   * @throws IllegalStateException after {@link #MAX_STARTS} starts
   */
  static void checkStarts(int starts, String structure) {
    if (starts >= MAX_STARTS) {
      throw new IllegalStateException(
          structure
              + " was being rewritten in each of "
              + MAX_STARTS
              + " tries to read it: its writer stopped half-way, or this is not such a structure");
    }
  }
}
