package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.counter.CycleCounter;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** System time on ARM: the generic timer's virtual count at its frequency. */
final class GenericTimerClock implements SystemTime {
  private static final long PICOS_PER_SECOND = 1_000_000_000_000L;

  private final CycleCounter counter;
  private final TickRate rate;
  private final long periodPicos;
  private final MonotonicGuard guard;

  /** What readings add to the count, once that was set back. */
  private final AtomicLong origin = new AtomicLong();

  GenericTimerClock(CycleCounter counter, long frequencyHz) {
    if (frequencyHz <= 0) {
      throw new ClockUnavailableException(
          "system time from the generic timer",
          "its frequency is given as "
              + frequencyHz
              + " Hz, expected a positive number: where the firmware left CNTFRQ_EL0 at 0, take"
              + " clock-frequency from the device tree");
    }
    this.counter = counter;
    this.rate = TickRate.ofHertz(frequencyHz);
    long picos = PICOS_PER_SECOND / frequencyHz;
    this.periodPicos = picos < 1000 ? 1000 : picos;
    this.guard = new MonotonicGuard(rate.saturatingFloorToNanos(counter.read()));
  }

  @Override
  public long elapsedNanos() {
    for (; ; ) {
      long marked = guard.mark();
      long origin = this.origin.get();
      long now = systemTimeNanos() + origin;
      if (!MonotonicGuard.isAnotherHost(marked, now)) {
        return guard.guarded(marked, now);
      }
      this.origin.compareAndSet(origin, origin + (marked - now));
    }
  }

  @Override
  public long systemTimeNanos() {
    return rate.floorToNanos(counter.read());
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
