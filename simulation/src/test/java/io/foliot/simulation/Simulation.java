package io.foliot.simulation;

/** A simulated machine with a clock, loaded by the class loader of the clock. */
public interface Simulation {

  /**
   * Runs one history and checks every reading.
   *
   * @param choices which thread runs next
   * @param seed of everything else that is random
   * @param trace receives the events, or null
   * @return the number of points at which a thread could have been stopped
   * @throws AssertionError if a reading violates an invariant
   */
  long run(Choices choices, long seed, StringBuilder trace);
}
