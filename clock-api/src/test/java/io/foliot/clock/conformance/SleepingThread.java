package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs something that sleeps in a thread of its own, so that a sleep without end fails a test. */
final class SleepingThread {
  private static final Duration STEP = Duration.ofMillis(2);

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Throwable outcome;
  private volatile boolean statusLeft;
  private final Duration patience;
  private Thread thread;

  /** Patience is how long to wait for what a right implementation does at once. */
  SleepingThread(Duration patience) {
    this.patience = patience;
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
              statusLeft = Thread.currentThread().isInterrupted();
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

  /** Waits for a normal end while time passes for the sleeper's clock. */
  void expectEnd(PeriodCheck.Pause pause) throws InterruptedException {
    long start = System.nanoTime();
    while (!hasEnded(Duration.ofMicros(100))) {
      if (System.nanoTime() - start > patience.toNanos()) {
        thread.interrupt();
        throw new AssertionError("the sleep has not ended after " + patience);
      }
      pause.letTimePass(STEP);
    }
    rethrow();
  }

  /** Waits for a normal end that needs no time to pass for the sleeper's clock. */
  void expectEndWithoutTime(String what) throws InterruptedException {
    if (!hasEnded(patience)) {
      thread.interrupt();
      throw new AssertionError("still asleep after " + patience + ", waiting for " + what);
    }
    rethrow();
  }

  /** Waits for an InterruptedException that leaves the interrupt status cleared. */
  void expectInterruption() throws InterruptedException {
    assertTrue(hasEnded(patience), () -> "interruption did not end the sleep within " + patience);
    if (!(outcome instanceof InterruptedException)) {
      throw new AssertionError(
          "expected InterruptedException, got " + (outcome == null ? "a return" : outcome),
          outcome);
    }
    assertFalse(statusLeft, "InterruptedException left the interrupt status set");
  }

  private void rethrow() {
    if (outcome != null) {
      throw new AssertionError(outcome.getMessage(), outcome);
    }
  }
}
