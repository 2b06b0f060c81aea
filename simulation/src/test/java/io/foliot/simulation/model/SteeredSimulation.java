package io.foliot.simulation.model;

import io.foliot.simulation.Choices;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Simulation;

/** Random histories of a steered clock with two to four threads and a few thousand readings. */
public final class SteeredSimulation implements Simulation {
  private static final long[] HERTZ = {
    1_000_000, 19_200_000, 24_000_000, 54_000_000, 1_000_000_000, 2_445_429_000L, 5_700_000_000L
  };

  private final boolean wall;
  private final int readings;

  /**
   * Creates histories of one kind of clock.
   *
   * @param wall whether the clock follows the reference when it is set back
   * @param readings of each thread
   */
  public SteeredSimulation(boolean wall, int readings) {
    this.wall = wall;
    this.readings = readings;
  }

  @Override
  public long run(Choices ignored, long seed, StringBuilder trace) {
    Rng random = new Rng(seed);
    long hertz = HERTZ[random.below(HERTZ.length)];
    SteeredMachine machine = new SteeredMachine(random, null, trace, wall, hertz);
    machine.open();
    return machine.run(readings, machine::read);
  }
}
