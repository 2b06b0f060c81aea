package io.foliot.clock.counter;

/**
 * A straight line from ticks to nanoseconds, valid for a range of ticks that is fixed when it is
 * made. Every thread applies the same line to the same ticks, so readings are ordered as ticks are.
 * Immutable; the field names are those of {@code nanos = base + ((ticks − start) × slope >> 32)}.
 */
public final class Line {
  /** The first tick. */
  final long start;

  /** Nanoseconds at the first tick. */
  final long base;

  /** Nanoseconds for each tick, times 2<sup>32</sup>. */
  final long slope;

  /** Ticks from the start at which the line ends; 0 if the counter is not trusted any more. */
  final long end;

  /** Ticks from the start that need no second thought: all, or those before a renewal is due. */
  final long span;

  /** How long the line lasts, nanoseconds. */
  final long length;

  /** What readings add to the reference. */
  final long origin;

  /** The rate of the reference, and the latest sample. */
  final RateEstimate estimate;

  /** The line that begins where this one ends, or null while there is none. */
  final Line next;

  private Line(
      long start,
      long base,
      long slope,
      long end,
      long span,
      long length,
      long origin,
      RateEstimate estimate,
      Line next) {
    this.start = start;
    this.base = base;
    this.slope = slope;
    this.end = end;
    this.span = span;
    this.length = length;
    this.origin = origin;
    this.estimate = estimate;
    this.next = next;
  }

  /** A line that is due for renewal when three quarters of it have passed. */
  static Line of(
      long start, long base, long slope, long length, long origin, RateEstimate estimate) {
    long ticks = Math.max(4, (length << 32) / estimate.rate);
    return new Line(start, base, slope, ticks, ticks - ticks / 4, length, origin, estimate, null);
  }

  /** No line at all: the reference must be asked. */
  static Line ended(long start, long base, long origin, RateEstimate estimate) {
    return new Line(start, base, 0, 0, 0, 0, origin, estimate, null);
  }

  /** The same line with its successor. It needs no second thought before its end. */
  Line followedBy(Line successor) {
    return new Line(start, base, slope, end, end, length, origin, estimate, successor);
  }

  /**
   * The first tick of the line. Readings are made from the ticks that have passed since.
   *
   * @return ticks, unsigned
   */
  public long start() {
    return start;
  }

  /**
   * Nanoseconds at a tick.
   *
   * @param passed ticks since the start, 0 to {@link #end}. A line lasts at most 2<sup>22</sup> ns
   *     and is at most 5/4 as steep as the rate, so the product stays below 2<sup>58</sup>
   */
  long at(long passed) {
    return base + ((passed * slope) >>> 32);
  }

  /** An upper bound on all readings that were made from this line. */
  long highest() {
    return at(end);
  }

  boolean hasEnded() {
    return end == 0;
  }
}
