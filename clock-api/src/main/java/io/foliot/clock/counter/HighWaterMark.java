package io.foliot.clock.counter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * An upper bound on everything that was handed out, as unsigned numbers; it only rises.
 *
 * <p>Load it <em>before</em> the counter. A reading below a mark that was loaded afterwards may
 * just be old; a reading below a mark that was loaded before is out of order.
 *
 * <p>Thread safety: safe for any number of threads, lock-free.
 */
public final class HighWaterMark {
  private final AtomicLong mark = new AtomicLong();

  /** A mark at 0. */
  public HighWaterMark() {}

  /**
   * The mark.
   *
   * @return unsigned
   */
  public long get() {
    return mark.get();
  }

  /**
   * Raises the mark to a value, unless it is there already.
   *
   * @param value unsigned
   * @return the mark afterwards: {@code value} or more
   */
  public long raise(long value) {
    for (; ; ) {
      long seen = mark.get();
      if (Long.compareUnsigned(value, seen) <= 0) {
        return seen;
      }
      if (mark.compareAndSet(seen, value)) {
        return value;
      }
    }
  }
}
