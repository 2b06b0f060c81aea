package io.foliot.clock.counter;

import io.foliot.clock.ClockUnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A clock on a cycle counter that follows a reference clock. It maps ticks to nanoseconds with a
 * {@linkplain LinearSegment linear segment}, which the reading threads renew every few milliseconds
 * from a fresh {@linkplain Sample sample} of the reference.
 *
 * <p>A reading is a volatile load of the segment, the counter, a multiplication and an addition:
 *
 * <pre>{@code
 * LinearSegment segment = clock.segment();
 * long nanos = clock.nanos(segment, counter.read() - segment.start());
 * }</pre>
 *
 * <h2>Renewal</h2>
 *
 * <p>There is one current segment, and every change is one compare-and-set from it. After three
 * quarters of a segment, the first thread that reads takes a sample and appends the next segment,
 * which starts where the current one ends and has the slope that meets the reference at its own
 * end. If a segment ends without a successor, or the counter was set back before its start, a fresh
 * sample decides: the new segment starts at the sample.
 *
 * <h2>Assumptions and guarantees</h2>
 *
 * <p>A <em>monotonic</em> clock never goes back: if a reading happens-before another, the other is
 * not smaller. A new segment starts at or above the highest value of the segment before it,
 * whatever the counter and the reference did in between. One exception: if the counter is set back
 * unnoticed to a tick that the segment of a reading covers, as when a virtual machine is restored
 * from a snapshot, readings go back, by less than 4 ms.
 *
 * <p>If the clock is ahead of the reference, for instance because that was set back, it runs at no
 * less than half speed until the two meet; a lead of more than {@value #SLEW_LIMIT} ns is kept
 * instead, at full speed. If the reference is ahead by more than {@value #STEP} ns, the clock jumps
 * forward to it.
 *
 * <p>A <em>wall</em> clock follows a reference that may be set back: it steps if it differs by more
 * than {@value #STEP} ns.
 *
 * <p>A sample that contradicts the estimated rate is an outlier. Segments are then short, and the
 * {@code trusted} callback decides whether the counter still keeps time. If it does not, readings
 * are those of the reference from then on, never below those handed out before.
 *
 * <p>Creating a clock calibrates for about two milliseconds. Reading never does; it takes no lock
 * and waits for no thread. At most one reading in {@value #INTERVAL} ns takes a sample for the next
 * segment, which costs about a microsecond.
 *
 * <p>Thread-safe.
 */
public final class SteeredClock {
  /** Longest segment, and so the longest time between samples of a clock in use, nanoseconds. */
  static final long INTERVAL = 3_200_000;

  /** Length of the first segment and of those after an outlier, nanoseconds. */
  static final long SHORTEST = 200_000;

  /** Largest difference from the reference that is slewed, not stepped, nanoseconds. */
  static final long STEP = 50_000;

  /** Largest lead over the reference that is slewed, not kept, nanoseconds. */
  static final long SLEW_LIMIT = 8_000_000;

  /** Largest tolerated skew between the counters of two processors, nanoseconds. */
  private static final long MAX_SKEW = 50_000;

  /** Width of a sample that is always narrow enough, nanoseconds. */
  private static final long NARROW_SAMPLE = 250;

  private static final long CALIBRATION_INTERVAL = 1_000_000;
  private static final int MAX_CALIBRATIONS = 20;

  /** Attempts, some seconds of them, to see the reference advance by a calibration interval. */
  private static final int MAX_SAMPLES = 1 << 22;

  private final CycleCounter counter;
  private final Sampler sampler;
  private final LongSupplier reference;
  private final BooleanSupplier trusted;
  private final boolean monotonic;
  private final long periodPicos;
  private final AtomicReference<LinearSegment> current;

  /** Set while a thread appends the next segment; the others continue on the current one. */
  private final AtomicBoolean renewing = new AtomicBoolean();

  /** Keeps readings of the reference monotonic once the counter is not trusted. */
  private final HighWaterMark mark = new HighWaterMark();

  private SteeredClock(
      CycleCounter counter,
      Sampler sampler,
      LongSupplier reference,
      BooleanSupplier trusted,
      boolean monotonic) {
    this.counter = counter;
    this.sampler = sampler;
    this.reference = reference;
    this.trusted = trusted;
    this.monotonic = monotonic;
    RateEstimate estimate = calibrated();
    Sample last = estimate.last;
    this.periodPicos = Math.max(1, (estimate.rate * 1000) >>> 32);
    this.current =
        new AtomicReference<>(
            LinearSegment.of(last.ticks, last.nanos, estimate.rate, SHORTEST, 0, estimate));
  }

  /**
   * Creates a clock that never goes back.
   *
   * @param counter ordered counter of 64 bits, with a tick of at most 65.536 µs
   * @param sampler samples that counter and the reference
   * @param reference the clock to follow, in nanoseconds
   * @param trusted whether the counter still keeps time; called after an outlier
   * @return a calibrated clock
   * @throws ClockUnavailableException if the rate of the counter cannot be measured, or its tick is
   *     longer
   */
  public static SteeredClock monotonic(
      CycleCounter counter, Sampler sampler, LongSupplier reference, BooleanSupplier trusted) {
    return new SteeredClock(counter, sampler, reference, trusted, true);
  }

  /**
   * Creates a clock that follows a reference which may be set back.
   *
   * @param counter ordered counter of 64 bits, with a tick of at most 65.536 µs
   * @param sampler samples that counter and the reference
   * @param reference the clock to follow, in nanoseconds
   * @param trusted whether the counter still keeps time; called after an outlier
   * @return a calibrated clock
   * @throws ClockUnavailableException if the rate of the counter cannot be measured, or its tick is
   *     longer
   */
  public static SteeredClock wall(
      CycleCounter counter, Sampler sampler, LongSupplier reference, BooleanSupplier trusted) {
    return new SteeredClock(counter, sampler, reference, trusted, false);
  }

  /**
   * Measures the rate until two consecutive intervals agree, which excludes those in which the
   * reference was set or the machine was suspended.
   */
  private RateEstimate calibrated() {
    Sample first = sampleAfter(null);
    Sample second = sampleAfter(first);
    for (int i = 0; i < MAX_CALIBRATIONS; i++) {
      Sample third = sampleAfter(second);
      long before = RateEstimate.rate(first, second);
      long after = RateEstimate.rate(second, third);
      if (before > 0 && after > 0 && Math.abs(after - before) <= before >>> 6) {
        RateEstimate estimate = RateEstimate.between(first, third);
        if (estimate.rate > RateEstimate.MAX_RATE) {
          throw new ClockUnavailableException(
              "cycle counter",
              "a tick takes "
                  + (estimate.rate >>> 32)
                  + " ns; expected at most "
                  + (RateEstimate.MAX_RATE >>> 32)
                  + " ns; use a FreeRunningClock");
        }
        return estimate;
      }
      first = second;
      second = third;
    }
    throw new ClockUnavailableException(
        "cycle counter",
        "its rate is not stable: no two of "
            + MAX_CALIBRATIONS
            + " intervals of 1 ms agree within 1/64; use a clock of the system");
  }

  /** {@return the first sample at least a calibration interval after another} */
  private Sample sampleAfter(Sample earlier) {
    for (int i = 0; i < MAX_SAMPLES; i++) {
      Sample sample = sampler.take(0);
      if (sample != null
          && (earlier == null || Math.abs(sample.nanos - earlier.nanos) >= CALIBRATION_INTERVAL)) {
        return sample;
      }
    }
    throw new ClockUnavailableException(
        "cycle counter",
        "the counter or its reference clock does not advance; use a clock of the system");
  }

  /** {@return the time between two ticks in picoseconds, rounded down, at least 1} */
  public long periodPicos() {
    return periodPicos;
  }

  /** {@return the current segment} Load it before the counter. */
  public LinearSegment segment() {
    return current.get();
  }

  /**
   * {@return nanoseconds at a tick}
   *
   * @param segment what {@link #segment()} returned before the counter was read
   * @param passed the counter minus the start of the segment
   */
  public long nanos(LinearSegment segment, long passed) {
    return Long.compareUnsigned(passed, segment.renewalTicks) < 0
        ? segment.at(passed)
        : nanosAfterRenewal();
  }

  /** {@return nanoseconds now, reading the counter through its interface} */
  public long nanos() {
    LinearSegment segment = segment();
    return nanos(segment, counter.read() - segment.start);
  }

  /** The slow path: the current segment is due for renewal or does not cover the counter. */
  private long nanosAfterRenewal() {
    for (; ; ) {
      LinearSegment segment = current.get();
      if (segment.isUntrusted()) {
        return referenceNanos(segment);
      }
      long passed = counter.read() - segment.start;
      if (passed < 0 && -passed < (MAX_SKEW << 32) / segment.estimate.rate) {
        return segment.base;
      }
      if (passed >= 0 && passed < segment.durationTicks) {
        if (passed >= segment.renewalTicks) {
          renewAhead(segment);
        }
        return segment.at(passed);
      }
      if (passed >= 0 && segment.next != null) {
        current.compareAndSet(segment, segment.next);
      } else {
        // The clock was not read for a while, or the counter was set.
        LinearSegment fresh = afresh(segment);
        if (current.compareAndSet(segment, fresh) && !fresh.isUntrusted()) {
          return fresh.base;
        }
      }
    }
  }

  /** Appends the next segment, unless another thread does. */
  private void renewAhead(LinearSegment segment) {
    if (!renewing.compareAndSet(false, true)) {
      return;
    }
    try {
      long width = segment.estimate.last.width;
      Sample sample = sampler.take(width);
      // A wide sample was interrupted; a later reading tries again.
      if (sample != null
          && (sample.width <= 2 * width
              || sample.width < (NARROW_SAMPLE << 32) / segment.estimate.rate)) {
        long passed = sample.ticks - segment.start;
        if (passed >= 0 && passed < segment.durationTicks) {
          current.compareAndSet(segment, segment.followedBy(successor(segment, sample)));
        }
      }
    } finally {
      renewing.set(false);
    }
  }

  /** {@return the segment that starts where another ends} */
  private LinearSegment successor(LinearSegment segment, Sample sample) {
    RateEstimate estimate = segment.estimate.after(sample);
    long start = segment.start + segment.durationTicks;
    // The two are within one segment of each other, so the product fits.
    long due = sample.nanos + segment.offset + (((start - sample.ticks) * estimate.rate) >>> 32);
    return begin(segment, estimate, start, due);
  }

  /** {@return a segment that starts at a fresh sample} */
  private LinearSegment afresh(LinearSegment segment) {
    Sample sample = sampler.take(segment.estimate.last.width);
    return sample == null
        ? untrusted(segment, segment.estimate)
        : begin(
            segment, segment.estimate.after(sample), sample.ticks, sample.nanos + segment.offset);
  }

  /**
   * {@return a segment that starts at a tick and approaches the reference, not below its
   * predecessor}
   *
   * @param due the reference at that tick
   */
  private LinearSegment begin(LinearSegment before, RateEstimate estimate, long start, long due) {
    if (estimate.outlier && !trusted.getAsBoolean()) {
      return untrusted(before, estimate);
    }
    long length = estimate.outlier ? SHORTEST : Math.min(2 * before.durationNanos, INTERVAL);
    long reached = before.highest();
    long lead = reached - due;
    // A small lag is slewed if the segments join; after a gap the clock steps.
    long largestLag = start == before.start + before.durationTicks ? STEP : 0;
    if (lead < -largestLag || (!monotonic && lead > STEP)) {
      return LinearSegment.of(start, due, estimate.rate, length, before.offset, estimate);
    }
    if (lead > SLEW_LIMIT) {
      return LinearSegment.of(
          start, reached, estimate.rate, length, before.offset + lead, estimate);
    }
    long slope = tilted(estimate.rate, lead, length);
    return LinearSegment.of(start, reached, slope, length, before.offset, estimate);
  }

  /** {@return the slope that removes a lead by the end of a segment, at most half its length} */
  private static long tilted(long rate, long lead, long length) {
    long bounded = Math.min(lead, length / 2);
    // rate * bounded / length, split so that it does not overflow.
    return rate - bounded * (rate / length) - bounded * (rate % length) / length;
  }

  private LinearSegment untrusted(LinearSegment before, RateEstimate estimate) {
    long reached = before.highest();
    if (monotonic) {
      mark.raise(reached);
    }
    return LinearSegment.untrusted(
        before.start + before.durationTicks, reached, before.offset, estimate);
  }

  /** {@return the reference; if monotonic, not below earlier readings} */
  private long referenceNanos(LinearSegment untrusted) {
    LinearSegment segment = untrusted;
    for (; ; ) {
      long high = mark.get();
      long now = reference.getAsLong() + segment.offset;
      if (!monotonic) {
        return now;
      }
      long lead = high - now;
      if (lead <= SLEW_LIMIT) {
        return lead <= 0 ? mark.raise(now) : high;
      }
      // The reference was set back: keep the difference.
      current.compareAndSet(
          segment,
          LinearSegment.untrusted(
              segment.start, segment.base, segment.offset + lead, segment.estimate));
      segment = current.get();
    }
  }
}
