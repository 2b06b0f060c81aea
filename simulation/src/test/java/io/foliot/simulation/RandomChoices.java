package io.foliot.simulation;

/** Random choices that let a thread continue most of the time. */
public final class RandomChoices implements Choices {
  private final Rng random;
  private final int patience;

  /**
   * Creates choices.
   *
   * @param random source of the choices
   * @param patience a thread is stopped at one in this many points
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
