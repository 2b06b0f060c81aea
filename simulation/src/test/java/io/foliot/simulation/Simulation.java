package io.foliot.simulation;

/** A simulated machine with a clock on it, by way of the loader that the clock comes from. */
public interface Simulation {

  /**
   * Lets one history happen and checks every reading in it.
   *
   * @param choices who runs next
   * @param seed decides everything else that is random
   * @param trace where to note what happens, or null
   * @return how often a thread could have been stopped
   * @throws AssertionError a reading that breaks an invariant
   */
  long run(Choices choices, long seed, StringBuilder trace);
}
