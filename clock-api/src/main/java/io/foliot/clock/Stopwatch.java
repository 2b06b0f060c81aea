package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/**
 * Measures elapsed time, in one or several intervals.
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
 * <p>Time counts only while the stopwatch runs. The total saturates at {@link Duration#MAX}. If the
 * clock violates its contract and goes back, an interval or lap that would be negative is zero.
 *
 * <p><b>Not thread-safe:</b> confine it to one thread or guard it with a lock. {@link
 * #elapsedNanos()} and {@link #lapNanos()} allocate nothing.
 */
public final class Stopwatch {
  private final MonotonicClock clock;
  private boolean running;

  /** Reading at the start of the current interval; meaningless while stopped. */
  private long intervalStart;

  private long completedIntervals;

  /** Total at the start of the current lap. */
  private long lapStart;

  private Stopwatch(MonotonicClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * {@return a running stopwatch that shows zero now}
   *
   * @param clock the clock to measure with
   */
  public static Stopwatch started(MonotonicClock clock) {
    Stopwatch watch = new Stopwatch(clock);
    watch.start();
    return watch;
  }

  /**
   * {@return a stopped stopwatch that shows zero}
   *
   * @param clock the clock to measure with
   */
  public static Stopwatch stopped(MonotonicClock clock) {
    return new Stopwatch(clock);
  }

  /**
   * Runs work once in this thread and measures it. Exceptions propagate.
   *
   * @param clock the clock to measure with
   * @param work the work
   * @return how long it took
   */
  public static Duration time(MonotonicClock clock, Runnable work) {
    Stopwatch watch = started(clock);
    work.run();
    return watch.elapsed();
  }

  /** {@return whether the stopwatch runs} */
  public boolean isRunning() {
    return running;
  }

  /**
   * Starts the stopwatch; the total is kept.
   *
   * @throws IllegalStateException if it is running
   */
  public void start() {
    if (running) {
      throw new IllegalStateException("the stopwatch is running; call stop() before start()");
    }
    intervalStart = clock.elapsedNanos();
    running = true;
  }

  /**
   * Stops the stopwatch. It can be started again and continues from the total.
   *
   * @return the total
   * @throws IllegalStateException if it is stopped
   */
  public Duration stop() {
    if (!running) {
      throw new IllegalStateException("the stopwatch is stopped; call start() before stop()");
    }
    completedIntervals = elapsedNanos();
    running = false;
    return Duration.ofUnsignedNanos(completedIntervals);
  }

  /** Stops the stopwatch and sets the total to zero. */
  public void reset() {
    running = false;
    completedIntervals = 0;
    lapStart = 0;
  }

  /** {@return the running time of the current lap} Starts a new lap. */
  public Duration lap() {
    return Duration.ofUnsignedNanos(lapNanos());
  }

  /** {@return the running time of the current lap in unsigned nanoseconds} Starts a new lap. */
  public long lapNanos() {
    long total = elapsedNanos();
    long lap = Nanos.saturatingMinus(total, lapStart);
    lapStart += lap;
    return lap;
  }

  /** {@return the total so far} */
  public Duration elapsed() {
    return Duration.ofUnsignedNanos(elapsedNanos());
  }

  /** {@return the total so far in unsigned nanoseconds} */
  public long elapsedNanos() {
    return running
        ? Nanos.saturatingPlus(
            completedIntervals, Nanos.saturatingMinus(clock.elapsedNanos(), intervalStart))
        : completedIntervals;
  }

  /** {@return the total and whether the stopwatch runs} */
  @Override
  public String toString() {
    return elapsed() + (running ? " running" : " stopped");
  }
}
