package io.foliot.simulation;

/** Decides who runs next. */
public interface Choices {

  /**
   * A choice.
   *
   * @param threads number of threads that may run, the one that runs now first
   * @param preempts whether any but the first of them takes the processor from a thread that would
   *     go on
   * @param world whether the world may take a step instead
   * @return 0 to {@code threads} − 1 for a thread, {@code threads} for the world
   */
  int choose(int threads, boolean preempts, boolean world);
}
