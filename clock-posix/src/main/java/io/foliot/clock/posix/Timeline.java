package io.foliot.clock.posix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Turns ticks of the cycle counter into nanoseconds of a kernel clock.
 *
 * <p>It is a chain of straight {@linkplain Segment segments}. A reading is one multiplication with
 * the current one. When three quarters of it have passed, the first thread that reads takes an
 * {@linkplain Anchor anchor} and ties on the next segment, which begins where the current one ends
 * and is tilted so that it meets the kernel's clock at its own end. When nobody read the clock
 * meanwhile, the next reading starts a new segment at an anchor of its own. No thread waits for
 * another, and there is no thread but the readers.
 *
 * <p>Segments are short at first and grow to {@value #LONGEST} ns. What does not fit the rate that
 * was measured before (the machine was suspended, restored or moved, or the wall clock was set)
 * makes them short again.
 */
final class Timeline {
  /** Length of the first segment and of those after a disturbance, nanoseconds. */
  static final long SHORTEST = 2_000_000;

  /** Length of segments when all is quiet, nanoseconds. */
  static final long LONGEST = 100_000_000;

  /** From this length on a rate that changes by more than 1 in 1024 counts as a disturbance. */
  private static final long SETTLED = 16_000_000;

  /** Difference from the kernel's clock that is not slewed away but stepped over, nanoseconds. */
  private static final long STEP = 50_000;

  /** Width of an anchor that is good enough in any case, nanoseconds: it is off by half of that. */
  private static final long NARROW = 250;

  /** Ticks by which a processor may seem to be behind another without being out of order. */
  private static final long SKEW = 1 << 17;

  /** Each of the intervals in which the rate is measured when nothing is known, nanoseconds. */
  private static final long CALIBRATION = 1_000_000;

  /** How many intervals to try until two are alike. */
  private static final int CALIBRATIONS = 20;

  /** A nanosecond per tick. */
  private static final long ONE_TO_ONE = 1L << 32;

  private static final VarHandle CURRENT;

  static {
    try {
      CURRENT = MethodHandles.lookup().findVarHandle(Timeline.class, "current", Segment.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final CycleCounter counter;
  private final Anchor.Source anchors;
  private final LongSupplier kernel;
  private final BooleanSupplier trusted;
  private final boolean stepsBack;
  private final long periodPicos;

  private volatile Segment current;

  /** One thread at a time renews ahead of need; the others go on with what there is. */
  private final AtomicBoolean renewing = new AtomicBoolean();

  /**
   * A timeline; calibrates for about two milliseconds.
   *
   * @param counter ordered counter
   * @param anchors ties of that counter to the clock to follow
   * @param kernel the clock to follow, nanoseconds
   * @param trusted whether the counter still keeps time, asked after a disturbance
   * @param stepsBack whether the clock to follow may be set back; if not, readings never go back
   */
  Timeline(
      CycleCounter counter,
      Anchor.Source anchors,
      LongSupplier kernel,
      BooleanSupplier trusted,
      boolean stepsBack) {
    this.counter = counter;
    this.anchors = anchors;
    this.kernel = kernel;
    this.trusted = trusted;
    this.stepsBack = stepsBack;
    long measured = calibrated();
    long rate = measured == 0 ? ONE_TO_ONE : measured;
    Anchor anchor = anchors.take(0);
    Segment first = segment(anchor.ticks(), anchor.nanos(), rate, rate, SHORTEST, anchor);
    this.periodPicos = Math.max(1, (rate * 1000) >>> 32);
    this.current = measured == 0 ? dead(first, anchor.nanos()) : first;
  }

  /**
   * Measures the rate in two intervals of a millisecond, until one is like the other: an interval
   * in which the clock was set or the machine suspended is like no other.
   *
   * @return nanoseconds per tick times 2<sup>32</sup>, or 0 if no two are alike
   */
  private long calibrated() {
    Anchor first = anchors.take(0);
    pause();
    Anchor second = anchors.take(0);
    for (int i = 0; i < CALIBRATIONS; i++) {
      pause();
      Anchor third = anchors.take(0);
      long before = rateBetween(first, second);
      long after = rateBetween(second, third);
      if (before > 0 && after > 0 && Math.abs(after - before) <= before >>> 6) {
        return rateBetween(first, third);
      }
      first = second;
      second = third;
    }
    return 0;
  }

  /** Waits for the kernel's clock to advance by the length of a calibration. */
  private void pause() {
    long began = kernel.getAsLong();
    while (Math.abs(kernel.getAsLong() - began) < CALIBRATION) {
      Thread.onSpinWait();
    }
  }

  /** Picoseconds per tick, rounded down, at least 1. */
  long periodPicos() {
    return periodPicos;
  }

  /** The segment to read ticks for: to be fetched before the counter is read. */
  Segment current() {
    return current;
  }

  /**
   * Nanoseconds at a tick.
   *
   * @param segment what {@link #current()} gave before the counter was read
   * @param ticks the counter
   */
  long at(Segment segment, long ticks) {
    return atPassed(segment, ticks - segment.start);
  }

  /**
   * Nanoseconds at a tick.
   *
   * @param segment what {@link #current()} gave before the counter was read
   * @param passed the counter less the start of the segment
   */
  long atPassed(Segment segment, long passed) {
    return Long.compareUnsigned(passed, segment.span) < 0 ? segment.at(passed) : renewed(segment);
  }

  /**
   * Nanoseconds now, where a segment needs a second thought: it must be renewed soon, or does not
   * reach to here, or the counter is not trusted any more.
   *
   * @param first what {@link #current()} gave
   */
  private long renewed(Segment first) {
    Segment segment = first;
    while (!segment.isDead()) {
      long passed = counter.read() - segment.start;
      if (passed < 0 && passed > -SKEW) {
        return segment.base;
      }
      if (passed >= 0 && passed < segment.end) {
        if (passed >= segment.span) {
          prepare(segment);
        }
        return segment.at(passed);
      }
      Segment next = segment.next();
      if (passed < 0) {
        // The counter was set back: a restored or migrated machine. Start anew, ahead of all that
        // was handed out.
        Segment anew = anchored(segment);
        segment = CURRENT.compareAndSet(this, segment, anew) ? anew : current;
      } else if (next == null) {
        segment.follow(anchored(segment));
      } else {
        CURRENT.compareAndSet(this, segment, next);
        segment = next;
      }
    }
    long now = kernel.getAsLong();
    return stepsBack ? now : Math.max(now, segment.base);
  }

  /** Ties on the next segment ahead of need, unless another thread is at it. */
  private void prepare(Segment segment) {
    if (segment.next() == null && renewing.compareAndSet(false, true)) {
      try {
        Anchor anchor = anchors.take(segment.anchor.width());
        long nanosWide = (anchor.width() * segment.rate) >>> 32;
        // A wide anchor came of an interruption: there is still time to try again.
        boolean narrow = nanosWide < NARROW || anchor.width() <= 2 * segment.anchor.width();
        if (narrow && segment.follow(following(segment, anchor))) {
          CURRENT.compareAndSet(this, segment, segment.sealed());
        }
      } finally {
        renewing.set(false);
      }
    }
  }

  /** The segment that begins where the given one ends. */
  private Segment following(Segment segment, Anchor anchor) {
    long measured = rateAt(segment, anchor);
    long rate = measured == 0 ? rateAfterDisturbance(segment) : measured;
    if (rate == 0) {
      return dead(segment, segment.at(segment.end));
    }
    long length = measured == 0 ? SHORTEST : Math.min(2 * segment.length, LONGEST);
    long start = segment.start + segment.end;
    long due = anchor.nanos() + scale(start - anchor.ticks(), rate);
    long reached = segment.at(segment.end);
    long ahead = reached - due;
    if (stepsBack ? Math.abs(ahead) > STEP : ahead < -STEP) {
      return segment(start, due, rate, rate, length, anchor);
    }
    return segment(start, reached, tilted(rate, ahead, length), rate, length, anchor);
  }

  /** A segment that begins at an anchor of its own, after a time in which nobody read the clock. */
  private Segment anchored(Segment segment) {
    Anchor anchor = anchors.take(segment.anchor.width());
    long measured = rateAt(segment, anchor);
    long rate = measured == 0 ? rateAfterDisturbance(segment) : measured;
    if (rate == 0) {
      return dead(segment, segment.at(segment.end));
    }
    long length = measured == 0 ? SHORTEST : Math.min(2 * segment.length, LONGEST);
    long reached = segment.at(segment.end);
    long ahead = reached - anchor.nanos();
    if (stepsBack || ahead <= 0) {
      return segment(anchor.ticks(), anchor.nanos(), rate, rate, length, anchor);
    }
    return segment(anchor.ticks(), reached, tilted(rate, ahead, length), rate, length, anchor);
  }

  /**
   * The rate to go on with when the measured one cannot be right. Most likely the old one is still
   * good, and a short segment will tell. If that was no good either, the rate is measured anew,
   * which takes the thread two milliseconds.
   *
   * @return the rate, or 0 if the counter is of no use any more
   */
  private long rateAfterDisturbance(Segment segment) {
    if (!trusted.getAsBoolean()) {
      return 0;
    }
    return segment.length < SETTLED ? calibrated() : segment.rate;
  }

  /** From here on the kernel is asked; readings do not fall below what was reached. */
  private static Segment dead(Segment segment, long reached) {
    return new Segment(
        segment.start + segment.end, 0, reached, 0, 0, segment.rate, 0, segment.anchor);
  }

  private static Segment segment(
      long start, long base, long slope, long rate, long length, Anchor anchor) {
    long ticks = (length << 32) / rate;
    return new Segment(start, ticks - ticks / 4, base, slope, ticks, rate, length, anchor);
  }

  /**
   * The rate between a segment's anchor and a new one, or 0 if it is not what it was. A short
   * segment's rate is not known well enough to tell.
   */
  private static long rateAt(Segment segment, Anchor anchor) {
    long rate = rateBetween(segment.anchor, anchor);
    boolean likely =
        segment.length < SETTLED
            ? rate > segment.rate >>> 3 && rate < segment.rate << 3
            : Math.abs(rate - segment.rate) <= segment.rate >>> 10;
    return likely ? rate : 0;
  }

  /** Nanoseconds per tick times 2<sup>32</sup>, or 0 if one of them did not advance. */
  private static long rateBetween(Anchor from, Anchor to) {
    long ticks = to.ticks() - from.ticks();
    long nanos = to.nanos() - from.nanos();
    if (ticks <= 0 || nanos <= 0) {
      return 0;
    }
    int excess = Math.max(0, 33 - Long.numberOfLeadingZeros(nanos));
    return ((nanos >>> excess) << 32) / Math.max(1, ticks >>> excess);
  }

  /** Ticks, possibly negative, as nanoseconds. */
  private static long scale(long ticks, long rate) {
    return ticks >= 0 ? (ticks * rate) >>> 32 : -((-ticks * rate) >>> 32);
  }

  /** The rate that loses what a segment is ahead by its end, but at most half of its speed. */
  private static long tilted(long rate, long ahead, long length) {
    long bounded = Math.min(ahead, length / 2);
    // A segment has length * 2^32 / rate ticks; the product is taken apart so that it fits.
    return rate - bounded * (rate / length) - bounded * (rate % length) / length;
  }
}
