package io.foliot.clock.counter;

import io.foliot.clock.ClockUnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A clock on a cycle counter that follows a reference clock: a {@linkplain Line straight line} from
 * ticks to nanoseconds, which the threads that read it renew every few milliseconds from a fresh
 * {@linkplain Sample sample} of the reference.
 *
 * <p>A reading is a volatile load of the line, the counter, a multiplication and an addition:
 *
 * <pre>{@code
 * Line line = clock.line();
 * long nanos = clock.nanos(line, counter.read() - line.start());
 * }</pre>
 *
 * <h2>How a line is renewed</h2>
 *
 * <p>There is one current line, and every change is one compare-and-set from it. When three
 * quarters of a line have passed, the first thread that reads takes a sample and appends the next
 * line, which begins where the current one ends and is tilted so that it meets the reference at its
 * own end. When a line has ended and nothing follows, or the counter was set back before its start,
 * a fresh sample decides: the new line begins at the sample.
 *
 * <h2>Assumptions and guarantees</h2>
 *
 * <p>A <em>monotonic</em> clock never goes below what it handed out: if a reading happens before
 * another, the other is not smaller. A new line begins at or above the highest value of the line
 * before it, whatever the counter and the reference did meanwhile. The one exception is a counter
 * that is set back, without notice, to a tick that the line of a reading covers, as when a virtual
 * machine is restored from a snapshot: such readings go back, by less than 4 ms.
 *
 * <p>If the reference is set back, or the clock is ahead of it for another reason, the clock runs
 * at not less than half speed until the two meet; if it is ahead by more than {@value #SLEW_LIMIT}
 * ns, it goes on at full speed and the difference stays. If the reference is ahead by more than
 * {@value #STEP} ns, the clock jumps forward to it.
 *
 * <p>A <em>wall</em> clock follows a reference that may be set back: it steps wherever it differs
 * by more than {@value #STEP} ns.
 *
 * <p>A sample that the rate does not explain is a surprise. Lines are short then, and whoever made
 * the clock is asked whether the counter is still trusted. If it is not, readings are those of the
 * reference from then on, never below what was handed out.
 *
 * <p>Opening a clock calibrates, for about two milliseconds. Reading never does; it takes no lock
 * and waits for no thread. At most one reading in {@value #INTERVAL} ns takes a sample ahead of
 * need, which costs about a microsecond.
 *
 * <p>Thread safety: safe for any number of threads.
 */
public final class SteeredClock {
  /** Longest time between samples of a clock that is being read, nanoseconds. */
  static final long INTERVAL = 3_200_000;

  /** Length of the first line, and of those after a surprise, nanoseconds. */
  static final long SHORTEST = 200_000;

  /** Difference from the reference that is stepped over instead of slewed, nanoseconds. */
  static final long STEP = 50_000;

  /** Lead over the reference that is slewed instead of kept, nanoseconds. */
  static final long SLEW_LIMIT = 8_000_000;

  /** By how much one processor's counter may be behind another's, nanoseconds. */
  private static final long SKEW = 50_000;

  /** Width of a sample that is narrow enough in any case, nanoseconds. */
  private static final long NARROW = 250;

  private static final long CALIBRATION = 1_000_000;
  private static final int CALIBRATIONS = 20;

  /** Samples to take until the reference has advanced by a calibration: seconds, in practice. */
  private static final int MOST_SAMPLES = 1 << 22;

  private final CycleCounter counter;
  private final Sampler sampler;
  private final LongSupplier reference;
  private final BooleanSupplier trusted;
  private final boolean monotonic;
  private final long periodPicos;
  private final AtomicReference<Line> current;

  /** One thread at a time renews ahead of need; the others go on with what there is. */
  private final AtomicBoolean renewing = new AtomicBoolean();

  /** Guards the readings of the reference once the counter is not trusted any more. */
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
            Line.of(last.ticks, last.nanos, estimate.rate, SHORTEST, 0, estimate));
  }

  /**
   * A clock that never goes back.
   *
   * @param counter ordered counter of 64 bits
   * @param sampler samples of that counter and the reference
   * @param reference the clock to follow, nanoseconds
   * @param trusted whether the counter still keeps time, asked after a surprise
   * @return the clock, calibrated
   * @throws ClockUnavailableException if the rate of the counter cannot be measured
   */
  public static SteeredClock monotonic(
      CycleCounter counter, Sampler sampler, LongSupplier reference, BooleanSupplier trusted) {
    return new SteeredClock(counter, sampler, reference, trusted, true);
  }

  /**
   * A clock that follows a reference which may be set back.
   *
   * @param counter ordered counter of 64 bits
   * @param sampler samples of that counter and the reference
   * @param reference the clock to follow, nanoseconds
   * @param trusted whether the counter still keeps time, asked after a surprise
   * @return the clock, calibrated
   * @throws ClockUnavailableException if the rate of the counter cannot be measured
   */
  public static SteeredClock wall(
      CycleCounter counter, Sampler sampler, LongSupplier reference, BooleanSupplier trusted) {
    return new SteeredClock(counter, sampler, reference, trusted, false);
  }

  /**
   * Measures the rate in two intervals, until one is like the other: an interval in which the
   * reference was set or the machine suspended is like no other.
   */
  private RateEstimate calibrated() {
    Sample first = sampleAfter(null);
    Sample second = sampleAfter(first);
    for (int i = 0; i < CALIBRATIONS; i++) {
      Sample third = sampleAfter(second);
      long before = RateEstimate.rate(first, second);
      long after = RateEstimate.rate(second, third);
      if (before > 0 && after > 0 && Math.abs(after - before) <= before >>> 6) {
        return RateEstimate.between(first, third);
      }
      first = second;
      second = third;
    }
    throw new ClockUnavailableException(
        "cycle counter",
        "its rate could not be measured: no two of "
            + CALIBRATIONS
            + " intervals of a millisecond were alike");
  }

  /** The first sample that is a calibration interval later than another. */
  private Sample sampleAfter(Sample earlier) {
    for (int i = 0; i < MOST_SAMPLES; i++) {
      Sample sample = sampler.take(0);
      if (sample != null
          && (earlier == null || Math.abs(sample.nanos - earlier.nanos) >= CALIBRATION)) {
        return sample;
      }
    }
    throw new ClockUnavailableException(
        "cycle counter", "it or the clock to follow does not advance");
  }

  /**
   * How long a tick takes.
   *
   * @return picoseconds, rounded down, at least 1
   */
  public long periodPicos() {
    return periodPicos;
  }

  /**
   * The current line. Load it before the counter.
   *
   * @return the line to read ticks for
   */
  public Line line() {
    return current.get();
  }

  /**
   * Nanoseconds at a tick.
   *
   * @param line what {@link #line()} returned before the counter was read
   * @param passed the counter less the start of the line
   * @return nanoseconds of the reference, or what the clock makes of it
   */
  public long nanos(Line line, long passed) {
    return Long.compareUnsigned(passed, line.span) < 0 ? line.at(passed) : renewed();
  }

  /**
   * Nanoseconds now, the counter read through the interface.
   *
   * @return as {@link #nanos(Line, long)}
   */
  public long nanos() {
    Line line = line();
    return nanos(line, counter.read() - line.start);
  }

  /** Nanoseconds now, where the current line does not settle it. */
  private long renewed() {
    for (; ; ) {
      Line line = current.get();
      if (line.hasEnded()) {
        return referenceNanos(line);
      }
      long passed = counter.read() - line.start;
      if (passed < 0 && -passed < (SKEW << 32) / line.estimate.rate) {
        return line.base;
      }
      if (passed >= 0 && passed < line.end) {
        if (passed >= line.span) {
          renewAhead(line);
        }
        return line.at(passed);
      }
      if (passed >= 0 && line.next != null) {
        current.compareAndSet(line, line.next);
      } else {
        // Nobody read for a while, or the counter was set.
        Line fresh = afresh(line);
        if (current.compareAndSet(line, fresh) && !fresh.hasEnded()) {
          return fresh.base;
        }
      }
    }
  }

  /** Appends the next line, unless another thread is at it. */
  private void renewAhead(Line line) {
    if (!renewing.compareAndSet(false, true)) {
      return;
    }
    try {
      long width = line.estimate.last.width;
      Sample sample = sampler.take(width);
      // A wide sample comes of an interruption: there is still time to try again.
      if (sample != null
          && (sample.width <= 2 * width || sample.width < (NARROW << 32) / line.estimate.rate)) {
        long passed = sample.ticks - line.start;
        if (passed >= 0 && passed < line.end) {
          current.compareAndSet(line, line.followedBy(successor(line, sample)));
        }
      }
    } finally {
      renewing.set(false);
    }
  }

  /** The line that begins where another ends. */
  private Line successor(Line line, Sample sample) {
    RateEstimate estimate = line.estimate.after(sample);
    long start = line.start + line.end;
    // Both within one line of each other, so the product fits.
    long due = sample.nanos + line.origin + (((start - sample.ticks) * estimate.rate) >>> 32);
    return begin(line, estimate, start, due);
  }

  /** A line that begins at a fresh sample. */
  private Line afresh(Line line) {
    Sample sample = sampler.take(line.estimate.last.width);
    return sample == null
        ? ended(line, line.estimate)
        : begin(line, line.estimate.after(sample), sample.ticks, sample.nanos + line.origin);
  }

  /**
   * A line that begins at a tick and leads to the reference, not below the line before it.
   *
   * @param due what the clock shows at that tick if it is right
   */
  private Line begin(Line before, RateEstimate estimate, long start, long due) {
    if (estimate.surprised && !trusted.getAsBoolean()) {
      return ended(before, estimate);
    }
    long length = estimate.surprised ? SHORTEST : Math.min(2 * before.length, INTERVAL);
    long reached = before.highest();
    long lead = reached - due;
    // A small lag is slewed where the lines join; behind a gap there is nothing to join.
    long largestLag = start == before.start + before.end ? STEP : 0;
    if (lead < -largestLag || (!monotonic && lead > STEP)) {
      return Line.of(start, due, estimate.rate, length, before.origin, estimate);
    }
    if (lead > SLEW_LIMIT) {
      return Line.of(start, reached, estimate.rate, length, before.origin + lead, estimate);
    }
    long slope = tilted(estimate.rate, lead, length);
    return Line.of(start, reached, slope, length, before.origin, estimate);
  }

  /** The slope that makes up for a lead by the end of a line, but at most for half its length. */
  private static long tilted(long rate, long lead, long length) {
    long bounded = Math.min(lead, length / 2);
    // rate * bounded / length, taken apart so that it fits.
    return rate - bounded * (rate / length) - bounded * (rate % length) / length;
  }

  private Line ended(Line before, RateEstimate estimate) {
    long reached = before.highest();
    if (monotonic) {
      mark.raise(reached);
    }
    return Line.ended(before.start + before.end, reached, before.origin, estimate);
  }

  /** The reference, for lack of a counter: never below what was handed out. */
  private long referenceNanos(Line ended) {
    Line line = ended;
    for (; ; ) {
      long high = mark.get();
      long now = reference.getAsLong() + line.origin;
      if (!monotonic) {
        return now;
      }
      long lead = high - now;
      if (lead <= SLEW_LIMIT) {
        return lead <= 0 ? mark.raise(now) : high;
      }
      // The reference was set back: the difference stays.
      current.compareAndSet(
          line, Line.ended(line.start, line.base, line.origin + lead, line.estimate));
      line = current.get();
    }
  }
}
