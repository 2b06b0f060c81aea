package io.foliot.clock.conformance;

import io.foliot.duration.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Threads that start together, read one clock as fast as they can, and hand their readings to each
 * other: each reading must not be below any that was handed over before.
 */
final class ReadingThreads {
  private static final int THREADS = 4;

  /** So many readings are compared with the reference as well. */
  private static final int COMPARE_EVERY = 64;

  interface Check {
    /** Compares a reading with what the reference showed before and after it. */
    void check(Bracket bracket);
  }

  private final LongSupplier clock;
  private final LongSupplier reference;
  private final Check check;
  private final AtomicLong highest;
  private final AtomicLong waits = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch start = new CountDownLatch(THREADS);
  private volatile boolean over;

  ReadingThreads(LongSupplier clock, LongSupplier reference, Check check) {
    this.clock = clock;
    this.reference = reference;
    this.check = check;
    this.highest = new AtomicLong(clock.getAsLong());
  }

  /** Lets the threads read for at least so much real time. */
  void run(Duration length, PeriodCheck.Pause pause) throws InterruptedException {
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(this::read, "conformance-reader-" + t);
      threads[t].setDaemon(true);
      threads[t].start();
    }
    start.await();
    long began = System.nanoTime();
    while (failure.get() == null && System.nanoTime() - began < length.toNanos()) {
      pause.letTimePass(Duration.ofMillis(2));
    }
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get().getMessage(), failure.get());
    }
    // Nothing was read that is still to come.
    long seen = highest.get();
    check.check(Bracket.around(seen, reference));
  }

  private void read() {
    try {
      // What is loaded and linked at the first use is not to be counted.
      compare();
      long ignored = Jvm.waits();
      start.countDown();
      start.await();
      long before = Jvm.waits();
      for (int i = 1; !over && failure.get() == null; i++) {
        long seen = highest.get();
        long now = MonotonicClockConformance.notBelow(seen, clock.getAsLong());
        while (Long.compareUnsigned(seen, now) < 0 && !highest.compareAndSet(seen, now)) {
          seen = highest.get();
        }
        if (i % COMPARE_EVERY == 0) {
          compare();
        }
      }
      if (before != Jvm.UNKNOWN && ignored != Jvm.UNKNOWN) {
        waits.addAndGet(Jvm.waits() - before);
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
      // Nobody is to wait for a thread that has failed before the start.
      start.countDown();
    }
  }

  private void compare() {
    check.check(Bracket.once(clock, reference));
  }

  /** How often the threads have waited for each other, as far as the JVM tells. */
  long waits() {
    return waits.get();
  }
}
