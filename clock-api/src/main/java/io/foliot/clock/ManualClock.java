package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/**
 * A clock for tests: monotonic clock, wall clock and sleeper in one, whose time only the test
 * advances.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * Thread worker = start(() -> sendHeartbeats(clock));
 * clock.awaitSleepers(1, Duration.ofSeconds(10));
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>The monotonic clock never goes back. The wall clock can be stepped and slewed independently of
 * it. While the machine is {@linkplain #suspend() suspended}, the wall clock advances, the
 * monotonic clock advances or stands still according to {@link #suspendBehavior()}, and no thread
 * wakes up. To schedule tasks, use a {@link SleeperExecutor} on this clock.
 *
 * <p>Thread-safe; unlike a real clock, reading takes a lock. A method that would advance a clock
 * beyond its range (2<sup>64</sup>&minus;1 ns, the year 9999) throws {@link ArithmeticException}
 * and changes nothing; so does a reading with {@link #autoAdvance}.
 */
public final class ManualClock implements MonotonicClock, BoundedPosixClock, Sleeper {
  private static final long PICOS_PER_NANO = 1_000;

  private final VirtualTime time;
  private final VirtualTimeScheduler scheduler;

  /** The scheduler's lock, which guards all state of this clock. */
  private final Object lock;

  private Duration advancePerReading = Duration.ZERO;
  private OptionalInt utcOffset = OptionalInt.empty();

  /** Maximum error of the wall clock, or null if unknown. */
  private Duration wallError;

  private SyncState syncState = SyncState.UNKNOWN;

  /** Creates a clock that reads 0 and 1970-01-01T00:00:00Z and stands still in suspend. */
  public ManualClock() {
    this(0, PosixTime.EPOCH, SuspendBehavior.STOPS);
  }

  /**
   * Creates a clock with given readings.
   *
   * @param elapsedNanos the monotonic reading in unsigned nanoseconds
   * @param wall the wall clock's reading
   * @param suspendBehavior {@link SuspendBehavior#COUNTS} or {@link SuspendBehavior#STOPS}
   * @throws IllegalArgumentException if {@code suspendBehavior} is {@code UNKNOWN}
   */
  public ManualClock(long elapsedNanos, PosixTime wall, SuspendBehavior suspendBehavior) {
    this.time = new VirtualTime(elapsedNanos, wall, suspendBehavior);
    this.scheduler = new VirtualTimeScheduler(time);
    this.lock = scheduler.lock;
  }

  VirtualTimeScheduler scheduler() {
    return scheduler;
  }

  // Advancing time

  /**
   * Advances the time, wakes threads whose deadlines pass, and runs the tasks of each {@link
   * SleeperExecutor} on this clock, in this thread and at their due times.
   *
   * @param time by how much
   * @throws ArithmeticException if a clock would leave its range; nothing changes then
   */
  public void advance(Duration time) {
    scheduler.advance(time);
  }

  /**
   * Advances the time to a reading of the monotonic clock, as {@link #advance} does.
   *
   * @param elapsedNanos the reading in unsigned nanoseconds
   * @throws IllegalArgumentException if it is before the current reading
   * @throws IllegalStateException if the clock is suspended and stands still
   * @throws ArithmeticException if the wall clock would leave its range; nothing changes then
   */
  public void advanceTo(long elapsedNanos) {
    synchronized (lock) {
      if (Nanos.compare(elapsedNanos, time.elapsed()) < 0) {
        throw new IllegalArgumentException(
            "elapsedNanos must be at least the current reading, "
                + Duration.ofUnsignedNanos(time.elapsed())
                + ", got "
                + Duration.ofUnsignedNanos(elapsedNanos));
      }
      if (time.isStopped()) {
        throw new IllegalStateException(
            "the clock is suspended and stands still; call resume() before advanceTo()");
      }
    }
    scheduler.advanceTo(elapsedNanos);
  }

  /**
   * Sets by how much each reading of either clock advances the time, after the reading.
   *
   * @param perReading by how much; zero, the default, for not at all
   */
  public void autoAdvance(Duration perReading) {
    synchronized (lock) {
      this.advancePerReading = Objects.requireNonNull(perReading, "perReading");
    }
  }

  /**
   * Sets whether a thread that sleeps advances the time to its deadline and returns at once, for
   * single-threaded tests. Otherwise it sleeps until another thread advances the time. In
   * {@linkplain #suspend() suspend} it sleeps in either case, until {@link #resume()}.
   *
   * @param advanceOnSleep whether sleeping advances the time; false by default
   */
  public void advanceOnSleep(boolean advanceOnSleep) {
    scheduler.advanceOnSleep(advanceOnSleep);
  }

  /**
   * Suspends the machine: no thread wakes up, no task runs, and time that passes is time in
   * suspend.
   *
   * @throws IllegalStateException if it is suspended
   */
  public void suspend() {
    synchronized (lock) {
      time.suspend();
    }
  }

  /**
   * Resumes the machine, wakes threads whose deadlines have passed and runs the tasks that are due.
   *
   * @throws IllegalStateException if it is not suspended
   */
  public void resume() {
    synchronized (lock) {
      time.resume();
      scheduler.wakeWaiters();
    }
    scheduler.runDue(false);
  }

  // The wall clock

  /**
   * Sets the wall clock and ends a slew. The monotonic clock is not affected.
   *
   * @param time the new time, earlier or later
   */
  public void setWall(PosixTime time) {
    synchronized (lock) {
      this.time.setWall(time);
    }
  }

  /**
   * Steps the wall clock. The monotonic clock is not affected.
   *
   * @param nanos the step in nanoseconds, negative for backwards
   * @throws ArithmeticException if the clock would leave the years 0000 to 9999
   */
  public void stepWall(long nanos) {
    synchronized (lock) {
      time.stepWall(nanos);
    }
  }

  /**
   * Slews the wall clock: makes it run faster or slower for a while, as NTP does. Replaces an
   * earlier slew. The monotonic clock is not affected.
   *
   * @param partsPerMillion microseconds that the wall clock gains per second, negative to lose,
   *     -500000 to 500000; real systems stay within 500
   * @param length how long, at most 2<sup>63</sup>&minus;1 ns (292 years), not counting suspend
   * @throws IllegalArgumentException if the rate is out of range
   * @throws ArithmeticException if the length is out of range
   */
  public void slewWall(int partsPerMillion, Duration length) {
    synchronized (lock) {
      time.slewWall(partsPerMillion, length);
    }
  }

  /**
   * Sets {@link #utcOffsetSeconds()}, which is empty by default.
   *
   * @param seconds local time minus UTC, -64800 to 64800
   * @throws IllegalArgumentException if it is out of range
   */
  public void setUtcOffsetSeconds(int seconds) {
    if (seconds < -64_800 || seconds > 64_800) {
      throw new IllegalArgumentException(
          "utcOffsetSeconds must be -64800 to 64800 (18 h), got " + seconds);
    }
    synchronized (lock) {
      utcOffset = OptionalInt.of(seconds);
    }
  }

  /**
   * Sets the error that {@link #reading()} reports, which is unknown by default.
   *
   * @param maxError the maximum error of the wall clock
   * @param state whether it is synchronised
   */
  public void setWallError(Duration maxError, SyncState state) {
    Objects.requireNonNull(maxError, "maxError");
    Objects.requireNonNull(state, "state");
    synchronized (lock) {
      wallError = maxError;
      syncState = state;
    }
  }

  // Reading

  @Override
  public long elapsedNanos() {
    Duration advance;
    long reading;
    synchronized (lock) {
      reading = time.elapsed();
      advance = advancePerReading;
      if (scheduler.tryAdvance(advance)) {
        return reading;
      }
    }
    scheduler.advance(advance);
    return reading;
  }

  @Override
  public PosixTime now() {
    Duration advance;
    PosixTime reading;
    synchronized (lock) {
      reading = time.wall();
      advance = advancePerReading;
      if (scheduler.tryAdvance(advance)) {
        return reading;
      }
    }
    scheduler.advance(advance);
    return reading;
  }

  @Override
  public long epochNanos() {
    return now().toEpochNanos();
  }

  @Override
  public BoundedPosixTime reading() {
    Duration error;
    SyncState state;
    synchronized (lock) {
      error = wallError;
      state = syncState;
    }
    PosixTime now = now();
    return error == null
        ? BoundedPosixTime.unbounded(now, state)
        : BoundedPosixTime.of(now, error, state);
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    synchronized (lock) {
      return utcOffset;
    }
  }

  /** {@return one nanosecond, for both clocks} */
  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(PICOS_PER_NANO);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return time.suspendBehavior();
  }

  // Sleeping

  /** {@return this clock} */
  @Override
  public MonotonicClock clock() {
    return this;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    scheduler.sleepUntil(deadlineNanos);
  }

  /**
   * {@return the number of threads that wait on this clock, for a future deadline or the result of
   * a task}
   */
  public int sleepers() {
    return scheduler.sleepers();
  }

  /**
   * {@return the earliest deadline of a sleeping thread or due time of a task in unsigned
   * nanoseconds; empty if there is neither} {@link #advanceTo} wakes that thread or runs that task
   * and no later one.
   */
  public OptionalLong nextWakeNanos() {
    return scheduler.nextWakeNanos();
  }

  /**
   * Waits until a number of threads are asleep on this clock. Call it before advancing the time, so
   * that the threads under test are where the test expects them.
   *
   * @param count how many threads
   * @param timeout how long to wait at most, in real time
   * @throws TimeoutException if there are fewer after that time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void awaitSleepers(int count, Duration timeout)
      throws InterruptedException, TimeoutException {
    scheduler.awaitSleepers(count, timeout);
  }

  /** {@return both readings, without advancing the time} */
  @Override
  public String toString() {
    synchronized (lock) {
      return time.toString();
    }
  }
}
