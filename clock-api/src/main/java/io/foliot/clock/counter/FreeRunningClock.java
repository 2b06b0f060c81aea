package io.foliot.clock.counter;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock on a free-running counter of known rate, which may wrap: a 32-bit timer at 19.2 MHz, the
 * time-stamp counter of a unikernel, the virtual count of AArch64.
 *
 * <p>Readings start at 0 when the clock is created. Each scales all ticks since then, so errors do
 * not accumulate: a reading is the exact time rounded down. The clock saturates at
 * 2<sup>64</sup>&minus;1 ns and wraps after 2<sup>64</sup> ticks, 243 years at 2.4 GHz.
 *
 * <h2>Wrap-around</h2>
 *
 * <p>The clock extends the counter to 64 bits. To notice every wrap, it must be read at least once
 * in {@link #maxReadInterval()}, half the period of the counter, for instance by a timer interrupt
 * that calls {@link #extend()}. After a longer interval, whole periods of the counter may be lost.
 *
 * <h2>Monotonicity</h2>
 *
 * <p>A <em>mark</em> holds an extended tick that was read; it advances about every millisecond. If
 * the counter reads behind the mark, because another processor's counter lags or because it was set
 * back by less than a quarter of its period, the clock returns the mark until the counter catches
 * up. A reading is thus at most a millisecond below an earlier one. Create a new clock after
 * setting the counter.
 *
 * <p>Thread-safe and lock-free if the counter is. A reading loads the mark, then the counter, and
 * retries if the mark has moved.
 *
 * <p><b>With interrupts on a 32-bit processor</b>, which loads the 64-bit mark in two halves,
 * either mask interrupts around readings that a handler may interrupt and repeat, or let the
 * handler set a flag and call {@link #extend()} in the main loop.
 */
public final class FreeRunningClock implements MonotonicClock {
  private static final long HALF = 1L << 63;

  private final CycleCounter counter;
  private final TickRate rate;
  private final long periodPicos;

  /** 64 minus the width of the counter. */
  private final int unusedBits;

  /** Ticks by which the mark advances. */
  private final long stride;

  private final long startTicks;

  /** An extended tick that was read. */
  private final AtomicLong mark;

  /**
   * Creates a clock that reads 0 now.
   *
   * @param bits width of the counter, 16 to 64
   * @param rate rate of the counter
   * @param counter the counter
   * @throws IllegalArgumentException if {@code bits} is not 16 to 64
   */
  public FreeRunningClock(int bits, TickRate rate, CycleCounter counter) {
    if (bits < 16 || bits > 64) {
      throw new IllegalArgumentException("bits must be 16 to 64, got " + bits);
    }
    this.counter = counter;
    this.rate = rate;
    this.periodPicos = Nanos.max(1, rate.saturatingFloorToNanos(1000));
    this.unusedBits = 64 - bits;
    this.stride =
        Nanos.min((HALF >>> 1) >>> unusedBits, rate.saturatingCeilingToTicks(Nanos.PER_MILLI));
    this.startTicks = counter.read() << unusedBits >>> unusedBits;
    this.mark = new AtomicLong(startTicks);
  }

  @Override
  public long elapsedNanos() {
    return rate.saturatingFloorToNanos(ticks() - startTicks);
  }

  /** {@return the counter extended to 64 bits} */
  private long ticks() {
    for (; ; ) {
      long marked = mark.get();
      long passed = (counter.read() - marked) << unusedBits;
      // A thread that was preempted here may be whole periods behind.
      if (mark.get() == marked) {
        // The top quarter of all differences is behind the mark.
        long now = passed >>> 62 == 3 ? marked : marked + (passed >>> unusedBits);
        if (Nanos.compare(now - marked, stride) >= 0) {
          // The winner of a race has read about the same.
          mark.compareAndSet(marked, now);
        }
        return now;
      }
    }
  }

  /**
   * Reads the counter to notice a wrap. Call it from a timer interrupt or the main loop at least
   * once in {@link #maxReadInterval()}, unless the clock is read that often anyway.
   */
  public void extend() {
    ticks();
  }

  /**
   * {@return the longest time that the clock may stay unread: half the period of the counter,
   * rounded down, at most {@link Duration#MAX}}
   */
  public Duration maxReadInterval() {
    return Duration.ofUnsignedNanos(rate.saturatingFloorToNanos(HALF >>> unusedBits));
  }

  /** {@return the time between two ticks in picoseconds, rounded down, at least 1} */
  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
