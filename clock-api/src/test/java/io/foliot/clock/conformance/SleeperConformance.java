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
 * What every {@link Sleeper} must do.
 *
 * <p>A sleeper that follows real time needs only {@link #sleeper()}. One that is simulated also
 * says how to let its time pass.
 */
public abstract class SleeperConformance {
  private static final long FOREVER = -1L;
  private static final int SHORT_SLEEPS = 1_000;
  private static final int FEWEST_SHORT_SLEEPS = 30;
  private static final long LONGEST_LOOK_NANOS = 1_000_000_000;

  /** A busy machine wakes and starts threads late, which hides a fault, but not each time. */
  private static final int ROUNDS = 4;

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMillis(25);
  private static final Duration VERY_LONG = Duration.ofMillis(200);

  /** For subclasses. */
  protected SleeperConformance() {}

  /**
   * The sleeper to test.
   *
   * @return a sleeper; called once for each test
   */
  protected abstract Sleeper sleeper();

  /**
   * Lets at least that much time pass for the sleeper's clock. Real time by default.
   *
   * @param time how much
   * @throws InterruptedException if the thread is interrupted
   */
  protected void letTimePass(Duration time) throws InterruptedException {
    RealTime.pass(time);
  }

  /**
   * Another way to measure what the sleeper's clock counts, by default {@link System#nanoTime()}.
   *
   * @return nanoseconds from some origin
   */
  protected long referenceNanos() {
    return System.nanoTime();
  }

  /**
   * How long to wait for what a right implementation does at once.
   *
   * @return by default 20 s
   */
  protected Duration patience() {
    return RealTime.PATIENCE;
  }

  /** The clock is one and the same on every call. */
  @Test
  public void clockIsFixed() {
    Sleeper sleeper = sleeper();
    MonotonicClock clock = sleeper.clock();
    assertNotNull(clock, "clock() is null");
    assertSame(clock, sleeper.clock(), "clock() gives another clock on the second call");
  }

  /** After a normal return the clock reads the deadline or more, also where that is very near. */
  @Test
  public void neverWakesEarlyFromShortSleeps() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(patience());
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
                () -> "woke " + (deadline - woken) + " ns early from a sleep of " + delay + " ns");
            if (i >= FEWEST_SHORT_SLEEPS && System.nanoTime() - began > LONGEST_LOOK_NANOS) {
              break;
            }
          }
        });
    thread.expectEnd(this::letTimePass);
  }

  /** One thread that sleeps does not keep another one asleep. */
  @Test
  public void threadsSleepApart() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread longer = new SleepingThread(patience());
    longer.start(() -> sleeper.sleep(Duration.ofHours(10)));
    try {
      for (int i = 0; i < ROUNDS; i++) {
        letTimePass(SHORT);
        SleepingThread shorter = new SleepingThread(patience());
        shorter.start(() -> sleeper.sleep(SHORT));
        shorter.expectEnd(this::letTimePass);
      }
      assertFalse(longer.hasEnded(Duration.ofMillis(1)), "a sleep of 10 hours has ended");
    } finally {
      longer.interrupt();
    }
    longer.expectInterruption();
  }

  /** After a normal return the clock reads the deadline or more. */
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
      SleepingThread thread = new SleepingThread(patience());
      thread.start(
          () -> {
            long deadline = sleeper.clock().elapsedNanos() + delay;
            sleeper.sleepUntil(deadline);
            long woken = sleeper.clock().elapsedNanos();
            assertTrue(
                Long.compareUnsigned(woken, deadline) >= 0,
                () -> "woke " + (deadline - woken) + " ns early from a sleep of " + delay + " ns");
          });
      thread.expectEnd(this::letTimePass);
    }
  }

  /** Time asleep is time: the reference agrees that it has passed. */
  @Test
  public void sleepTakesAsLongAsItSays() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      takesAsLongAsItSays(LONG);
    }
    takesAsLongAsItSays(VERY_LONG);
  }

  private void takesAsLongAsItSays(Duration time) throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(patience());
    thread.start(
        () -> {
          long start = referenceNanos();
          sleeper.sleep(time);
          long slept = referenceNanos() - start;
          long least = time.toNanos() - time.toNanos() / 1_000 - 20_000;
          assertTrue(slept >= least, () -> "sleep(" + time + ") took only " + slept + " ns");
        });
    thread.expectEnd(this::letTimePass);
  }

  /** A deadline that has passed returns at once, however long ago it was. */
  @Test
  public void passedDeadlineReturns() throws InterruptedException {
    Sleeper sleeper = sleeper();
    letTimePass(SHORT);
    SleepingThread thread = new SleepingThread(patience());
    thread.start(
        () -> {
          sleeper.sleepUntil(0);
          sleeper.sleepUntil(sleeper.clock().elapsedNanos());
          sleeper.sleepUntil(sleeper.clock().elapsedNanos() - 1);
          sleeper.sleep(Duration.ZERO);
        });
    thread.expectEndWithoutTime("a deadline that has passed");
  }

  /** Deadlines are unsigned: those from 2^63 ns up are far away, not passed; so is "never". */
  @Test
  public void farDeadlinesDoNotReturn() throws InterruptedException {
    Sleeper sleeper = sleeper();
    long now = sleeper.clock().elapsedNanos();
    // A clock that is past 2^63 itself has no deadline between that and never.
    long far = now < 0 ? FOREVER : Long.MIN_VALUE + now / 2;
    expectAsleep(() -> sleeper.sleepUntil(far), "until " + Long.toUnsignedString(far));
    expectAsleep(() -> sleeper.sleepUntil(FOREVER), "until never");
    expectAsleep(() -> sleeper.sleep(Duration.MAX), "for the longest duration");
  }

  private void expectAsleep(SleepingThread.Body body, String what) throws InterruptedException {
    SleepingThread thread = new SleepingThread(patience());
    thread.start(body);
    letTimePass(LONG);
    assertFalse(thread.hasEnded(Duration.ofMillis(1)), () -> "returned from a sleep " + what);
    thread.interrupt();
    thread.expectInterruption();
  }

  /** A thread that is interrupted while it sleeps gets InterruptedException, status cleared. */
  @Test
  public void interruptionEndsTheSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(patience());
    thread.start(() -> sleeper.sleep(Duration.ofHours(10)));
    letTimePass(SHORT);
    thread.interrupt();
    thread.expectInterruption();
  }

  /** A thread that is interrupted already does not sleep. */
  @Test
  public void interruptedThreadDoesNotSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(patience());
    thread.start(
        () -> {
          Thread.currentThread().interrupt();
          sleeper.sleep(Duration.ofHours(10));
        });
    thread.expectInterruption();
  }

  /** Interruption comes first, also where the deadline has passed: as with Thread.sleep(0). */
  @Test
  public void interruptedThreadIsToldEvenIfNothingIsToWaitFor() throws InterruptedException {
    Sleeper sleeper = sleeper();
    letTimePass(SHORT);
    SleepingThread thread = new SleepingThread(patience());
    thread.start(
        () -> {
          Thread.currentThread().interrupt();
          sleeper.sleepUntil(0);
        });
    thread.expectInterruption();
  }

  /** A permit from LockSupport.unpark does not end the sleep. */
  @Test
  public void unparkDoesNotEndTheSleep() throws InterruptedException {
    Sleeper sleeper = sleeper();
    SleepingThread thread = new SleepingThread(patience());
    thread.start(
        () -> {
          LockSupport.unpark(Thread.currentThread());
          sleeper.sleep(Duration.ofHours(10));
        });
    letTimePass(SHORT);
    thread.unpark();
    letTimePass(SHORT);
    assertFalse(thread.hasEnded(Duration.ofMillis(1)), "unpark ended the sleep");
    thread.interrupt();
    thread.expectInterruption();
  }
}
