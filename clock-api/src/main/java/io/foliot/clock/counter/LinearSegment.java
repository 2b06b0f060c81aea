package io.foliot.clock.counter;

/**
 * A linear function from ticks to nanoseconds over a fixed range of ticks: {@code nanos = base +
 * ((ticks - start) * slope >> 32)}. All threads apply the same segment to the same ticks, so
 * readings have the order of the ticks. Immutable.
 */
public final class LinearSegment {
  /** The first tick. */
  final long start;

  /** Nanoseconds at the first tick. */
  final long base;

  /** Nanoseconds per tick, times 2<sup>32</sup>. */
  final long slope;

  /** Length in ticks; 0 once the counter is not trusted. */
  final long durationTicks;

  /** Ticks after the start that need no renewal check. */
  final long renewalTicks;

  /** Length in nanoseconds. */
  final long durationNanos;

  /** Readings minus the reference. */
  final long offset;

  /** The rate of the reference and the latest sample. */
  final RateEstimate estimate;

  /** The segment that starts where this one ends, or null. */
  final LinearSegment next;

  private LinearSegment(
      long start,
      long base,
      long slope,
      long durationTicks,
      long renewalTicks,
      long durationNanos,
      long offset,
      RateEstimate estimate,
      LinearSegment next) {
    this.start = start;
    this.base = base;
    this.slope = slope;
    this.durationTicks = durationTicks;
    this.renewalTicks = renewalTicks;
    this.durationNanos = durationNanos;
    this.offset = offset;
    this.estimate = estimate;
    this.next = next;
  }

  /** Creates a segment that is due for renewal after three quarters of its length. */
  static LinearSegment of(
      long start, long base, long slope, long durationNanos, long offset, RateEstimate estimate) {
    long ticks = Math.max(4, (durationNanos << 32) / estimate.rate);
    return new LinearSegment(
        start, base, slope, ticks, ticks - ticks / 4, durationNanos, offset, estimate, null);
  }

  /**
   * Creates an empty segment: the counter is not trusted, and readings are those of the reference.
   */
  static LinearSegment untrusted(long start, long base, long offset, RateEstimate estimate) {
    return new LinearSegment(start, base, 0, 0, 0, 0, offset, estimate, null);
  }

  /** {@return this segment with a successor, so that it needs no renewal} */
  LinearSegment followedBy(LinearSegment successor) {
    return new LinearSegment(
        start,
        base,
        slope,
        durationTicks,
        durationTicks,
        durationNanos,
        offset,
        estimate,
        successor);
  }

  /** {@return the first tick, unsigned; readings are computed from the ticks since then} */
  public long start() {
    return start;
  }

  /**
   * {@return nanoseconds at a tick}
   *
   * @param passed ticks since the start, 0 to {@link #durationTicks}. A segment lasts at most
   *     2<sup>22</sup> ns and its slope is at most 5/4 of the rate, so the product stays below
   *     2<sup>58</sup>
   */
  long at(long passed) {
    return base + ((passed * slope) >>> 32);
  }

  /** {@return an upper bound on all readings of this segment} */
  long highest() {
    return at(durationTicks);
  }

  boolean isUntrusted() {
    return durationTicks == 0;
  }
}
