package io.foliot.simulation;

/** SplitMix64: the same numbers for the same seed, on every machine. */
public final class Rng {
  private long state;

  /**
   * A generator.
   *
   * @param seed any number
   */
  public Rng(long seed) {
    state = seed;
  }

  /**
   * The next number.
   *
   * @return 64 random bits
   */
  public long next() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * A number below a limit.
   *
   * @param limit 1 to 2^31
   * @return 0 to {@code limit} − 1
   */
  public int below(int limit) {
    return (int) (((next() >>> 33) * limit) >>> 31);
  }

  /**
   * Whether something happens.
   *
   * @param times one in so many times
   * @return true that often
   */
  public boolean oneIn(int times) {
    return below(times) == 0;
  }

  /**
   * A number of any magnitude up to a limit.
   *
   * @param limit the largest number, at least 1
   * @return 1 to {@code limit}; each power of two is as likely as any other
   */
  public long magnitude(long limit) {
    int bits = 64 - Long.numberOfLeadingZeros(limit);
    long mask = -1L >>> (64 - (1 + below(bits)));
    long number = next() & mask;
    return number == 0 ? 1 : Math.min(number, limit);
  }

  /**
   * A number of any magnitude and sign.
   *
   * @param limit the largest absolute value, at least 1
   * @return −{@code limit} to {@code limit}, not 0
   */
  public long signed(long limit) {
    long number = magnitude(limit);
    return (next() & 1) == 0 ? number : -number;
  }
}
