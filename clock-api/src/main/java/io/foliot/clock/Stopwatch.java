package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/**
 * Measures how long something takes, in one or several stretches.
 *
 * <pre>{@code
 * Stopwatch watch = Stopwatch.started(clock);
 * connect();
 * Duration connecting = watch.lap();
 * transfer();
 * Duration transferring = watch.lap();
 * Duration total = watch.elapsed();
 * }</pre>
 *
 * <p>Time counts only while the stopwatch runs. The total stops at {@link Duration#MAX}. On a clock
 * that goes back, against its contract, a stretch or lap that would be negative is zero.
 *
 * <p><b>Not safe for use by several threads at once:</b> let one thread have it, or guard it.
 * {@link #elapsedNanos()} and {@link #lapNanos()} allocate nothing.
 */
public final class Stopwatch {
  private final MonotonicClock clock;
  private boolean running;

  /** Reading at which the current stretch began; meaningless while stopped. */
  private long startedAt;

  /** Total of the stretches that have ended. */
  private long before;

  /** Total at which the current lap began. */
  private long lapStart;

  private Stopwatch(MonotonicClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A stopwatch that runs from now on.
   *
   * @param clock the clock to measure with
   * @return a running stopwatch
   */
  public static Stopwatch started(MonotonicClock clock) {
    Stopwatch watch = new Stopwatch(clock);
    watch.start();
    return watch;
  }

  /**
   * A stopwatch that shows zero and does not run.
   *
   * @param clock the clock to measure with
   * @return a stopped stopwatch
   */
  public static Stopwatch stopped(MonotonicClock clock) {
    return new Stopwatch(clock);
  }

  /**
   * How long some work takes.
   *
   * @param clock the clock to measure with
   * @param work is run once, in this thread; what it throws is passed on
   * @return the time from just before to just after it
   */
  public static Duration time(MonotonicClock clock, Runnable work) {
    Stopwatch watch = started(clock);
    work.run();
    return watch.elapsed();
  }

  /**
   * Whether time counts at present.
   *
   * @return true between start and stop
   */
  public boolean isRunning() {
    return running;
  }

  /**
   * Lets it run; time already counted is kept.
   *
   * @throws IllegalStateException if it runs already
   */
  public void start() {
    if (running) {
      throw new IllegalStateException("the stopwatch runs already; stop it before starting it");
    }
    startedAt = clock.elapsedNanos();
    running = true;
  }

  /**
   * Stops it; it can be started again and goes on from there.
   *
   * @return the total time so far
   * @throws IllegalStateException if it does not run
   */
  public Duration stop() {
    if (!running) {
      throw new IllegalStateException("the stopwatch does not run; start it before stopping it");
    }
    before = elapsedNanos();
    running = false;
    return Duration.ofUnsignedNanos(before);
  }

  /** Forgets all time counted, and stops. */
  public void reset() {
    running = false;
    before = 0;
    lapStart = 0;
  }

  /**
   * Ends a lap and begins the next.
   *
   * @return the running time since the last lap ended, or since the beginning
   */
  public Duration lap() {
    return Duration.ofUnsignedNanos(lapNanos());
  }

  /**
   * Ends a lap and begins the next.
   *
   * @return the running time since the last lap ended, or since the beginning, in unsigned
   *     nanoseconds
   */
  public long lapNanos() {
    long total = elapsedNanos();
    long lap = Nanos.saturatingMinus(total, lapStart);
    lapStart += lap;
    return lap;
  }

  /**
   * The total time counted so far. Does not stop it.
   *
   * @return the total
   */
  public Duration elapsed() {
    return Duration.ofUnsignedNanos(elapsedNanos());
  }

  /**
   * The total time counted so far. Does not stop it.
   *
   * @return the total in unsigned nanoseconds
   */
  public long elapsedNanos() {
    return running
        ? Nanos.saturatingPlus(before, Nanos.saturatingMinus(clock.elapsedNanos(), startedAt))
        : before;
  }

  /** The total so far, and whether it runs. */
  @Override
  public String toString() {
    return elapsed() + (running ? " running" : " stopped");
  }
}
