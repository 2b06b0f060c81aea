package io.foliot.simulation;

/** Lets a thread run on most of the time. */
public final class RandomChoices implements Choices {
  private final Rng random;
  private final int patience;

  /**
   * Random choices.
   *
   * @param random where they come from
   * @param patience a thread is stopped at one in so many points
   */
  public RandomChoices(Rng random, int patience) {
    this.random = random;
    this.patience = patience;
  }

  @Override
  public int choose(int threads, boolean preempts, boolean world) {
    if (world && random.oneIn(patience)) {
      return threads;
    }
    return preempts && !random.oneIn(patience) ? 0 : random.below(threads);
  }
}
