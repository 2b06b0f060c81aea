package io.foliot.benchmarks.duration;

import java.util.SplittableRandom;

/** The input of the batch benchmarks. */
final class Batch {
  static final int SIZE = 1_024;

  private Batch() {}

  static long[] values(long limit) {
    return new SplittableRandom(20261122).longs(SIZE, 0, limit).toArray();
  }
}
