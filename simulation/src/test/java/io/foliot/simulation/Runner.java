package io.foliot.simulation;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs a simulation on a copy of the clocks and reports how to reproduce a failure. */
final class Runner {
  private static final String MODELS = "io.foliot.simulation.model.";
  private static final int TRACE = 10_000;

  private final Simulation simulation;
  private final String name;
  private long points;
  private long histories;

  /**
   * Creates a runner.
   *
   * @param loader of the copy of the clocks
   * @param model simple name of the {@link Simulation}
   * @param arguments of its only constructor
   */
  Runner(ClassLoader loader, String model, Object... arguments) {
    this.name = model + Arrays.toString(arguments);
    try {
      this.simulation =
          (Simulation) loader.loadClass(MODELS + model).getConstructors()[0].newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs random histories with consecutive seeds until a number of points is reached. */
  void random(long firstSeed, long leastPoints) {
    onVirtualThread(
        () -> {
          long target = points + leastPoints;
          for (long seed = firstSeed; points < target; seed++) {
            try {
              points += simulation.run(null, seed, null);
              histories++;
            } catch (Throwable failure) {
              throw explained(null, seed, failure);
            }
          }
        });
  }

  /** Runs all interleavings with a bounded number of preemptions. */
  void exhaustive(int preemptions) {
    onVirtualThread(
        () -> {
          Exhaustive choices = new Exhaustive(preemptions);
          do {
            try {
              points += simulation.run(choices, 0, null);
              histories++;
            } catch (Throwable failure) {
              throw explained(choices, 0, failure);
            }
          } while (choices.advance());
        });
  }

  /** {@return the number of points at which a thread could have been stopped} */
  long points() {
    return points;
  }

  long histories() {
    return histories;
  }

  @Override
  public String toString() {
    return name + ": " + histories + " histories, " + points + " points";
  }

  /** Returns a failure with the trace of the same history, run again. */
  private AssertionError explained(Exhaustive choices, long seed, Throwable failure) {
    StringBuilder trace = new StringBuilder();
    if (choices != null) {
      choices.rewind();
    }
    String again = "not reproduced";
    try {
      long ignored = simulation.run(choices, seed, trace);
    } catch (Throwable same) {
      again = same.toString().equals(failure.toString()) ? "" : "reproduced differently: " + same;
    }
    int from = Math.max(0, trace.length() - TRACE);
    String where = choices == null ? "seed " + seed : "path " + choices;
    return new AssertionError(
        name + " " + where + ": " + failure + "\n" + again + "\n" + trace.substring(from), failure);
  }

  /** Switching between virtual threads is fastest. */
  private static void onVirtualThread(Runnable body) {
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    body.run();
                  } catch (Throwable failure) {
                    thrown[0] = failure;
                  }
                });
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (thrown[0] instanceof AssertionError failure) {
      throw failure;
    }
    if (thrown[0] != null) {
      throw new IllegalStateException(thrown[0]);
    }
  }
}
