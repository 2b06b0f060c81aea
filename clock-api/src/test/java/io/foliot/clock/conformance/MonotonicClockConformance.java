package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link MonotonicClock}.
 *
 * <p>A clock that follows real time needs only {@link #clock()}. For a simulated clock, or one that
 * counts something other than time, override {@link #letTimePass} and {@link #referenceNanos} too.
 */
public abstract class MonotonicClockConformance {
  /** Enough to see a fault that occurs once in a million readings. */
  private static final int READINGS = 4_000_000;

  private static final int BATCH = 20_000;

  /** Limits the test on a busy machine. */
  private static final long MAX_READING_NANOS = 5_000_000_000L;

  private static final int BRACKETS = 12;
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(30);
  private static final Duration CONTENTION = Duration.ofMillis(1_200);
  private static final int CONTENTION_ROUNDS = 4;
  private static final long MAX_JVM_WAITS = 3;
  private static final Duration OBSERVATION_INTERVAL = Duration.ofMillis(5);

  /** For subclasses. */
  protected MonotonicClockConformance() {}

  /** {@return the clock to test; called at least once per test} */
  protected abstract MonotonicClock clock();

  /**
   * Lets about the given time pass for the clock; by default, real time.
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

  /**
   * {@return the largest difference of the clock's rate from the reference's in parts per million;
   * by default 1000, twice the maximum slew of operating systems}
   */
  protected int rateTolerancePpm() {
    return 1_000;
  }

  /**
   * {@return the largest difference of a reading from the reference beyond the clock's period, for
   * instance because the two are updated at different times; by default 20 &micro;s}
   */
  protected Duration readingTolerance() {
    return Duration.ofMicros(20);
  }

  /**
   * {@return the duration of {@link #staysAccurateWhileObserved}; by default the milliseconds in
   * the system property {@code io.foliot.clock.conformance.observationMillis}, or 4 s}
   */
  protected Duration observationTime() {
    return Observation.TIME;
  }

  /**
   * {@return whether readings may take a lock or allocate, as only test doubles may; false by
   * default}
   */
  protected boolean mayLockOrAllocate() {
    return false;
  }

  /** Readings of one thread never decrease as unsigned numbers. */
  @Test
  public void neverDecreasesInOneThread() throws InterruptedException {
    MonotonicClock clock = clock();
    long last = clock.elapsedNanos();
    long began = System.nanoTime();
    for (int done = 0; done < READINGS; done += BATCH) {
      for (int i = 0; i < BATCH; i++) {
        last = notBelow(last, clock.elapsedNanos());
      }
      if (System.nanoTime() - began > MAX_READING_NANOS) {
        break;
      }
      if (done % (READINGS / 4) == 0) {
        letTimePass(SHORT);
      }
    }
  }

  /**
   * Readings never decrease across threads, and the clock advances with the reference during and
   * after concurrent reading.
   */
  @Test
  public void neverDecreasesAcrossThreads() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    readConcurrently(clock, advance);
    letTimePass(LONG);
    advance.check(BracketedReading.tightest(clock::elapsedNanos, this::referenceNanos));
  }

  /** Threads that read concurrently do not wait for each other, if the JVM reports waits. */
  @Test
  public void readingTakesNoLock() throws InterruptedException {
    MonotonicClock clock = clock();
    if (mayLockOrAllocate()) {
      return;
    }
    // The JVM itself makes threads wait now and then, for class loading or the compiler; a lock in
    // the
    // clock does so in every round.
    long least = Long.MAX_VALUE;
    for (int round = 0; round < CONTENTION_ROUNDS && least > MAX_JVM_WAITS; round++) {
      least = Math.min(least, readConcurrently(clock, new Advance(clock)).waits());
    }
    if (least > MAX_JVM_WAITS) {
      fail("reading must take no lock, but concurrent readers waited " + least + " times");
    }
  }

  private ReadingThreads readConcurrently(MonotonicClock clock, Advance advance)
      throws InterruptedException {
    ReadingThreads threads =
        new ReadingThreads(clock::elapsedNanos, this::referenceNanos, advance::check);
    threads.run(CONTENTION, this::letTimePass);
    return threads;
  }

  /** Compiled readings allocate nothing, if the JVM reports allocation. */
  @Test
  public void readingAllocatesNothing() throws InterruptedException {
    MonotonicClock clock = clock();
    if (!mayLockOrAllocate()) {
      AllocationCheck.check(clock::elapsedNanos);
    }
  }

  /** Rate and origin stay constant for some seconds. */
  @Test
  public void staysAccurateWhileObserved() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    long began = referenceNanos();
    while (referenceNanos() - began < observationTime().toNanos()) {
      letTimePass(OBSERVATION_INTERVAL);
      advance.check(BracketedReading.tightest(clock::elapsedNanos, this::referenceNanos));
    }
  }

  /** The clock advances by as many nanoseconds as the reference. */
  @Test
  public void countsNanoseconds() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    letTimePass(LONG);
    BracketedReading end = BracketedReading.tightest(clock::elapsedNanos, this::referenceNanos);
    advance.check(end);
    assertTrue(
        end.value != advance.start.value,
        () -> "the clock must advance, but reads " + end.value + " before and after " + LONG);
  }

  /** The origin is fixed: distant readings are consistent with those between them. */
  @Test
  public void originStaysFixed() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    for (int i = 0; i < BRACKETS; i++) {
      letTimePass(SHORT);
      advance.check(BracketedReading.tightest(clock::elapsedNanos, this::referenceNanos));
    }
  }

  /** {@code elapsed()} and {@code elapsedNanos()} return the same count. */
  @Test
  public void elapsedMatchesElapsedNanos() throws InterruptedException {
    MonotonicClock clock = clock();
    for (int i = 0; i < BRACKETS; i++) {
      long before = clock.elapsedNanos();
      long between = notBelow(before, clock.elapsed().toUnsignedNanos());
      notBelow(between, clock.elapsedNanos());
      letTimePass(SHORT);
    }
  }

  /** The period is positive and constant, and readings are neither much finer nor much coarser. */
  @Test
  public void periodMatchesReadings() throws InterruptedException {
    MonotonicClock clock = clock();
    PeriodCheck.check(clock::elapsedNanos, clock::periodPicos, this::letTimePass);
  }

  /** The suspend behaviour is constant. */
  @Test
  public void suspendBehaviorIsFixed() throws InterruptedException {
    MonotonicClock clock = clock();
    SuspendBehavior first = clock.suspendBehavior();
    assertNotNull(first, "suspendBehavior() must not return null");
    clock.elapsedNanos();
    letTimePass(SHORT);
    assertEquals(first, clock.suspendBehavior(), "suspendBehavior() must be constant");
  }

  /** Reading works in an interrupted thread and keeps its interrupt status. */
  @Test
  public void readingWorksWhileInterrupted() {
    MonotonicClock clock = clock();
    Thread.currentThread().interrupt();
    try {
      notBelow(clock.elapsedNanos(), clock.elapsedNanos());
      assertTrue(
          Thread.currentThread().isInterrupted(), "reading must not clear the interrupt status");
    } catch (RuntimeException failure) {
      fail("reading must not fail in an interrupted thread", failure);
    } finally {
      Thread.interrupted();
    }
  }

  /** Compares the advance of the clock with that of the reference. */
  private final class Advance {
    final BracketedReading start;
    private final long slack;

    Advance(MonotonicClock clock) {
      OptionalLong period = clock.periodPicos();
      this.slack =
          readingTolerance().toNanos()
              + (period != null && period.isPresent() ? period.getAsLong() / 1_000 + 1 : 1);
      this.start =
          BracketedReading.tightest(
              clock::elapsedNanos, MonotonicClockConformance.this::referenceNanos);
    }

    void check(BracketedReading end) {
      long shown = end.value - start.value;
      // A reading of another thread may be from just before the start.
      long least = end.before == Long.MIN_VALUE ? -start.after : end.before - start.after;
      long most = end.after - start.before;
      long rate = rateTolerancePpm();
      long low =
          end.before == Long.MIN_VALUE
              ? Long.MIN_VALUE
              : least - Math.abs(least) / 1_000_000 * rate - rate - slack;
      long high = most + most / 1_000_000 * rate + rate + slack;
      if (shown < low || shown > high) {
        fail(
            "the clock advanced by "
                + shown
                + " ns, expected "
                + low
                + " to "
                + high
                + " ns, while the reference advanced by "
                + least
                + " to "
                + most
                + " ns");
      }
    }
  }

  static long notBelow(long before, long now) {
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
}
