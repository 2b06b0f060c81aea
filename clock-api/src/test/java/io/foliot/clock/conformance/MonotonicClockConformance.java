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
 * What every {@link MonotonicClock} must do.
 *
 * <p>A clock that follows real time needs only {@link #clock()}. One that is simulated, or that
 * counts something else than time, also says how to let its time pass ({@link #letTimePass}) and
 * what to compare it with ({@link #referenceNanos}).
 */
public abstract class MonotonicClockConformance {
  /** Enough to meet what happens once in a million readings. */
  private static final int READINGS = 4_000_000;

  private static final int BATCH = 20_000;

  /** A machine that is so busy that it does not get there by then has shown what it can. */
  private static final long MOST_READING_NANOS = 5_000_000_000L;

  private static final int BRACKETS = 12;
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(30);
  private static final Duration CONTENTION = Duration.ofMillis(1_200);
  private static final int CONTENTION_ROUNDS = 4;
  private static final long HARMLESS_WAITS = 3;
  private static final Duration LOOK = Duration.ofMillis(5);

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

  /**
   * How long the clock is watched by {@link #staysRightWhileItIsWatched}.
   *
   * @return by default 4 s
   */
  protected Duration watch() {
    return Duration.ofSeconds(4);
  }

  /**
   * Whether reading takes no lock and allocates nothing, as the contract asks of all but test
   * doubles.
   *
   * @return true by default
   */
  protected boolean isLean() {
    return true;
  }

  /** Readings of one thread never decrease, as unsigned numbers. */
  @Test
  public void neverDecreasesInOneThread() throws InterruptedException {
    MonotonicClock clock = clock();
    long last = clock.elapsedNanos();
    long began = System.nanoTime();
    for (int done = 0; done < READINGS; done += BATCH) {
      for (int i = 0; i < BATCH; i++) {
        last = notBelow(last, clock.elapsedNanos());
      }
      if (System.nanoTime() - began > MOST_READING_NANOS) {
        break;
      }
      if (done % (READINGS / 4) == 0) {
        letTimePass(SHORT);
      }
    }
  }

  /**
   * A reading that happens after another one, in whichever thread, is not below it; and while
   * threads read at once, and afterwards, the clock counts what the reference counts.
   */
  @Test
  public void neverDecreasesAcrossThreads() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    readAtOnce(clock, advance);
    letTimePass(LONG);
    advance.check(Bracket.of(clock::elapsedNanos, this::referenceNanos));
  }

  /** Threads that read at once do not wait for each other, as far as the JVM tells. */
  @Test
  public void readingTakesNoLock() throws InterruptedException {
    MonotonicClock clock = clock();
    if (!isLean()) {
      return;
    }
    // The JVM may make a thread wait as well, for a class that is loaded late or for the compiler:
    // only a lock of the clock's does so every time.
    long least = Long.MAX_VALUE;
    for (int round = 0; round < CONTENTION_ROUNDS && least > HARMLESS_WAITS; round++) {
      least = Math.min(least, readAtOnce(clock, new Advance(clock)).waits());
    }
    if (least > HARMLESS_WAITS) {
      fail("threads that read the clock at once had to wait " + least + " times: it takes a lock");
    }
  }

  private ReadingThreads readAtOnce(MonotonicClock clock, Advance advance)
      throws InterruptedException {
    ReadingThreads threads =
        new ReadingThreads(clock::elapsedNanos, this::referenceNanos, advance::check);
    threads.run(CONTENTION, this::letTimePass);
    return threads;
  }

  /** Once warm, reading allocates nothing, as far as the JVM tells. */
  @Test
  public void readingAllocatesNothing() throws InterruptedException {
    MonotonicClock clock = clock();
    if (isLean()) {
      Allocation.check(clock::elapsedNanos, this::letTimePass);
    }
  }

  /** For some seconds the rate and the origin stay what they were. */
  @Test
  public void staysRightWhileItIsWatched() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    long began = referenceNanos();
    while (referenceNanos() - began < watch().toNanos()) {
      letTimePass(LOOK);
      advance.check(Bracket.of(clock::elapsedNanos, this::referenceNanos));
    }
  }

  /** Between two moments the clock counts the nanoseconds that the reference counts. */
  @Test
  public void countsNanoseconds() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    letTimePass(LONG);
    Bracket end = Bracket.of(clock::elapsedNanos, this::referenceNanos);
    advance.check(end);
    assertTrue(
        end.value != advance.start.value,
        () -> "the clock stands still: it reads " + end.value + " before and after " + LONG);
  }

  /** The origin stays where it is: readings far apart fit the readings between them. */
  @Test
  public void originStaysFixed() throws InterruptedException {
    MonotonicClock clock = clock();
    Advance advance = new Advance(clock);
    for (int i = 0; i < BRACKETS; i++) {
      letTimePass(SHORT);
      advance.check(Bracket.of(clock::elapsedNanos, this::referenceNanos));
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

  /** Compares how far the clock has come with how far the reference has. */
  private final class Advance {
    final Bracket start;
    private final long slack;

    Advance(MonotonicClock clock) {
      OptionalLong period = clock.periodPicos();
      this.slack =
          readingTolerance().toNanos()
              + (period != null && period.isPresent() ? period.getAsLong() / 1_000 + 1 : 1);
      this.start = Bracket.of(clock::elapsedNanos, MonotonicClockConformance.this::referenceNanos);
    }

    void check(Bracket end) {
      long shown = end.value - start.value;
      // Between threads, a reading may be from just before the start.
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
                + " ns where the reference advanced by "
                + least
                + " to "
                + most
                + " ns; expected "
                + low
                + " to "
                + high);
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
