package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random numbers from a seed, the same on every platform: SplitMix64, from Steele, Lea and Flood,
 * "Fast Splittable Pseudorandom Number Generators", 2014.
 */
final class NoiseSource {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final AtomicLong state;
  private final long max;

  NoiseSource(long seed, long max) {
    this.state = new AtomicLong(seed);
    this.max = max;
  }

  /** A number from 0 to the largest. */
  long next() {
    if (max == 0) {
      return 0;
    }
    long z = state.addAndGet(GOLDEN_GAMMA);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return Nanos.remainder(z ^ (z >>> 31), max + 1);
  }
}
