package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PosixClock}.
 *
 * <p>The machine's own wall clock needs only {@link #clock()}. For any other clock, override {@link
 * #referenceEpochNanos} and {@link #letTimePass} too. Tests that fail because the wall clock is
 * stepped are repeated.
 */
public abstract class PosixClockConformance {
  private static final int ATTEMPTS = 3;
  private static final int READINGS = 2_000;
  private static final int MAX_OFFSET_SECONDS = 64_800;
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(30);
  private static final Duration OBSERVATION_INTERVAL = Duration.ofMillis(10);

  /** For subclasses. */
  protected PosixClockConformance() {}

  /** {@return the clock to test; called at least once per test} */
  protected abstract PosixClock clock();

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
   * {@return the correct time in nanoseconds since 1970-01-01T00:00:00Z; by default {@link
   * System#currentTimeMillis()}}
   */
  protected long referenceEpochNanos() {
    return System.currentTimeMillis() * 1_000_000;
  }

  /**
   * {@return the largest difference from the reference; by default 50 ms, which allows coarse
   * clocks}
   */
  protected Duration tolerance() {
    return Duration.ofMillis(50);
  }

  /** {@code epochNanos()} returns the reference's time. */
  @Test
  public void epochNanosMatchesReference() throws InterruptedException {
    PosixClock clock = clock();
    repeated(
        () ->
            checkReference(
                BracketedReading.tightest(clock::epochNanos, this::referenceEpochNanos)));
  }

  /** {@code now()} returns the reference's time. */
  @Test
  public void nowMatchesReference() throws InterruptedException {
    PosixClock clock = clock();
    repeated(
        () ->
            checkReference(
                BracketedReading.tightest(
                    () -> clock.now().toEpochNanos(), this::referenceEpochNanos)));
  }

  /** {@code now()} lies between the readings of {@code epochNanos()} before and after it. */
  @Test
  public void nowMatchesEpochNanos() throws InterruptedException {
    PosixClock clock = clock();
    repeated(
        () -> {
          for (int i = 0; i < READINGS; i++) {
            long before = clock.epochNanos();
            PosixTime now = clock.now();
            long after = clock.epochNanos();
            assertTrue(
                before <= now.toEpochNanos() && now.toEpochNanos() <= after,
                () ->
                    "now() must be between the surrounding epochNanos(), "
                        + PosixTime.ofEpochNanos(before)
                        + " to "
                        + PosixTime.ofEpochNanos(after)
                        + ", got "
                        + now);
          }
        });
  }

  /** The clock advances. */
  @Test
  public void advances() throws InterruptedException {
    PosixClock clock = clock();
    repeated(
        () -> {
          long start = clock.epochNanos();
          letTimePass(LONG);
          long end = clock.epochNanos();
          assertTrue(
              end != start,
              () ->
                  "the clock must advance, but reads "
                      + PosixTime.ofEpochNanos(start)
                      + " before and after "
                      + LONG);
        });
  }

  /**
   * {@return the duration of {@link #staysAccurateWhileObserved}; by default the milliseconds in
   * the system property {@code io.foliot.clock.conformance.observationMillis}, or 4 s}
   */
  protected Duration observationTime() {
    return Observation.TIME;
  }

  /** The clock agrees with the reference for some seconds. */
  @Test
  public void staysAccurateWhileObserved() throws InterruptedException {
    PosixClock clock = clock();
    long began = System.nanoTime();
    for (long left = observationTime().toNanos();
        left > 0;
        left -= OBSERVATION_INTERVAL.toNanos()) {
      letTimePass(OBSERVATION_INTERVAL);
      repeated(
          () ->
              checkReference(
                  BracketedReading.tightest(clock::epochNanos, this::referenceEpochNanos)));
      if (System.nanoTime() - began > observationTime().toNanos()) {
        break;
      }
    }
  }

  /** Compiled calls of {@code epochNanos()} allocate nothing, if the JVM reports allocation. */
  @Test
  public void epochNanosAllocatesNothing() throws InterruptedException {
    PosixClock clock = clock();
    if (!mayAllocate()) {
      AllocationCheck.check(clock::epochNanos);
    }
  }

  /**
   * {@return whether {@code epochNanos()} may allocate, as only test doubles may; false by default}
   */
  protected boolean mayAllocate() {
    return false;
  }

  /** The period is positive and constant, and readings are neither much finer nor much coarser. */
  @Test
  public void periodMatchesReadings() throws InterruptedException {
    PosixClock clock = clock();
    repeated(() -> PeriodCheck.check(clock::epochNanos, clock::periodPicos, this::letTimePass));
  }

  /** The UTC offset is empty or within 18 hours. */
  @Test
  public void utcOffsetIsInRange() {
    OptionalInt offset = clock().utcOffsetSeconds();
    assertNotNull(offset, "utcOffsetSeconds() must not return null");
    if (offset.isPresent()) {
      assertTrue(
          offset.getAsInt() >= -MAX_OFFSET_SECONDS && offset.getAsInt() <= MAX_OFFSET_SECONDS,
          () -> "utcOffsetSeconds() must be -64800 to 64800, got " + offset.getAsInt());
    }
  }

  /** Reading works in an interrupted thread and keeps its interrupt status. */
  @Test
  public void readingWorksWhileInterrupted() {
    PosixClock clock = clock();
    Thread.currentThread().interrupt();
    try {
      assertNotNull(clock.now(), "now() must not return null");
      clock.epochNanos();
      assertTrue(
          Thread.currentThread().isInterrupted(), "reading must not clear the interrupt status");
    } catch (RuntimeException failure) {
      fail("reading must not fail in an interrupted thread", failure);
    } finally {
      Thread.interrupted();
    }
  }

  private void checkReference(BracketedReading bracket) {
    long slack = tolerance().toNanos();
    assertTrue(
        bracket.value >= bracket.before - slack && bracket.value <= bracket.after + slack,
        () ->
            "the clock must be within "
                + tolerance()
                + " of the reference, "
                + PosixTime.ofEpochNanos(bracket.before)
                + ", got "
                + PosixTime.ofEpochNanos(bracket.value));
  }

  private interface Check {
    void run() throws InterruptedException;
  }

  /** Repeats a check that may fail because the wall clock was stepped. */
  private void repeated(Check check) throws InterruptedException {
    for (int i = 1; i < ATTEMPTS; i++) {
      try {
        check.run();
        return;
      } catch (AssertionError failure) {
        letTimePass(SHORT);
      }
    }
    check.run();
  }
}
