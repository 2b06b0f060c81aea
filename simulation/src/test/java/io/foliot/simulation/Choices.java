package io.foliot.simulation;

/** Decides which thread runs next. */
public interface Choices {

  /**
   * Chooses a thread or the world.
   *
   * @param threads number of threads that can run; thread 0 is the running one
   * @param preempts whether choosing any other thread preempts the running one
   * @param world whether the world can take a step instead
   * @return 0 to {@code threads} − 1 for a thread, {@code threads} for the world
   */
  int choose(int threads, boolean preempts, boolean world);
}
