package io.foliot.benchmarks.duration;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mix of 64 durations from microseconds to days, half of them whole milliseconds. Every benchmark
 * uses all of them, so that the branch predictor cannot learn a single value.
 */
final class Samples {
  static final int COUNT = 64;

  private Samples() {}

  static long[] nanos() {
    SplittableRandom random = new SplittableRandom(20261122);
    long[] limits = {1_000_000L, 1_000_000_000L, 3_600_000_000_000L, 864_000_000_000_000L};
    long[] nanos = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      long value = 1 + random.nextLong(limits[i % limits.length]);
      nanos[i] = i % 8 < 4 ? value : 1_000_000 + value / 1_000_000 * 1_000_000;
    }
    return nanos;
  }

  /** One duration, {@code PT1H2.5S}. */
  static long[] one() {
    long[] nanos = new long[COUNT];
    Arrays.fill(nanos, 3_602_500_000_000L);
    return nanos;
  }

  /** Durations of tenths of a second, as people write them, from 0.1 s to ten days. */
  static long[] tenths() {
    SplittableRandom random = new SplittableRandom(20261122);
    long[] limits = {10, 600, 36_000, 864_000};
    long[] nanos = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      long seconds = random.nextLong(limits[i % limits.length]);
      nanos[i] = seconds * 1_000_000_000 + random.nextLong(1, 10) * 100_000_000;
    }
    return nanos;
  }
}
