package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * wakes up.
 *
 * <p>Safe for use by several threads. Unlike a real clock it takes a lock to read. A method that
 * would take the clock out of its range (2<sup>64</sup>-1 ns, the year 9999) throws {@link
 * ArithmeticException} and changes nothing; so does a reading with {@link #autoAdvance}.
 */
public final class ManualClock implements MonotonicClock, BoundedPosixClock, Sleeper {
  private static final long PICOS_PER_NANO = 1_000;

  private final Object lock = new Object();
  private final SuspendBehavior suspendBehavior;

  /** Threads asleep whose deadline has not come. */
  private final List<ManualSleep> sleeps = new ArrayList<>();

  private long elapsed;
  private PosixTime wall;
  private Slew slew = Slew.NONE;
  private boolean suspended;
  private Duration perReading = Duration.ZERO;
  private boolean advanceOnSleep;
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
    if (suspendBehavior == SuspendBehavior.UNKNOWN) {
      throw new IllegalArgumentException("suspendBehavior is UNKNOWN, expected COUNTS or STOPS");
    }
    this.elapsed = elapsedNanos;
    this.wall = Objects.requireNonNull(wall, "wall");
    this.suspendBehavior = Objects.requireNonNull(suspendBehavior, "suspendBehavior");
  }

  // Letting time pass

  /**
   * Lets time pass, and wakes the threads whose deadline has come.
   *
   * @param time how much
   * @throws ArithmeticException if that leaves a clock's range; nothing has changed then
   */
  public void advance(Duration time) {
    synchronized (lock) {
      pass(time);
    }
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
      if (Nanos.compare(elapsedNanos, elapsed) < 0) {
        throw new IllegalArgumentException(
            "the clock reads "
                + Duration.ofUnsignedNanos(elapsed)
                + " and cannot go back to "
                + Duration.ofUnsignedNanos(elapsedNanos));
      }
      if (suspended && suspendBehavior == SuspendBehavior.STOPS) {
        throw new IllegalStateException("the clock is suspended and stands still; resume it first");
      }
      pass(Duration.ofUnsignedNanos(elapsedNanos - elapsed));
    }
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
   * false, as at first, it sleeps until somebody else lets the time pass.
   *
   * @param advanceOnSleep whether sleeping lets time pass
   */
  public void advanceOnSleep(boolean advanceOnSleep) {
    synchronized (lock) {
      this.advanceOnSleep = advanceOnSleep;
    }
  }

  /**
   * Suspends the machine: nobody wakes up, and time that passes counts as time in suspend.
   *
   * @throws IllegalStateException if it is suspended already
   */
  public void suspend() {
    synchronized (lock) {
      requireSuspended(false);
      suspended = true;
    }
  }

  /**
   * Ends the suspend, and wakes the threads whose deadline has come meanwhile.
   *
   * @throws IllegalStateException if it is not suspended
   */
  public void resume() {
    synchronized (lock) {
      requireSuspended(true);
      suspended = false;
      wakeSleepers();
    }
  }

  private void requireSuspended(boolean wanted) {
    if (suspended != wanted) {
      throw new IllegalStateException(
          "the clock is " + (wanted ? "not" : "already") + " suspended");
    }
  }

  private void pass(Duration time) {
    boolean counts = !suspended || suspendBehavior == SuspendBehavior.COUNTS;
    long newElapsed = counts ? Nanos.plus(elapsed, time.toUnsignedNanos()) : elapsed;
    // The kernel slews by its own timer, which is stopped in suspend.
    Slew newSlew = suspended ? slew : slew.after(time);
    wall = shifted(wall.plus(time), newSlew.gained() - slew.gained());
    slew = newSlew;
    elapsed = newElapsed;
    wakeSleepers();
  }

  // The wall clock

  /**
   * Sets the wall clock; the monotonic one is not touched. A slew under way ends.
   *
   * @param time the new time, earlier or later
   */
  public void setWall(PosixTime time) {
    synchronized (lock) {
      wall = Objects.requireNonNull(time, "time");
      slew = Slew.NONE;
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
      wall = shifted(wall, nanos);
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
      slew = newSlew;
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

  private static PosixTime shifted(PosixTime time, long nanos) {
    return nanos < 0
        ? time.minus(Duration.ofUnsignedNanos(-nanos))
        : time.plus(Duration.ofNanos(nanos));
  }

  // Reading

  @Override
  public long elapsedNanos() {
    synchronized (lock) {
      long reading = elapsed;
      pass(perReading);
      return reading;
    }
  }

  @Override
  public PosixTime now() {
    synchronized (lock) {
      PosixTime reading = wall;
      pass(perReading);
      return reading;
    }
  }

  @Override
  public long epochNanos() {
    return now().toEpochNanos();
  }

  @Override
  public BoundedPosixTime reading() {
    synchronized (lock) {
      PosixTime now = now();
      return wallError == null
          ? BoundedPosixTime.unbounded(now, syncState)
          : BoundedPosixTime.of(now, wallError, syncState);
    }
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
    return suspendBehavior;
  }

  // Sleeping

  /** This clock itself. */
  @Override
  public MonotonicClock clock() {
    return this;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    synchronized (lock) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      ManualSleep sleep = new ManualSleep(deadlineNanos);
      if (sleep.isDue(elapsed)) {
        return;
      }
      if (advanceOnSleep && !suspended && deadlineNanos != Nanos.MAX) {
        pass(Duration.ofUnsignedNanos(deadlineNanos - elapsed));
        return;
      }
      sleeps.add(sleep);
      lock.notifyAll();
      try {
        while (!sleep.over) {
          lock.wait();
        }
      } finally {
        sleeps.remove(sleep);
      }
    }
  }

  /**
   * How many threads are asleep on this clock, waiting for a deadline that has not come.
   *
   * @return the number
   */
  public int sleepers() {
    synchronized (lock) {
      return sleeps.size();
    }
  }

  /**
   * The earliest deadline that somebody sleeps for. {@link #advanceTo} it, to wake that thread and
   * no later one.
   *
   * @return unsigned nanoseconds, or empty if nobody is asleep
   */
  public OptionalLong nextWakeNanos() {
    synchronized (lock) {
      OptionalLong earliest = OptionalLong.empty();
      for (ManualSleep sleep : sleeps) {
        if (!earliest.isPresent() || Nanos.compare(sleep.deadline, earliest.getAsLong()) < 0) {
          earliest = OptionalLong.of(sleep.deadline);
        }
      }
      return earliest;
    }
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
    long start = System.nanoTime();
    synchronized (lock) {
      while (sleeps.size() < count) {
        long left = Nanos.saturatingMinus(patience.toUnsignedNanos(), System.nanoTime() - start);
        if (left == 0) {
          throw new TimeoutException(
              "expected "
                  + count
                  + " threads asleep on this clock, saw "
                  + sleeps.size()
                  + " after "
                  + patience);
        }
        // Rounded up, because wait(0) would wait for ever.
        lock.wait(Nanos.toMillis(left) + 1);
      }
    }
  }

  private void wakeSleepers() {
    if (suspended) {
      return;
    }
    boolean any = false;
    for (Iterator<ManualSleep> i = sleeps.iterator(); i.hasNext(); ) {
      ManualSleep sleep = i.next();
      if (sleep.isDue(elapsed)) {
        sleep.over = true;
        i.remove();
        any = true;
      }
    }
    if (any) {
      lock.notifyAll();
    }
  }

  /** Both readings; lets no time pass. */
  @Override
  public String toString() {
    synchronized (lock) {
      return "manual clock at "
          + Duration.ofUnsignedNanos(elapsed)
          + ", "
          + wall
          + (suspended ? ", suspended" : "");
    }
  }
}
