package io.foliot.simulation.model;

import io.foliot.simulation.Choices;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Simulation;

/** Random histories of the clocks of a Xen guest on ARM. */
public final class ArmSimulation implements Simulation {
  private static final long[] HERTZ = {
    1_000_000, 19_200_000, 24_000_000, 54_000_000, 62_500_000, 1_000_000_000
  };

  private final int readings;

  /**
   * Creates histories.
   *
   * @param readings of each thread
   */
  public ArmSimulation(int readings) {
    this.readings = readings;
  }

  @Override
  public long run(Choices ignored, long seed, StringBuilder trace) {
    Rng random = new Rng(seed);
    ArmMachine machine = new ArmMachine(random, trace, HERTZ[random.below(HERTZ.length)]);
    machine.open();
    return machine.run(
        readings,
        thread -> {
          if (random.oneIn(4)) {
            machine.readWall(thread);
          } else {
            machine.read(thread);
          }
        });
  }
}
