package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/**
 * Periodic ticks that do not drift: they are due at fixed readings of a clock, one period apart,
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
 * <p>Ticks that fall due while the work runs late are skipped and counted as missed; the following
 * ticks keep their times.
 *
 * <p><b>Not thread-safe:</b> confine it to one thread. {@link #await()} allocates nothing itself.
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
      throw new IllegalArgumentException("period must be at least 1 ns, got 0");
    }
  }

  /**
   * Returns a ticker whose first tick is due one period from now.
   *
   * @param period the time between ticks, at least 1 ns
   * @param sleeper the sleeper to wait with
   * @return the ticker
   * @throws IllegalArgumentException if the period is zero
   */
  public static Ticker every(Duration period, Sleeper sleeper) {
    long now = sleeper.clock().elapsedNanos();
    return new Ticker(sleeper, Nanos.saturatingPlus(now, period.toUnsignedNanos()), period);
  }

  /**
   * Returns a ticker whose first tick is due at a given reading, for instance to align several
   * tickers.
   *
   * @param firstNanos reading of the sleeper's clock in unsigned nanoseconds; if it has passed, the
   *     ticks since then count as missed
   * @param period the time between ticks, at least 1 ns
   * @param sleeper the sleeper to wait with
   * @return the ticker
   * @throws IllegalArgumentException if the period is zero
   */
  public static Ticker startingAt(long firstNanos, Duration period, Sleeper sleeper) {
    return new Ticker(sleeper, firstNanos, period);
  }

  /**
   * Waits for the next tick. If several are due, returns at once for the latest; the others are
   * missed. After the last tick in the clock's range, waits until interrupted.
   *
   * @return the number of ticks missed since the previous call
   * @throws InterruptedException if the thread is interrupted before or during the wait; the next
   *     call waits for the same tick
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
   * {@return the reading of the sleeper's clock at which the next tick is due, in unsigned
   * nanoseconds; 2<sup>64</sup>&minus;1 for never}
   */
  public long nextNanos() {
    return next;
  }

  /** {@return the number of ticks so far, including missed ones} */
  public long ticks() {
    return ticks;
  }

  /** {@return the period and when the next tick is due} */
  @Override
  public String toString() {
    return "every "
        + Duration.ofUnsignedNanos(period)
        + ", next at "
        + Duration.ofUnsignedNanos(next);
  }
}
