package io.foliot.clock.xen;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The highest reading that any thread has been given. It is consulted only while the hypervisor
 * does not promise that the counters of the virtual CPUs are in step.
 */
final class Floor {
  private final AtomicLong highest = new AtomicLong();

  /** The reading, or the highest one before it if that was higher, as unsigned numbers. */
  long raise(long reading) {
    for (; ; ) {
      long seen = highest.get();
      if (Long.compareUnsigned(reading, seen) <= 0) {
        return seen;
      }
      if (highest.compareAndSet(seen, reading)) {
        return reading;
      }
    }
  }
}
