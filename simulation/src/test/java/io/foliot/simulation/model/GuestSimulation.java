package io.foliot.simulation.model;

import io.foliot.simulation.Choices;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Simulation;

/** Random histories of the clocks on the hypervisor's pages. */
public final class GuestSimulation implements Simulation {
  private static final long[] HERTZ = {
    1, 1_000, 1_000_000, 24_000_000, 1_000_000_000, 2_445_429_000L, 5_700_000_000L
  };

  private final int vcpus;
  private final int readings;

  /**
   * Creates histories of one kind of guest.
   *
   * @param vcpus number of virtual CPUs, each with its own structure
   * @param readings of each thread
   */
  public GuestSimulation(int vcpus, int readings) {
    this.vcpus = vcpus;
    this.readings = readings;
  }

  @Override
  public long run(Choices ignored, long seed, StringBuilder trace) {
    Rng random = new Rng(seed);
    // Slow counters cannot tell several virtual CPUs apart.
    int first = vcpus == 1 ? 0 : 3;
    long hertz = HERTZ[first + random.below(HERTZ.length - first)];
    GuestMachine machine = new GuestMachine(random, null, trace, vcpus, random.oneIn(2), hertz);
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
