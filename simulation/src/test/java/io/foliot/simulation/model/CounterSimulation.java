package io.foliot.simulation.model;

import io.foliot.simulation.Choices;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Simulation;

/** Random histories of a clock on a counter that wraps around. */
public final class CounterSimulation implements Simulation {
  private static final long[] HERTZ = {
    32_768, 1_000_000, 19_200_000, 24_000_000, 1_000_000_000, 5_700_000_000L
  };

  private static final int[] BITS = {16, 24, 32, 40, 56, 64};

  private final int readings;

  /**
   * Creates histories.
   *
   * @param readings of each thread
   */
  public CounterSimulation(int readings) {
    this.readings = readings;
  }

  @Override
  public long run(Choices ignored, long seed, StringBuilder trace) {
    Rng random = new Rng(seed);
    int bits = BITS[random.below(BITS.length)];
    long hertz = HERTZ[random.below(bits == 16 ? 4 : HERTZ.length)];
    CounterMachine machine = new CounterMachine(random, trace, bits, hertz);
    machine.open();
    return machine.run(readings, machine::read);
  }
}
