package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.CycleCounter;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;

/** System time on ARM: the generic timer's virtual count at its frequency. */
final class GenericTimerClock extends SystemTimeClock {
  private static final long PICOS_PER_SECOND = 1_000_000_000_000L;

  private final CycleCounter counter;
  private final TickRate rate;
  private final long periodPicos;

  private GenericTimerClock(CycleCounter counter, TickRate rate, long periodPicos) {
    super(rate.saturatingFloorToNanos(counter.read()));
    this.counter = counter;
    this.rate = rate;
    this.periodPicos = periodPicos;
  }

  static GenericTimerClock of(CycleCounter counter, long frequencyHz) {
    if (frequencyHz <= 0) {
      throw new ClockUnavailableException(
          "system time from the generic timer",
          "the frequency is "
              + frequencyHz
              + " Hz, expected a positive number; if the firmware left CNTFRQ_EL0 at 0, use"
              + " clock-frequency of the device tree");
    }
    long picos = PICOS_PER_SECOND / frequencyHz;
    return new GenericTimerClock(
        counter, TickRate.ofHertz(frequencyHz), picos < 1000 ? 1000 : picos);
  }

  @Override
  long systemTimeNanos() {
    return rate.floorToNanos(counter.read());
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }
}
