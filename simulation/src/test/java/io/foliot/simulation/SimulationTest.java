package io.foliot.simulation;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The part of the simulation that runs in every build; {@code proofs/simulation} runs all of it. A
 * failure reports the seed or the path that reproduces it.
 */
class SimulationTest {
  private static final long POINTS = 1_000_000;

  static List<Runner> random() {
    return Simulations.random();
  }

  @ParameterizedTest
  @MethodSource
  void random(Runner runner) {
    runner.random(1, POINTS);
    assertTrue(runner.points() >= POINTS);
  }

  static List<Runner> withoutPreemption() {
    return Simulations.exhaustive(2);
  }

  /** Events happen at every point; threads run one after the other. */
  @ParameterizedTest
  @MethodSource
  void withoutPreemption(Runner runner) {
    runner.exhaustive(0);
    assertTrue(runner.histories() > 10);
  }

  static Stream<PlantedFault> faults() {
    return PlantedFault.all().stream().filter(fault -> fault.what().contains("counter"));
  }

  @ParameterizedTest
  @MethodSource
  void faults(PlantedFault fault) {
    assertNotNull(fault.find(100 * POINTS), fault.what());
  }
}
