package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/**
 * Periodic work that does not drift: ticks are due at fixed readings of a clock, one period apart,
 * however long the work between them takes.
 *
 * <pre>{@code
 * Ticker ticker = Ticker.every(Duration.ofMillis(10), sleeper);
 * while (running) {
 *   long missed = ticker.await();
 *   sample(1 + missed);
 * }
 * }</pre>
 *
 * <p>Ticks that could not be waited for, because the work before them took too long, are not made
 * up for: they are counted as missed, and the next tick is due where it always was.
 *
 * <p><b>Not safe for use by several threads at once:</b> let one thread have it. {@link #await()}
 * allocates nothing of its own.
 */
public final class Ticker {
  private final Sleeper sleeper;
  private final long period;
  private long next;
  private long ticks;

  private Ticker(Sleeper sleeper, long first, Duration period) {
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    this.period = period.toUnsignedNanos();
    this.next = first;
    if (this.period == 0) {
      throw new IllegalArgumentException("period is 0, expected at least 1 ns");
    }
  }

  /**
   * A ticker whose first tick is due one period from now.
   *
   * @param period the time between ticks, at least 1 ns
   * @param sleeper what to wait with
   * @return the ticker
   * @throws IllegalArgumentException if the period is zero
   */
  public static Ticker every(Duration period, Sleeper sleeper) {
    long now = sleeper.clock().elapsedNanos();
    return new Ticker(sleeper, Nanos.saturatingPlus(now, period.toUnsignedNanos()), period);
  }

  /**
   * A ticker whose first tick is due at a given reading, for instance to keep several tickers in
   * step.
   *
   * @param firstNanos reading of the sleeper's clock, unsigned nanoseconds; if it has passed, the
   *     ticks since then count as missed
   * @param period the time between ticks, at least 1 ns
   * @param sleeper what to wait with
   * @return the ticker
   * @throws IllegalArgumentException if the period is zero
   */
  public static Ticker startingAt(long firstNanos, Duration period, Sleeper sleeper) {
    return new Ticker(sleeper, firstNanos, period);
  }

  /**
   * Waits for the next tick. If it is due already, returns at once with the latest tick that is
   * due; those before it are missed. After the last tick that the clock's range has room for, it
   * waits until interrupted.
   *
   * @return number of ticks missed between the last one that was waited for and this one; 0 when
   *     all is well
   * @throws InterruptedException if the thread is interrupted before or while it waits; the tick
   *     can then be waited for again
   */
  public long await() throws InterruptedException {
    sleeper.sleepUntil(next);
    long late = Nanos.saturatingMinus(sleeper.clock().elapsedNanos(), next);
    long missed = Nanos.quotient(late, period);
    ticks += missed + 1;
    next = Nanos.saturatingPlus(next + missed * period, period);
    return missed;
  }

  /**
   * When the next tick is due.
   *
   * @return a reading of the sleeper's clock, unsigned nanoseconds; 2<sup>64</sup>-1 for never
   */
  public long nextNanos() {
    return next;
  }

  /**
   * How many ticks have been due so far: those waited for, and those missed.
   *
   * @return the count
   */
  public long ticks() {
    return ticks;
  }

  /** The period, and when the next tick is due. */
  @Override
  public String toString() {
    return "every "
        + Duration.ofUnsignedNanos(period)
        + ", next at "
        + Duration.ofUnsignedNanos(next);
  }
}
