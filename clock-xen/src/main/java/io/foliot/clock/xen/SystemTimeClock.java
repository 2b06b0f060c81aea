package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.counter.HighWaterMark;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A monotonic clock on the hypervisor's system time, to which Xen's wall clock is an offset.
 *
 * <p>Each reading raises a high-water mark and is never below it. Mark and origin are loaded before
 * system time. If system time is below the mark by more than a correction explains, the host or the
 * counter has changed, and the origin makes up the difference: the clock continues where it was.
 */
abstract class SystemTimeClock implements MonotonicClock {
  /** A larger step back is the time or counter of another host, nanoseconds. */
  static final long MAX_CORRECTION = 4_000_000;

  private final HighWaterMark mark = new HighWaterMark();

  /** What readings add to system time. */
  private final AtomicLong origin = new AtomicLong();

  /**
   * Creates a clock.
   *
   * @param start system time now or a little earlier. Readings are compared by their signed
   *     difference, so they must be less than 292 years apart
   */
  SystemTimeClock(long start) {
    mark.raise(start);
  }

  /** {@return system time, which may go back when the guest migrates} */
  abstract long systemTimeNanos();

  @Override
  public final long elapsedNanos() {
    for (; ; ) {
      long marked = mark.get();
      long added = origin.get();
      long now = systemTimeNanos() + added;
      long back = marked - now;
      if (back <= MAX_CORRECTION) {
        return mark.raise(now);
      }
      // A thread that loses this race continues with the winner's origin.
      origin.compareAndSet(added, added + back);
    }
  }

  @Override
  public final SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
