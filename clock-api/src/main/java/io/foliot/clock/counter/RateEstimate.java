package io.foliot.clock.counter;

/**
 * How many nanoseconds of the reference a tick takes, as far as the samples show. Immutable.
 *
 * <p>The rate is measured over {@link #BASELINE} to twice that, so that the width of the samples
 * costs about one part in a million. A sample that the rate cannot explain is a <em>surprise</em>:
 * the counter or the reference was set, or the machine is another one. The first surprise keeps the
 * rate and starts a new baseline; a second one in a row means that the rate itself has changed.
 */
final class RateEstimate {
  /** Shortest baseline of a settled rate, nanoseconds. */
  static final long BASELINE = 50_000_000;

  /** From this baseline on a measured rate replaces a better one, which is older, nanoseconds. */
  private static final long USABLE = 16_000_000;

  /** A longer silence starts a new baseline, nanoseconds. */
  private static final long SILENCE = 4 * BASELINE;

  /** The change of rate between two samples that is no surprise: one part in 2 to this power. */
  private static final int TOLERANCE_BITS = 10;

  /** The rate changes by at most this power of two from one sample to the next. */
  private static final int FACTOR_BITS = 3;

  /** The unit of doubt: one part in 2 to this power. */
  private static final int DOUBT_BITS = 20;

  /** Doubt about a rate that is good enough in any case: 61 parts in a million. */
  private static final long SHARP = 64;

  /** Doubt about a rate that did not explain a sample. */
  private static final long SURPRISED = 1L << (DOUBT_BITS - TOLERANCE_BITS);

  /** Nanoseconds for each tick, times 2<sup>32</sup>. */
  final long rate;

  /** The latest sample. */
  final Sample last;

  /** Whether {@link #last} was a surprise. */
  final boolean surprised;

  /** How far off the rate may be for the width of the samples that it comes from. */
  private final long doubt;

  /** Where the baseline starts. */
  private final Sample from;

  /** Where the next baseline starts. */
  private final Sample recent;

  private RateEstimate(
      long rate, long doubt, Sample last, boolean surprised, Sample from, Sample recent) {
    this.rate = rate;
    this.doubt = doubt;
    this.last = last;
    this.surprised = surprised;
    this.from = from;
    this.recent = recent;
  }

  /** The estimate from two samples between which nothing happened. */
  static RateEstimate between(Sample first, Sample last) {
    return new RateEstimate(rate(first, last), doubt(first, last), last, false, first, last);
  }

  /** The estimate after one more sample. */
  RateEstimate after(Sample sample) {
    if (!explains(sample)) {
      long measured = rate(last, sample);
      if (!surprised || measured == 0) {
        return new RateEstimate(rate, SURPRISED, sample, true, sample, sample);
      }
      return new RateEstimate(near(measured), doubt(last, sample), sample, true, sample, sample);
    }
    boolean sharper = sample.width < from.width >>> 3;
    if (sharper || sample.nanos - last.nanos > SILENCE) {
      return new RateEstimate(rate, doubt, sample, false, sample, sample);
    }
    long doubtNow = doubt(from, sample);
    boolean settled = sample.nanos - from.nanos >= USABLE && doubtNow <= SHARP;
    if (!settled && doubtNow >= doubt) {
      return new RateEstimate(rate, doubt, sample, false, from, recent);
    }
    boolean due = sample.nanos - recent.nanos >= BASELINE;
    return new RateEstimate(
        near(rate(from, sample)),
        doubtNow,
        sample,
        false,
        due ? recent : from,
        due ? sample : recent);
  }

  /**
   * A measured rate, at most {@link #FACTOR_BITS} powers of two from this one, and never 0: so wide
   * can samples be that a reference which stands still between them is no surprise.
   */
  private long near(long measured) {
    return Math.max(Math.max(1, rate >>> FACTOR_BITS), Math.min(measured, rate << FACTOR_BITS));
  }

  /** Whether the rate explains a sample, given the latest one and the widths of both. */
  private boolean explains(Sample sample) {
    long ticks = sample.ticks - last.ticks;
    long nanos = sample.nanos - last.nanos;
    long widths = sample.width + last.width;
    if (ticks <= 0 || nanos < 0) {
      return false;
    }
    if (widths >= ticks) {
      // Too close to each other to tell a rate, but not too close to tell a clock that was set.
      return nanos <= 2 * ((Math.min(widths, (1L << 62) / rate) * rate) >>> 32);
    }
    long unsure = (rate >>> DOUBT_BITS) * (doubt + doubt(last, sample));
    return Math.abs(rate(last, sample) - rate) <= (rate >>> TOLERANCE_BITS) + unsure;
  }

  /** How far off the rate between two samples may be, rounded up. */
  private static long doubt(Sample from, Sample to) {
    long ticks = to.ticks - from.ticks;
    long widths = Math.min(from.width + to.width, ticks);
    int excess = Math.max(0, DOUBT_BITS + 1 - Long.numberOfLeadingZeros(ticks));
    return ((widths >>> excess) << DOUBT_BITS) / Math.max(1, ticks >>> excess) + 1;
  }

  /**
   * The rate between two samples.
   *
   * @return nanoseconds for each tick, times 2<sup>32</sup>, or 0 if one of the two did not advance
   */
  static long rate(Sample from, Sample to) {
    long ticks = to.ticks - from.ticks;
    long nanos = to.nanos - from.nanos;
    if (ticks <= 0 || nanos <= 0) {
      return 0;
    }
    int excess = Math.max(0, 33 - Long.numberOfLeadingZeros(nanos));
    return ((nanos >>> excess) << 32) / Math.max(1, ticks >>> excess);
  }
}
