package io.foliot.simulation;

/** What goes on beside the threads of a {@link Schedule}. */
public interface World {

  /** Called whenever a thread could be stopped, before it is decided who runs next. */
  void pass();

  /**
   * Whether the world has a step to take.
   *
   * @return true if the schedule may choose to call {@link #happen()}
   */
  boolean isPending();

  /** Takes the next step. */
  void happen();
}
