package io.foliot.clock.xen;

/**
 * The seqlock of each structure, a {@code version} word: the writer makes it odd, writes, and makes
 * it even again. A reader loads the version, then the rest, and retries if the version was odd or
 * has changed. Source: {@code struct vcpu_time_info} in {@code xen/include/public/xen.h}.
 *
 * <p>The version wraps around after 2^31 updates. Only exactly that many updates during one reading
 * would go unnoticed.
 */
final class Seqlock {

  /**
   * Tries before a reader gives up, about half a second. A writer takes well under a microsecond,
   * but may lose its CPU halfway.
   */
  static final int MAX_TRIES = 1 << 26;

  private Seqlock() {}

  /**
   * {@return whether what was loaded since a version must be loaded again}
   *
   * @param versionOffset where the version is in the page
   * @param version as loaded before everything else
   */
  static boolean mustRetry(SharedPage page, int versionOffset, int version) {
    return (version & 1) != 0 || page.loadInt(versionOffset) != version;
  }

  /**
   * Bounds the number of tries.
   *
   * @param tries that have failed so far
   * @throws IllegalStateException after {@link #MAX_TRIES} tries
   */
  static void checkTries(int tries, String structure) {
    if (tries >= MAX_TRIES) {
      throw new IllegalStateException(neverConsistent(structure));
    }
  }

  static String neverConsistent(String structure) {
    return structure
        + " was inconsistent in "
        + MAX_TRIES
        + " tries: its writer has stopped halfway, or the page has another layout; check page and"
        + " offset";
  }
}
