package io.foliot.clock.posix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A straight piece of the line that turns ticks into nanoseconds, valid for a range of ticks that
 * is fixed when it is made. Because every thread applies the same piece to the same ticks, readings
 * are ordered exactly as ticks are.
 *
 * <p>Immutable but for the link to the piece that follows.
 */
final class Segment {
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(Segment.class, "next", Segment.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** First tick of the piece. */
  final long start;

  /**
   * Ticks from the start that need no second thought: all, or as many as before a renewal is due.
   */
  final long span;

  /** Nanoseconds at the first tick. */
  final long base;

  /** Nanoseconds per tick times 2<sup>32</sup>, with what makes up for the error at the start. */
  final long slope;

  /** Ticks from the start at which the piece ends; 0 if the counter is not trusted any more. */
  final long end;

  /**
   * The rate of the kernel's clock as it was measured, nanoseconds per tick times 2<sup>32</sup>.
   */
  final long rate;

  /** How long the piece lasts, nanoseconds. */
  final long length;

  /** Where the piece was tied to the kernel's clock. */
  final Anchor anchor;

  private volatile Segment next;

  Segment(
      long start,
      long span,
      long base,
      long slope,
      long end,
      long rate,
      long length,
      Anchor anchor) {
    this.start = start;
    this.span = span;
    this.base = base;
    this.slope = slope;
    this.end = end;
    this.rate = rate;
    this.length = length;
    this.anchor = anchor;
  }

  /**
   * Nanoseconds at a tick.
   *
   * @param ticks counted from the start, 0 to {@link #end}. A piece lasts at most 2<sup>27</sup>
   *     ns, so the product stays below 2<sup>63</sup>
   */
  long at(long ticks) {
    return base + ((ticks * slope) >>> 32);
  }

  Segment next() {
    return next;
  }

  /** Ties on the next piece; the first to do so wins. */
  boolean follow(Segment following) {
    return NEXT.compareAndSet(this, (Segment) null, following);
  }

  /** The same piece with its follower, which now needs no second thought until its end. */
  Segment sealed() {
    Segment same = new Segment(start, end, base, slope, end, rate, length, anchor);
    same.next = next;
    return same;
  }

  /** Whether the counter was found wanting, so that the kernel must be asked. */
  boolean isDead() {
    return end == 0;
  }
}
