package io.foliot.softfloat.model;

/**
 * Receives the progress of a check: first in class files, then, at depth reach, in methods. Several
 * threads call it while they work, so it must be fast and thread-safe.
 */
@FunctionalInterface
public interface Progress {
  /** Ignores progress. */
  Progress NONE = (done, total) -> {};

  /**
   * Reports progress.
   *
   * @param done how many are done; calls from different threads may arrive out of order
   * @param total how many are known; grows at depth reach as calls lead to more methods
   */
  void update(long done, long total);
}
