package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Sleeper}.
 *
 * <p>A sleeper that follows real time needs only {@link #sleeper()}. For a simulated one, override
 * {@link #letTimePass} and {@link #referenceNanos} too.
 */
public abstract class SleeperConformance {
  private static final long FOREVER = -1L;
  private static final int SHORT_SLEEPS = 1_000;
  private static final int MIN_SHORT_SLEEPS = 30;
  private static final long MAX_SHORT_SLEEPS_NANOS = 1_000_000_000;

  /** Late wake-ups on a busy machine may hide a fault, but not in every round. */
  private static final int ROUNDS = 4;

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMillis(25);
  private static final Duration VERY_LONG = Duration.ofMillis(200);

  /** For subclasses. */
  protected SleeperConformance() {}

  /** {@return the sleeper to test; called at least once per test} */
  protected abstract Sleeper sleeper();

  /**
   * Lets at least the given time pass for the sleeper's clock; by default, real time.
   *
   * @param time how much
   * @throws InterruptedException if the thread is interrupted
   */
  protected void letTimePass(Duration time) throws InterruptedException {
    Pause.REAL_TIME.letTimePass(time);
  }

  /**
   * {@return nanoseconds since any origin on a reference clock; by default {@link
   * System#nanoTime()}}
   */
  protected long referenceNanos() {
    return System.nanoTime();
  }

  /** {@return how long to wait for events that should be immediate; by default 20 s} */
  protected Duration timeout() {
    return SleepingThread.DEFAULT_TIMEOUT;
  }

  /** Every call returns the same clock. */
  @Test
  public void clockIsFixed() {
    Sleeper sleeper = sleeper();
    MonotonicClock clock = sleeper.clock();
    assertNotNull(clock, "clock() must not return null");
    assertSame(clock, sleeper.clock(), "clock() must return the same clock every time");
  }

  /** After a very short sleep the clock reads at least the deadline. */
  @Test
  public void neverWakesEarlyFromShortSleeps() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          MonotonicClock clock = sleeper.clock();
          long began = System.nanoTime();
          for (int i = 0; i < SHORT_SLEEPS; i++) {
            long delay = 50 + 37L * i % 3_000;
            long deadline = clock.elapsedNanos() + delay;
            sleeper.sleepUntil(deadline);
            long woken = clock.elapsedNanos();
            assertTrue(
                Long.compareUnsigned(woken, deadline) >= 0,
                () ->
                    "a sleep of "
                        + delay
                        + " ns must not end early, but ended "
                        + (deadline - woken)
                        + " ns early");
            if (i >= MIN_SHORT_SLEEPS && System.nanoTime() - began > MAX_SHORT_SLEEPS_NANOS) {
              break;
            }
          }
        });
    thread.expectEnd(this::letTimePass);
  }

  /** A sleeping thread does not delay another. */
  @Test
  public void threadsSleepIndependently() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread longer = new SleepingThread(timeout());
    longer.start(() -> sleeper.sleep(Duration.ofHours(10)));
    try {
      for (int i = 0; i < ROUNDS; i++) {
        letTimePass(SHORT);
        SleepingThread shorter = new SleepingThread(timeout());
        shorter.start(() -> sleeper.sleep(SHORT));
        shorter.expectEnd(this::letTimePass);
      }
      assertFalse(longer.hasEnded(Duration.ofMillis(1)), "a sleep of 10 hours must not end");
    } finally {
      longer.interrupt();
    }
    longer.expectInterruption();
  }

  /** After a sleep the clock reads at least the deadline. */
  @Test
  public void neverWakesEarly() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      neverWakesEarly(1, 1_000, 70_000, 999_999, 1_000_001, 3_300_000, 10_000_000);
    }
    neverWakesEarly(VERY_LONG.toNanos());
  }

  private void neverWakesEarly(long... delays) throws InterruptedException {
    Sleeper sleeper = sleeper();
    for (long delay : delays) {
      SleepingThread thread = new SleepingThread(timeout());
      thread.start(
          () -> {
            long deadline = sleeper.clock().elapsedNanos() + delay;
            sleeper.sleepUntil(deadline);
            long woken = sleeper.clock().elapsedNanos();
            assertTrue(
                Long.compareUnsigned(woken, deadline) >= 0,
                () ->
                    "a sleep of "
                        + delay
                        + " ns must not end early, but ended "
                        + (deadline - woken)
                        + " ns early");
          });
      thread.expectEnd(this::letTimePass);
    }
  }

  /** A sleep takes the requested time on the reference, too. */
  @Test
  public void sleepsTheFullTime() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      sleepsTheFullTime(LONG);
    }
    sleepsTheFullTime(VERY_LONG);
  }

  private void sleepsTheFullTime(Duration time) throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          long start = referenceNanos();
          sleeper.sleep(time);
          long slept = referenceNanos() - start;
          long least = time.toNanos() - time.toNanos() / 1_000 - 20_000;
          assertTrue(
              slept >= least,
              () -> "sleep(" + time + ") must take at least " + least + " ns, got " + slept);
        });
    thread.expectEnd(this::letTimePass);
  }

  /** A deadline that has passed, even long ago, returns at once. */
  @Test
  public void passedDeadlineReturns() throws InterruptedException {
    Sleeper sleeper = sleeper();
    letTimePass(SHORT);
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          sleeper.sleepUntil(0);
          sleeper.sleepUntil(sleeper.clock().elapsedNanos());
          sleeper.sleepUntil(sleeper.clock().elapsedNanos() - 1);
          sleeper.sleep(Duration.ZERO);
        });
    thread.expectEndWithoutTime("a deadline that has passed");
  }

  /** Deadlines are unsigned: those from 2^63 ns up, and never, have not passed. */
  @Test
  public void distantDeadlinesDoNotReturn() throws InterruptedException {
    Sleeper sleeper = sleeper();
    long now = sleeper.clock().elapsedNanos();
    // A clock beyond 2^63 ns leaves only never.
    long far = now < 0 ? FOREVER : Long.MIN_VALUE + now / 2;
    expectAsleep(() -> sleeper.sleepUntil(far), "until " + Long.toUnsignedString(far));
    expectAsleep(() -> sleeper.sleepUntil(FOREVER), "until never");
    expectAsleep(() -> sleeper.sleep(Duration.MAX), "for the maximum duration");
  }

  private void expectAsleep(SleepingThread.Body body, String what) throws InterruptedException {
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(body);
    letTimePass(LONG);
    assertFalse(
        thread.hasEnded(Duration.ofMillis(1)), () -> "a sleep " + what + " must not return");
    thread.interrupt();
    thread.expectInterruption();
  }

  /** An interrupt during a sleep throws InterruptedException and clears the status. */
  @Test
  public void interruptionEndsTheSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(() -> sleeper.sleep(Duration.ofHours(10)));
    letTimePass(SHORT);
    thread.interrupt();
    thread.expectInterruption();
  }

  /** An interrupted thread does not sleep. */
  @Test
  public void interruptedThreadDoesNotSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          Thread.currentThread().interrupt();
          sleeper.sleep(Duration.ofHours(10));
        });
    thread.expectInterruption();
  }

  /** An interrupted thread receives InterruptedException even if the deadline has passed. */
  @Test
  public void interruptionPrecedesPassedDeadline() throws InterruptedException {
    Sleeper sleeper = sleeper();
    letTimePass(SHORT);
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          Thread.currentThread().interrupt();
          sleeper.sleepUntil(0);
        });
    thread.expectInterruption();
  }

  /** LockSupport.unpark does not end a sleep. */
  @Test
  public void unparkDoesNotEndTheSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(timeout());
    thread.start(
        () -> {
          LockSupport.unpark(Thread.currentThread());
          sleeper.sleep(Duration.ofHours(10));
        });
    letTimePass(SHORT);
    thread.unpark();
    letTimePass(SHORT);
    assertFalse(thread.hasEnded(Duration.ofMillis(1)), "unpark must not end the sleep");
    thread.interrupt();
    thread.expectInterruption();
  }
}
