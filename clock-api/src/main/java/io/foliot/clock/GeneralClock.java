package io.foliot.clock;

/** The three clocks that every provider is asked for. */
enum GeneralClock {
  MONOTONIC("monotonic clock"),
  WALL("wall clock"),
  SLEEPER("sleeper");

  private final String shown;

  GeneralClock(String shown) {
    this.shown = shown;
  }

  /** Asks a provider for this clock; it may throw anything, and answer null. */
  Object of(ClockProvider provider) {
    if (this == MONOTONIC) {
      return provider.monotonic();
    }
    return this == WALL ? provider.posix() : provider.sleeper();
  }

  @Override
  public String toString() {
    return shown;
  }
}
