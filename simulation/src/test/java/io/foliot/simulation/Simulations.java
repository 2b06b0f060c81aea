package io.foliot.simulation;

import java.util.ArrayList;
import java.util.List;

/** The simulations that the tests run briefly and {@code proofs/simulation} runs at length. */
final class Simulations {
  /** Readings of each thread in a random history. */
  static final int READINGS = 1500;

  private static final String[] SHORT = {
    "RENEWAL",
    "SILENCE",
    "LONG_STOP",
    "COUNTER_SET_BACK",
    "COUNTER_SET_BACK_BEHIND_THE_LINE",
    "REFERENCE_SET_BACK",
    "RESTORED",
    "TRUST_LOST",
    "WALL_STEP",
    "LOWER_UPDATE",
    "UPDATE",
    "MIGRATION",
    "TWO_MIGRATIONS",
    "COUNTERS_SET_BACK",
    "WALL_CLOCK_SET",
    "EXCURSION",
    "MIGRATION_BEFORE_EXCURSION",
    "MIGRATION_IN_EXCURSION",
    "MIGRATION_AFTER_EXCURSION",
  };

  private Simulations() {}

  /** {@return random histories of the unchanged clocks} */
  static List<Runner> random() {
    ClassLoader clocks = new RewritingLoader();
    return List.of(
        new Runner(clocks, "SteeredSimulation", false, READINGS),
        new Runner(clocks, "SteeredSimulation", true, READINGS),
        new Runner(clocks, "GuestSimulation", 1, READINGS),
        new Runner(clocks, "GuestSimulation", 2, READINGS),
        new Runner(clocks, "GuestSimulation", 3, READINGS),
        new Runner(clocks, "ArmSimulation", READINGS),
        new Runner(clocks, "CounterSimulation", READINGS));
  }

  /**
   * {@return short histories of the unchanged clocks}
   *
   * @param readings of the second thread; the first one reads once
   */
  static List<Runner> exhaustive(int readings) {
    ClassLoader clocks = new RewritingLoader();
    List<Runner> runners = new ArrayList<>();
    for (String history : SHORT) {
      runners.add(new Runner(clocks, "ShortHistory", history, 1, readings));
    }
    return runners;
  }

  /**
   * Runs simulations or plants faults.
   *
   * @param arguments {@code random SEED POINTS}, {@code exhaustive PREEMPTIONS READINGS} or {@code
   *     faults POINTS}; SEED is that of the first history, and the next histories count up from it
   */
  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "random" -> random(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
      case "exhaustive" ->
          exhaustive(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      case "faults" -> faults(Long.parseLong(arguments[1]));
      default ->
          throw new IllegalArgumentException(
              "unknown mode " + arguments[0] + ", expected random, exhaustive or faults");
    }
  }

  private static void random(long seed, long points) {
    long all = 0;
    long histories = 0;
    for (Runner runner : random()) {
      runner.random(seed, points);
      System.out.println(runner);
      all += runner.points();
      histories += runner.histories();
    }
    System.out.println("sum " + histories + " histories " + all + " points");
  }

  private static void exhaustive(int preemptions, int readings) {
    long histories = 0;
    for (Runner runner : exhaustive(readings)) {
      runner.exhaustive(preemptions);
      System.out.println(runner);
      histories += runner.histories();
    }
    System.out.println("sum " + histories + " interleavings");
  }

  private static void faults(long points) {
    int found = 0;
    int all = 0;
    for (PlantedFault fault : PlantedFault.all()) {
      AssertionError failure = fault.find(points);
      all++;
      if (failure != null) {
        found++;
      }
      System.out.println(
          (failure == null ? "NOT FOUND: " : "found: ")
              + fault.what()
              + (failure == null ? "" : "\n    " + firstLine(failure)));
    }
    System.out.println("sum " + found + " of " + all + " faults found");
    if (found < all) {
      System.exit(1);
    }
  }

  static String firstLine(AssertionError failure) {
    return failure.getMessage().lines().findFirst().orElse("");
  }
}
