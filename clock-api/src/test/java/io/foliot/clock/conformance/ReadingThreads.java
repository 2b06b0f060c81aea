package io.foliot.clock.conformance;

import io.foliot.duration.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Threads that start together, read one clock as fast as they can and share their highest reading,
 * below which no later reading may be.
 */
final class ReadingThreads {
  private static final int THREADS = 4;

  /** One in this many readings is compared with the reference. */
  private static final int COMPARE_EVERY = 64;

  interface Check {
    void check(BracketedReading bracket);
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

  /** Lets the threads read for at least the given real time. */
  void run(Duration length, Pause pause) throws InterruptedException {
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
    // No reading was ahead of the reference.
    long seen = highest.get();
    check.check(BracketedReading.beforeNow(seen, reference));
  }

  private void read() {
    try {
      // Excludes waits for class loading on first use.
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
      // Releases the other threads if this one fails before the start.
      start.countDown();
    }
  }

  private void compare() {
    check.check(BracketedReading.take(clock, reference));
  }

  /** {@return how often the threads blocked or waited, if the JVM reports it} */
  long waits() {
    return waits.get();
  }
}
