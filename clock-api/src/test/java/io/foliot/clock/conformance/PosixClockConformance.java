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
 * What every {@link PosixClock} must do.
 *
 * <p>The machine's own wall clock needs only {@link #clock()}. Another one also says what to
 * compare it with. If the machine's wall clock is stepped during a test, that test is repeated.
 */
public abstract class PosixClockConformance {
  private static final int TRIES = 3;
  private static final int READINGS = 2_000;
  private static final int MAX_OFFSET_SECONDS = 64_800;
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(30);
  private static final Duration LOOK = Duration.ofMillis(10);

  /** For subclasses. */
  protected PosixClockConformance() {}

  /**
   * The clock to test.
   *
   * @return a clock; called once or more for each test
   */
  protected abstract PosixClock clock();

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
   * What the clock should show, by default {@link System#currentTimeMillis()}.
   *
   * @return nanoseconds since 1970-01-01T00:00:00Z
   */
  protected long referenceEpochNanos() {
    return System.currentTimeMillis() * 1_000_000;
  }

  /**
   * How far the clock may be from the reference.
   *
   * @return by default 50 ms, which leaves room for coarse clocks
   */
  protected Duration tolerance() {
    return Duration.ofMillis(50);
  }

  /** {@link PosixClock#epochNanos()} shows the reference's time. */
  @Test
  public void epochNanosAgreesWithTheReference() throws InterruptedException {
    PosixClock clock = clock();
    repeated(() -> checkReference(Bracket.of(clock::epochNanos, this::referenceEpochNanos)));
  }

  /** {@link PosixClock#now()} shows the reference's time. */
  @Test
  public void nowAgreesWithTheReference() throws InterruptedException {
    PosixClock clock = clock();
    repeated(
        () ->
            checkReference(
                Bracket.of(() -> clock.now().toEpochNanos(), this::referenceEpochNanos)));
  }

  /** {@code now()} and {@code epochNanos()} read one clock: each lies between two of the other. */
  @Test
  public void nowAndEpochNanosAreOneClock() throws InterruptedException {
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
                    "now() is "
                        + now
                        + " between epochNanos() of "
                        + PosixTime.ofEpochNanos(before)
                        + " and "
                        + PosixTime.ofEpochNanos(after));
          }
        });
  }

  /** The clock moves on with the reference. */
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
              () -> "the clock stands still at " + PosixTime.ofEpochNanos(start) + " for " + LONG);
        });
  }

  /**
   * How long the clock is watched by {@link #staysRightWhileItIsWatched}.
   *
   * @return by default 4 s
   */
  protected Duration watch() {
    return Duration.ofSeconds(4);
  }

  /** For some seconds the clock shows the reference's time. */
  @Test
  public void staysRightWhileItIsWatched() throws InterruptedException {
    PosixClock clock = clock();
    long began = System.nanoTime();
    for (long left = watch().toNanos(); left > 0; left -= LOOK.toNanos()) {
      letTimePass(LOOK);
      repeated(() -> checkReference(Bracket.of(clock::epochNanos, this::referenceEpochNanos)));
      if (System.nanoTime() - began > watch().toNanos()) {
        break;
      }
    }
  }

  /** Once warm, {@code epochNanos()} allocates nothing, as far as the JVM tells. */
  @Test
  public void epochNanosAllocatesNothing() throws InterruptedException {
    PosixClock clock = clock();
    if (isLean()) {
      Allocation.check(clock::epochNanos, this::letTimePass);
    }
  }

  /**
   * Whether {@code epochNanos()} allocates nothing, as the contract asks of all but test doubles.
   *
   * @return true by default
   */
  protected boolean isLean() {
    return true;
  }

  /** The period is positive and fixed, and readings step neither much finer nor much coarser. */
  @Test
  public void periodIsHonest() throws InterruptedException {
    PosixClock clock = clock();
    repeated(() -> PeriodCheck.check(clock::epochNanos, clock::periodPicos, this::letTimePass));
  }

  /** The UTC offset is empty or within 18 hours. */
  @Test
  public void utcOffsetIsInRange() {
    OptionalInt offset = clock().utcOffsetSeconds();
    assertNotNull(offset, "utcOffsetSeconds() is null");
    if (offset.isPresent()) {
      assertTrue(
          offset.getAsInt() >= -MAX_OFFSET_SECONDS && offset.getAsInt() <= MAX_OFFSET_SECONDS,
          () -> "utcOffsetSeconds() is " + offset.getAsInt() + ", expected -64800 to 64800");
    }
  }

  /** Reading never fails, in a thread that is interrupted neither, and leaves it interrupted. */
  @Test
  public void readingWorksWhileInterrupted() {
    PosixClock clock = clock();
    Thread.currentThread().interrupt();
    try {
      assertNotNull(clock.now(), "now() is null");
      clock.epochNanos();
      assertTrue(
          Thread.currentThread().isInterrupted(), "reading has cleared the interrupt status");
    } catch (RuntimeException failure) {
      fail("reading failed in an interrupted thread", failure);
    } finally {
      Thread.interrupted();
    }
  }

  private void checkReference(Bracket bracket) {
    long slack = tolerance().toNanos();
    assertTrue(
        bracket.value >= bracket.before - slack && bracket.value <= bracket.after + slack,
        () ->
            "the clock shows "
                + PosixTime.ofEpochNanos(bracket.value)
                + " where the reference shows "
                + PosixTime.ofEpochNanos(bracket.before)
                + "; they may be "
                + tolerance()
                + " apart");
  }

  private interface Check {
    void run() throws InterruptedException;
  }

  /** A wall clock may be stepped at any moment: only what fails every time is a failure. */
  private void repeated(Check check) throws InterruptedException {
    for (int i = 1; i < TRIES; i++) {
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
