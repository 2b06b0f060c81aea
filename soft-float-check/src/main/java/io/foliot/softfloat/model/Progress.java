package io.foliot.softfloat.model;

/**
 * Hears how far a check is: first in class files, then, at depth reach, in methods. Called now and
 * then by the threads that read, so it must be quick.
 */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, total) -> {};

  /**
   * Some more was read.
   *
   * @param done how many were taken up so far; calls of different threads may overtake each other
   * @param total how many there are; methods that calls lead to are counted when they are found
   */
  void update(long done, long total);
}
