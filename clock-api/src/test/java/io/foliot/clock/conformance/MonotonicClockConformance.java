package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MonotonicClock} must do.
 *
 * <p>A clock that follows real time needs only {@link #clock()}. One that is simulated, or that
 * counts something else than time, also says how to let its time pass ({@link #letTimePass}) and
 * what to compare it with ({@link #referenceNanos}).
 */
public abstract class MonotonicClockConformance {
  private static final int READINGS = 20_000;
  private static final int THREADS = 3;
  private static final int BRACKETS = 12;
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(30);

  /** For subclasses. */
  protected MonotonicClockConformance() {}

  /**
   * The clock to test.
   *
   * @return a clock; called once or more for each test
   */
  protected abstract MonotonicClock clock();

  /**
   * Lets about that much time pass for the clock. Real time by default.
   *
   * @param time how much
   * @throws InterruptedException if the thread is interrupted
   */
  protected void letTimePass(Duration time) throws InterruptedException {
    RealTime.pass(time);
  }

  /**
   * Another way to measure what the clock counts, by default {@link System#nanoTime()}.
   *
   * @return nanoseconds from some origin
   */
  protected long referenceNanos() {
    return System.nanoTime();
  }

  /**
   * How far the rates of the clock and of the reference may be apart.
   *
   * @return parts per million; by default 1000, twice what operating systems slew at most
   */
  protected int rateTolerancePpm() {
    return 1_000;
  }

  /**
   * How much a reading may differ from the reference beyond its period, for instance because the
   * two are updated at different moments.
   *
   * @return by default 20 &micro;s
   */
  protected Duration readingTolerance() {
    return Duration.ofMicros(20);
  }

  /** Readings of one thread never decrease, as unsigned numbers. */
  @Test
  public void neverDecreasesInOneThread() throws InterruptedException {
    MonotonicClock clock = clock();
    long last = clock.elapsedNanos();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < READINGS; i++) {
        last = notBelow(last, clock.elapsedNanos());
      }
      letTimePass(SHORT);
    }
  }

  /** A reading that happens after another one, in whichever thread, is not below it. */
  @Test
  public void neverDecreasesAcrossThreads() throws InterruptedException {
    MonotonicClock clock = clock();
    AtomicLong highest = new AtomicLong(clock.elapsedNanos());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < READINGS && failure.get() == null; i++) {
                    long before = highest.get();
                    long now = notBelow(before, clock.elapsedNanos());
                    raise(highest, now);
                  }
                } catch (Throwable thrown) {
                  failure.compareAndSet(null, thrown);
                }
              });
      threads[t].setDaemon(true);
      threads[t].start();
    }
    letTimePass(SHORT);
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get().getMessage(), failure.get());
    }
  }

  /** Between two moments the clock counts the nanoseconds that the reference counts. */
  @Test
  public void countsNanoseconds() throws InterruptedException {
    MonotonicClock clock = clock();
    Bracket start = Bracket.of(clock::elapsedNanos, this::referenceNanos);
    letTimePass(LONG);
    Bracket end = Bracket.of(clock::elapsedNanos, this::referenceNanos);
    checkAdvance(clock, start, end);
    assertTrue(
        end.value != start.value,
        () -> "the clock stands still: it reads " + start.value + " before and after " + LONG);
  }

  /** The origin stays where it is: readings far apart fit the readings between them. */
  @Test
  public void originStaysFixed() throws InterruptedException {
    MonotonicClock clock = clock();
    Bracket start = Bracket.of(clock::elapsedNanos, this::referenceNanos);
    for (int i = 0; i < BRACKETS; i++) {
      letTimePass(SHORT);
      checkAdvance(clock, start, Bracket.of(clock::elapsedNanos, this::referenceNanos));
    }
  }

  /**
   * {@link MonotonicClock#elapsed()} is the same count as {@link MonotonicClock#elapsedNanos()}.
   */
  @Test
  public void elapsedIsTheSameCount() throws InterruptedException {
    MonotonicClock clock = clock();
    for (int i = 0; i < BRACKETS; i++) {
      long before = clock.elapsedNanos();
      long between = notBelow(before, clock.elapsed().toUnsignedNanos());
      notBelow(between, clock.elapsedNanos());
      letTimePass(SHORT);
    }
  }

  /** The period is positive and fixed, and readings step neither much finer nor much coarser. */
  @Test
  public void periodIsHonest() throws InterruptedException {
    MonotonicClock clock = clock();
    PeriodCheck.check(clock::elapsedNanos, clock::periodPicos, this::letTimePass);
  }

  /** What the clock does in suspend is one fixed answer. */
  @Test
  public void suspendBehaviorIsFixed() throws InterruptedException {
    MonotonicClock clock = clock();
    SuspendBehavior first = clock.suspendBehavior();
    assertNotNull(first, "suspendBehavior() is null");
    clock.elapsedNanos();
    letTimePass(SHORT);
    assertEquals(first, clock.suspendBehavior(), "suspendBehavior() has changed");
  }

  /** Reading never fails, in a thread that is interrupted neither, and leaves it interrupted. */
  @Test
  public void readingWorksWhileInterrupted() {
    MonotonicClock clock = clock();
    Thread.currentThread().interrupt();
    try {
      notBelow(clock.elapsedNanos(), clock.elapsedNanos());
      assertTrue(
          Thread.currentThread().isInterrupted(), "reading has cleared the interrupt status");
    } catch (RuntimeException failure) {
      fail("reading failed in an interrupted thread", failure);
    } finally {
      Thread.interrupted();
    }
  }

  private void checkAdvance(MonotonicClock clock, Bracket start, Bracket end) {
    OptionalLong period = clock.periodPicos();
    long slack =
        readingTolerance().toNanos() + (period.isPresent() ? period.getAsLong() / 1_000 + 1 : 1);
    long shown = end.value - start.value;
    long least = end.before - start.after;
    long most = end.after - start.before;
    long rate = rateTolerancePpm();
    long low = least - least / 1_000_000 * rate - rate - slack;
    long high = most + most / 1_000_000 * rate + rate + slack;
    assertTrue(
        shown >= low && shown <= high,
        () ->
            "the clock advanced by "
                + shown
                + " ns where the reference advanced by "
                + least
                + " to "
                + most
                + " ns; expected "
                + low
                + " to "
                + high);
  }

  private static long notBelow(long before, long now) {
    if (Long.compareUnsigned(now, before) < 0) {
      fail(
          "the clock went back by "
              + (before - now)
              + " ns, from "
              + Long.toUnsignedString(before)
              + " to "
              + Long.toUnsignedString(now));
    }
    return now;
  }

  private static void raise(AtomicLong highest, long now) {
    long seen = highest.get();
    while (Long.compareUnsigned(seen, now) < 0 && !highest.compareAndSet(seen, now)) {
      seen = highest.get();
    }
  }
}
