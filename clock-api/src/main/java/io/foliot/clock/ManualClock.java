package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/**
 * A clock for tests: monotonic clock, wall clock and sleeper in one, whose time passes only when
 * the test says so.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * Thread worker = start(() -> sendHeartbeats(clock));
 * clock.awaitSleepers(1, Duration.ofSeconds(10));
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>The monotonic reading never goes backwards, whatever is called. The wall clock can be stepped
 * and slewed without touching the monotonic one. While {@linkplain #suspend() suspended}, the wall
 * clock goes on, the monotonic one does or does not as {@link #suspendBehavior()} says, and nobody
 * wakes up. Tasks that are to run at some time belong in a {@link SleeperExecutor} on this clock.
 *
 * <p>Safe for use by several threads. Unlike a real clock it takes a lock to read. A method that
 * would take the clock out of its range (2<sup>64</sup>-1 ns, the year 9999) throws {@link
 * ArithmeticException} and changes nothing; so does a reading with {@link #autoAdvance}.
 */
public final class ManualClock implements MonotonicClock, BoundedPosixClock, Sleeper {
  private static final long PICOS_PER_NANO = 1_000;

  private final VirtualTime time;
  private final ManualTasks tasks;

  /** Guards all that this clock holds. */
  private final Object lock;

  private Duration perReading = Duration.ZERO;
  private OptionalInt utcOffset = OptionalInt.empty();

  /** Largest error of the wall clock, or null if it is not known. */
  private Duration wallError;

  private SyncState syncState = SyncState.UNKNOWN;

  /** A clock that reads zero and 1970-01-01T00:00:00Z, and stands still in suspend. */
  public ManualClock() {
    this(0, PosixTime.EPOCH, SuspendBehavior.STOPS);
  }

  /**
   * A clock with given readings.
   *
   * @param elapsedNanos the monotonic reading, unsigned nanoseconds
   * @param wall the wall clock's reading
   * @param suspendBehavior what the monotonic clock does in suspend, not {@link
   *     SuspendBehavior#UNKNOWN}
   * @throws IllegalArgumentException if the behaviour is unknown
   */
  public ManualClock(long elapsedNanos, PosixTime wall, SuspendBehavior suspendBehavior) {
    this.time = new VirtualTime(elapsedNanos, wall, suspendBehavior);
    this.tasks = new ManualTasks(time);
    this.lock = tasks.lock;
  }

  /** Where the tasks of a {@link SleeperExecutor} wait. */
  ManualTasks tasks() {
    return tasks;
  }

  // Letting time pass

  /**
   * Lets time pass, wakes the threads whose deadline has come, and runs the tasks of each {@link
   * SleeperExecutor} on this clock in this thread, when the clock shows the time at which they are
   * due.
   *
   * @param time how much
   * @throws ArithmeticException if that leaves a clock's range; nothing has changed then
   */
  public void advance(Duration time) {
    tasks.advance(time);
  }

  /**
   * Lets time pass until the monotonic clock shows a given reading.
   *
   * @param elapsedNanos the reading to go to, unsigned nanoseconds
   * @throws IllegalArgumentException if it is before the present reading
   * @throws IllegalStateException if the clock is suspended and stands still
   * @throws ArithmeticException if that leaves the wall clock's range; nothing has changed then
   */
  public void advanceTo(long elapsedNanos) {
    synchronized (lock) {
      if (Nanos.compare(elapsedNanos, time.elapsed()) < 0) {
        throw new IllegalArgumentException(
            "the clock reads "
                + Duration.ofUnsignedNanos(time.elapsed())
                + " and cannot go back to "
                + Duration.ofUnsignedNanos(elapsedNanos));
      }
      if (time.standsStill()) {
        throw new IllegalStateException("the clock is suspended and stands still; resume it first");
      }
    }
    tasks.advanceTo(elapsedNanos);
  }

  /**
   * From now on lets time pass after each reading of either clock: the reading itself shows the
   * time before.
   *
   * @param perReading how much; zero, as at first, for none
   */
  public void autoAdvance(Duration perReading) {
    synchronized (lock) {
      this.perReading = Objects.requireNonNull(perReading, "perReading");
    }
  }

  /**
   * Chooses what sleeping does. If true, a thread that sleeps lets the time pass itself, up to its
   * deadline, and returns at once: that makes single-threaded tests of code that sleeps simple. If
   * false, as at first, it sleeps until somebody else lets the time pass. In {@linkplain #suspend()
   * suspend} it sleeps in both cases, until {@link #resume()}.
   *
   * @param advanceOnSleep whether sleeping lets time pass
   */
  public void advanceOnSleep(boolean advanceOnSleep) {
    tasks.advanceOnSleep(advanceOnSleep);
  }

  /**
   * Suspends the machine: nobody wakes up, no task runs, and time that passes counts as time in
   * suspend.
   *
   * @throws IllegalStateException if it is suspended already
   */
  public void suspend() {
    synchronized (lock) {
      time.suspend(true);
    }
  }

  /**
   * Ends the suspend, wakes the threads whose deadline has come meanwhile, and runs the tasks that
   * are due.
   *
   * @throws IllegalStateException if it is not suspended
   */
  public void resume() {
    synchronized (lock) {
      time.suspend(false);
      tasks.wakeSleepers();
    }
    tasks.runDue(false);
  }

  // The wall clock

  /**
   * Sets the wall clock; the monotonic one is not touched. A slew under way ends.
   *
   * @param time the new time, earlier or later
   */
  public void setWall(PosixTime time) {
    synchronized (lock) {
      this.time.setWall(time);
    }
  }

  /**
   * Steps the wall clock; the monotonic one is not touched.
   *
   * @param nanos how far in nanoseconds, negative for backwards
   * @throws ArithmeticException if that leaves the years 0000 to 9999
   */
  public void stepWall(long nanos) {
    synchronized (lock) {
      time.stepWall(nanos);
    }
  }

  /**
   * Makes the wall clock run faster or slower for a while, as NTP does. It replaces a slew under
   * way. The monotonic clock is not touched.
   *
   * @param partsPerMillion how many microseconds the wall clock gains in each second; negative to
   *     lose; from -500000 to 500000 (real systems stay within 500)
   * @param length how long, at most 2<sup>63</sup>-1 ns (292 years); time in suspend does not count
   * @throws IllegalArgumentException if the rate is outside its range
   * @throws ArithmeticException if the length is
   */
  public void slewWall(int partsPerMillion, Duration length) {
    Slew newSlew = Slew.of(partsPerMillion, length.toNanos());
    synchronized (lock) {
      time.slewWall(newSlew);
    }
  }

  /**
   * Sets what {@link #utcOffsetSeconds()} answers; it is empty at first.
   *
   * @param seconds local time minus UTC, -64800 to 64800
   * @throws IllegalArgumentException if it is outside that range
   */
  public void setUtcOffsetSeconds(int seconds) {
    if (seconds < -64_800 || seconds > 64_800) {
      throw new IllegalArgumentException(
          "utcOffsetSeconds is " + seconds + ", expected -64800 to 64800 (18 hours)");
    }
    synchronized (lock) {
      utcOffset = OptionalInt.of(seconds);
    }
  }

  /**
   * Sets what {@link #reading()} says about the wall clock's error; at first it is not known.
   *
   * @param maxError the largest error that the wall clock may have
   * @param state whether it counts as synchronised
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
    Duration passes;
    long reading;
    synchronized (lock) {
      reading = time.elapsed();
      passes = perReading;
      if (tasks.passAtOnce(passes)) {
        return reading;
      }
    }
    tasks.advance(passes);
    return reading;
  }

  @Override
  public PosixTime now() {
    Duration passes;
    PosixTime reading;
    synchronized (lock) {
      reading = time.wall();
      passes = perReading;
      if (tasks.passAtOnce(passes)) {
        return reading;
      }
    }
    tasks.advance(passes);
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

  /** One nanosecond, for both clocks: whatever time passes is seen. */
  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(PICOS_PER_NANO);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return time.suspendBehavior();
  }

  // Sleeping

  /** This clock itself. */
  @Override
  public MonotonicClock clock() {
    return this;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    tasks.sleepUntil(deadlineNanos);
  }

  /**
   * How many threads are asleep on this clock, waiting for a deadline that has not come or for the
   * result of a task.
   *
   * @return the number
   */
  public int sleepers() {
    return tasks.sleepers();
  }

  /**
   * The earliest deadline that somebody sleeps for, or time at which a task is due. {@link
   * #advanceTo} it, to wake that thread or run that task and no later one.
   *
   * @return unsigned nanoseconds, or empty if nobody is asleep and no task waits
   */
  public OptionalLong nextWakeNanos() {
    return tasks.nextWakeNanos();
  }

  /**
   * Waits until enough threads are asleep on this clock. Do this before letting time pass, so that
   * the threads under test are where the test expects them.
   *
   * @param count how many threads
   * @param patience how long to wait at most, in real time
   * @throws TimeoutException if there are still fewer after that time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void awaitSleepers(int count, Duration patience)
      throws InterruptedException, TimeoutException {
    tasks.awaitSleepers(count, patience);
  }

  /** Both readings; lets no time pass. */
  @Override
  public String toString() {
    synchronized (lock) {
      return time.toString();
    }
  }
}
