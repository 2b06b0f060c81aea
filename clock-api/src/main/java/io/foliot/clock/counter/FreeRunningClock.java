package io.foliot.clock.counter;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock on a counter of known rate that wraps around: a 32-bit timer at 19.2 MHz, the time-stamp
 * counter of a unikernel, the virtual count of AArch64.
 *
 * <p>Readings start at 0 when the clock is made and scale the ticks since then, so that no error
 * adds up: a reading is the exact time rounded down. The clock runs for 2<sup>64</sup> − 1 ns,
 * where it stays, or for 2<sup>64</sup> ticks, whichever is less: 243 years at 2.4 GHz.
 *
 * <h2>Wrap-around</h2>
 *
 * <p>The counter is extended to 64 bits. For that, it must be read before it has gone half its way
 * round since the reading before: at least once in {@link #longestSilence()}, by whoever needs the
 * time, or by a timer interrupt that calls {@link #extend()}. A longer silence loses whole turns of
 * the counter.
 *
 * <h2>Never back</h2>
 *
 * <p>A <em>mark</em> keeps a tick that was read; it advances about every millisecond. A counter
 * that is read behind the mark, because another processor's lags or it was set back by less than a
 * quarter of its way round, reads as the mark: the clock stands still until the counter has caught
 * up, and goes back by a millisecond at most. Make the clock anew after the counter was set.
 *
 * <p>Thread safety: safe for any number of threads, lock-free, if the counter is. A reading loads
 * the mark, then the counter, and starts over if the mark has moved meanwhile.
 *
 * <p><b>On a small target with interrupts</b> the mark is a 64-bit value that a 32-bit processor
 * loads in two halves. Either read the clock with interrupts masked wherever an interrupt handler
 * reads it too, or let the handler set a flag and call {@link #extend()} in the main loop.
 */
public final class FreeRunningClock implements MonotonicClock {
  private static final long HALF = 1L << 63;

  private final CycleCounter counter;
  private final TickRate rate;
  private final long periodPicos;

  /** 64 minus the width of the counter. */
  private final int unused;

  /** Ticks from one advance of the mark to the next. */
  private final long stride;

  /** Ticks when the clock was made. */
  private final long origin;

  /** The extended counter, not ahead of the counter itself. */
  private final AtomicLong mark;

  /**
   * A clock that shows 0 now.
   *
   * @param bits width of the counter, 16 to 64
   * @param rate how fast it counts
   * @param counter reads it
   * @throws IllegalArgumentException if {@code bits} is not 16 to 64
   */
  public FreeRunningClock(int bits, TickRate rate, CycleCounter counter) {
    if (bits < 16 || bits > 64) {
      throw new IllegalArgumentException("a counter of " + bits + " bits: expected 16 to 64");
    }
    this.counter = counter;
    this.rate = rate;
    this.periodPicos = Nanos.max(1, rate.saturatingFloorToNanos(1000));
    this.unused = 64 - bits;
    this.stride =
        Nanos.min((HALF >>> 1) >>> unused, rate.saturatingCeilingToTicks(Nanos.PER_MILLI));
    this.origin = counter.read() << unused >>> unused;
    this.mark = new AtomicLong(origin);
  }

  @Override
  public long elapsedNanos() {
    return rate.saturatingFloorToNanos(ticks() - origin);
  }

  /** The extended counter. */
  private long ticks() {
    for (; ; ) {
      long marked = mark.get();
      long passed = (counter.read() - marked) << unused;
      // Behind a mark that has moved on, a thread that was stopped would be turns late.
      if (mark.get() == marked) {
        // The top quarter of all differences counts as behind the mark.
        long now = passed >>> 62 == 3 ? marked : marked + (passed >>> unused);
        if (Nanos.compare(now - marked, stride) >= 0) {
          // Whoever loses this race has read about the same.
          mark.compareAndSet(marked, now);
        }
        return now;
      }
    }
  }

  /**
   * Reads the counter so that no turn of it is lost: for a timer interrupt or a main loop, at least
   * once in {@link #longestSilence()}.
   */
  public void extend() {
    ticks();
  }

  /**
   * How long the clock may stay unread: the counter's way half round.
   *
   * @return the time, rounded down; {@link Duration#MAX} if that is longer
   */
  public Duration longestSilence() {
    return Duration.ofUnsignedNanos(rate.saturatingFloorToNanos(HALF >>> unused));
  }

  /**
   * The period of the counter.
   *
   * @return picoseconds, rounded down, at least 1
   */
  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
