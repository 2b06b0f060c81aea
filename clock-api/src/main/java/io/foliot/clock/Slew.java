package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * A wall clock that runs faster or slower for a while. What it gains is exact, never accumulated.
 */
final class Slew {
  static final Slew NONE = new Slew(0, 0, 0);

  private static final long MILLION = 1_000_000;
  private static final int MAX_PARTS_PER_MILLION = 500_000;

  private final int partsPerMillion;
  private final long length;

  /** How much of the length is over. */
  private final long progress;

  private Slew(int partsPerMillion, long length, long progress) {
    this.partsPerMillion = partsPerMillion;
    this.length = length;
    this.progress = progress;
  }

  static Slew of(int partsPerMillion, long length) {
    if (partsPerMillion < -MAX_PARTS_PER_MILLION || partsPerMillion > MAX_PARTS_PER_MILLION) {
      throw new IllegalArgumentException(
          "partsPerMillion is " + partsPerMillion + ", expected -500000 to 500000");
    }
    return new Slew(partsPerMillion, length, 0);
  }

  Slew after(Duration time) {
    return new Slew(
        partsPerMillion,
        length,
        Nanos.min(length, Nanos.saturatingPlus(progress, time.toUnsignedNanos())));
  }

  /** Nanoseconds gained so far, negative if lost. */
  long gained() {
    return progress / MILLION * partsPerMillion + progress % MILLION * partsPerMillion / MILLION;
  }
}
