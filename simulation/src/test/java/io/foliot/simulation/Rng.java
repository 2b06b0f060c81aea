package io.foliot.simulation;

/** SplitMix64: the same numbers for the same seed on every machine. */
public final class Rng {
  private long state;

  /**
   * Creates a generator.
   *
   * @param seed any number
   */
  public Rng(long seed) {
    state = seed;
  }

  /** {@return 64 random bits} */
  public long next() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * {@return a number from 0 to {@code limit} − 1}
   *
   * @param limit 1 to 2^31 − 1
   */
  public int below(int limit) {
    return (int) (((next() >>> 33) * limit) >>> 31);
  }

  /**
   * {@return true once in a number of times, on average}
   *
   * @param times the number of times
   */
  public boolean oneIn(int times) {
    return below(times) == 0;
  }

  /**
   * {@return a number from 1 to {@code limit}, with every power of two equally likely}
   *
   * @param limit the maximum, at least 1
   */
  public long magnitude(long limit) {
    int bits = 64 - Long.numberOfLeadingZeros(limit);
    long mask = -1L >>> (64 - (1 + below(bits)));
    long number = next() & mask;
    return number == 0 ? 1 : Math.min(number, limit);
  }

  /**
   * {@return a {@link #magnitude} with a random sign}
   *
   * @param limit the maximum absolute value, at least 1
   */
  public long signed(long limit) {
    long number = magnitude(limit);
    return (next() & 1) == 0 ? number : -number;
  }
}
