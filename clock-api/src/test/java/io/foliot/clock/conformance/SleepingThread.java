package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs code that sleeps in its own thread, so that an endless sleep fails a test. */
final class SleepingThread {
  /** How long to wait for events that should be immediate. */
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration STEP = Duration.ofMillis(2);

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Throwable outcome;
  private volatile boolean stillInterrupted;
  private final Duration timeout;
  private Thread thread;

  SleepingThread(Duration timeout) {
    this.timeout = timeout;
  }

  interface Body {
    void run() throws InterruptedException;
  }

  void start(Body body) throws InterruptedException {
    thread =
        new Thread(
            () -> {
              started.countDown();
              try {
                body.run();
              } catch (Throwable thrown) {
                outcome = thrown;
              }
              stillInterrupted = Thread.currentThread().isInterrupted();
              ended.countDown();
            });
    thread.setDaemon(true);
    thread.start();
    started.await();
  }

  void interrupt() {
    thread.interrupt();
  }

  void unpark() {
    LockSupport.unpark(thread);
  }

  boolean hasEnded(Duration wait) throws InterruptedException {
    return ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits for a normal return while letting time pass for the sleeper's clock. */
  void expectEnd(Pause pause) throws InterruptedException {
    long start = System.nanoTime();
    while (!hasEnded(Duration.ofMicros(100))) {
      if (System.nanoTime() - start > timeout.toNanos()) {
        thread.interrupt();
        throw new AssertionError("the sleep must end, but has not after " + timeout);
      }
      pause.letTimePass(STEP);
    }
    rethrow();
  }

  /** Waits for a normal return without letting time pass for the sleeper's clock. */
  void expectEndWithoutTime(String what) throws InterruptedException {
    if (!hasEnded(timeout)) {
      thread.interrupt();
      throw new AssertionError(
          "the sleep until " + what + " must return at once, but has not after " + timeout);
    }
    rethrow();
  }

  /** Waits for an InterruptedException that has cleared the interrupt status. */
  void expectInterruption() throws InterruptedException {
    assertTrue(
        hasEnded(timeout), () -> "an interrupt must end the sleep, but has not after " + timeout);
    if (!(outcome instanceof InterruptedException)) {
      throw new AssertionError(
          "expected InterruptedException, got " + (outcome == null ? "a normal return" : outcome),
          outcome);
    }
    assertFalse(stillInterrupted, "InterruptedException must clear the interrupt status");
  }

  private void rethrow() {
    if (outcome != null) {
      throw new AssertionError(outcome.getMessage(), outcome);
    }
  }
}
