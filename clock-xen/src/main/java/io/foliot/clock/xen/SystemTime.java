package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.counter.HighWaterMark;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A monotonic clock on the time that Xen's wall clock is an offset to.
 *
 * <p>Each reading raises a high-water mark and is not below it. The mark, and the origin, are
 * loaded before the hypervisor's time. If that is further below the mark than a correction
 * explains, host or counter have become others: the origin then makes up for the difference, so
 * that the clock goes on where it was.
 */
abstract class SystemTime implements MonotonicClock {
  /** A larger step back is another host's time or counter, nanoseconds. */
  static final long LARGEST_CORRECTION = 4_000_000;

  private final HighWaterMark mark = new HighWaterMark();

  /** What readings add to the hypervisor's time. */
  private final AtomicLong origin = new AtomicLong();

  /**
   * A clock.
   *
   * @param start the hypervisor's time now or a little earlier. Readings are compared by their
   *     signed difference, which is right if they are less than 292 years apart
   */
  SystemTime(long start) {
    mark.raise(start);
  }

  /** The hypervisor's own time, which may go back when the guest moves to another host. */
  abstract long systemTimeNanos();

  @Override
  public final long elapsedNanos() {
    for (; ; ) {
      long marked = mark.get();
      long added = origin.get();
      long now = systemTimeNanos() + added;
      long back = marked - now;
      if (back <= LARGEST_CORRECTION) {
        return mark.raise(now);
      }
      // Whoever loses this race goes on with the winner's origin.
      origin.compareAndSet(added, added + back);
    }
  }

  @Override
  public final SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
