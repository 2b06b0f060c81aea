package io.foliot.clock.counter;

/**
 * The rate of the reference in terms of the counter, estimated from samples. Immutable.
 *
 * <p>The rate is measured over a baseline of {@link #BASELINE} to twice that, so that the width of
 * the samples contributes about one part in a million. A sample that contradicts the rate is an
 * <em>outlier</em>: the counter or the reference was set, or a virtual machine has moved to another
 * host. The first outlier keeps the rate and starts a new baseline; two in a row mean that the rate
 * has changed.
 */
final class RateEstimate {
  /** Shortest baseline of a settled rate, nanoseconds. */
  static final long BASELINE = 50_000_000;

  /** Shortest baseline of a rate that may replace a more certain, older one, nanoseconds. */
  private static final long MIN_BASELINE = 16_000_000;

  /** A longer gap between samples starts a new baseline, nanoseconds. */
  private static final long MAX_GAP = 4 * BASELINE;

  /** Largest change of rate between two samples that is not an outlier: 1 in 2 to this power. */
  private static final int TOLERANCE_BITS = 10;

  /** The rate changes by at most 2 to this power from one sample to the next. */
  private static final int MAX_FACTOR_BITS = 3;

  /** Highest rate, of a counter with a tick of 65.536 µs: no product in a segment overflows. */
  static final long MAX_RATE = 1L << 48;

  /** The unit of uncertainty: 1 in 2 to this power. */
  private static final int UNCERTAINTY_BITS = 20;

  /** Uncertainty of a rate that is always good enough: 61 parts per million. */
  private static final long SMALL_UNCERTAINTY = 64;

  /** Uncertainty of a rate that an outlier contradicts. */
  private static final long OUTLIER_UNCERTAINTY = 1L << (UNCERTAINTY_BITS - TOLERANCE_BITS);

  /** Nanoseconds per tick, times 2<sup>32</sup>. */
  final long rate;

  /** The latest sample. */
  final Sample last;

  /** Whether {@link #last} was an outlier. */
  final boolean outlier;

  /** Largest error of the rate that the width of its samples allows. */
  private final long uncertainty;

  private final Sample baselineStart;
  private final Sample nextBaselineStart;

  private RateEstimate(
      long rate,
      long uncertainty,
      Sample last,
      boolean outlier,
      Sample baselineStart,
      Sample nextBaselineStart) {
    this.rate = rate;
    this.uncertainty = uncertainty;
    this.last = last;
    this.outlier = outlier;
    this.baselineStart = baselineStart;
    this.nextBaselineStart = nextBaselineStart;
  }

  /** {@return the estimate from two samples without a disturbance between them} */
  static RateEstimate between(Sample first, Sample last) {
    return new RateEstimate(rate(first, last), uncertainty(first, last), last, false, first, last);
  }

  /** {@return the estimate after one more sample} */
  RateEstimate after(Sample sample) {
    if (!fits(sample)) {
      long measured = rate(last, sample);
      if (!outlier || measured == 0) {
        return new RateEstimate(rate, OUTLIER_UNCERTAINTY, sample, true, sample, sample);
      }
      return new RateEstimate(
          clamped(measured), uncertainty(last, sample), sample, true, sample, sample);
    }
    boolean muchNarrower = sample.width < baselineStart.width >>> 3;
    if (muchNarrower || sample.nanos - last.nanos > MAX_GAP) {
      return new RateEstimate(rate, uncertainty, sample, false, sample, sample);
    }
    long newUncertainty = uncertainty(baselineStart, sample);
    boolean settled =
        sample.nanos - baselineStart.nanos >= MIN_BASELINE && newUncertainty <= SMALL_UNCERTAINTY;
    if (!settled && newUncertainty >= uncertainty) {
      return new RateEstimate(rate, uncertainty, sample, false, baselineStart, nextBaselineStart);
    }
    boolean due = sample.nanos - nextBaselineStart.nanos >= BASELINE;
    return new RateEstimate(
        clamped(rate(baselineStart, sample)),
        newUncertainty,
        sample,
        false,
        due ? nextBaselineStart : baselineStart,
        due ? sample : nextBaselineStart);
  }

  /**
   * Limits a measured rate to {@link #MAX_FACTOR_BITS} powers of two from this one, and to 1 to
   * {@link #MAX_RATE}. Samples can be so wide that a reference which stands still between them is
   * no outlier, and a counter that all but stands still is an outlier again and again.
   */
  private long clamped(long measured) {
    long lowest = Math.max(1, rate >>> MAX_FACTOR_BITS);
    long highest = Math.min(MAX_RATE, rate << MAX_FACTOR_BITS);
    return Math.max(lowest, Math.min(measured, highest));
  }

  /** {@return whether the rate fits a sample, given the latest one and the widths of both} */
  private boolean fits(Sample sample) {
    long ticks = sample.ticks - last.ticks;
    long nanos = sample.nanos - last.nanos;
    long widths = sample.width + last.width;
    if (ticks <= 0 || nanos < 0) {
      return false;
    }
    if (widths >= ticks) {
      // Too close for a rate, but a reference that was set shows.
      return nanos <= 2 * ((Math.min(widths, (1L << 62) / rate) * rate) >>> 32);
    }
    long allowed = (rate >>> UNCERTAINTY_BITS) * (uncertainty + uncertainty(last, sample));
    return Math.abs(rate(last, sample) - rate) <= (rate >>> TOLERANCE_BITS) + allowed;
  }

  /** {@return the uncertainty of the rate between two samples, rounded up} */
  private static long uncertainty(Sample from, Sample to) {
    long ticks = to.ticks - from.ticks;
    long widths = Math.min(from.width + to.width, ticks);
    int excess = Math.max(0, UNCERTAINTY_BITS + 1 - Long.numberOfLeadingZeros(ticks));
    return ((widths >>> excess) << UNCERTAINTY_BITS) / Math.max(1, ticks >>> excess) + 1;
  }

  /**
   * {@return the rate between two samples in nanoseconds per tick, times 2<sup>32</sup>; 0 if the
   * ticks or the nanoseconds did not advance}
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
