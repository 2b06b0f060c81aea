package io.foliot.softfloat.model;

/** Hears how far a check is. Called now and then by the threads that read, so it must be quick. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, total) -> {};

  /**
   * Some class files were read.
   *
   * @param done how many were taken up so far; calls of different threads may overtake each other
   * @param total how many there are
   */
  void update(long done, long total);
}
