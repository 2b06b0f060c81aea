package io.foliot.simulation;

/** What happens alongside the threads of a {@link Schedule}. */
public interface World {

  /** Called at each point where a thread may be stopped, before {@link Choices} decide. */
  void pass();

  /** {@return whether the world can take a step: the schedule may call {@link #happen()}} */
  boolean isPending();

  /** Takes the next step. */
  void happen();
}
