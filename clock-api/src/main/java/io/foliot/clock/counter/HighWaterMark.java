package io.foliot.clock.counter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A maximum of unsigned numbers: an upper bound on the readings handed out so far.
 *
 * <p>Load it <em>before</em> the counter. A reading below a mark that was loaded before it is out
 * of order; a reading below a mark that was loaded after it may only be old.
 *
 * <p>Thread-safe and lock-free.
 */
public final class HighWaterMark {
  private final AtomicLong mark = new AtomicLong();

  /** Creates a mark at 0. */
  public HighWaterMark() {}

  /** {@return the mark, unsigned} */
  public long get() {
    return mark.get();
  }

  /**
   * Raises the mark to at least a value.
   *
   * @param value unsigned
   * @return the mark afterwards, {@code value} or more
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
