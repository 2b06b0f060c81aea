package io.foliot.clock;

import io.foliot.clock.conformance.CounterClockConformance;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Nested;

/** The free-running clock on counters of several widths and rates. */
class CounterClockConformanceTest {
  abstract static class FreeRunning extends CounterClockConformance {
    private final int bits;
    private final long hertz;

    FreeRunning(int bits, long hertz) {
      this.bits = bits;
      this.hertz = hertz;
    }

    private FreeRunningClock on(LongSupplier counter) {
      return new FreeRunningClock(bits, TickRate.ofHertz(hertz), counter::getAsLong);
    }

    @Override
    protected MonotonicClock clock(LongSupplier counter) {
      return on(counter);
    }

    @Override
    protected int bits() {
      return bits;
    }

    @Override
    protected long ticksPerSecond() {
      return hertz;
    }

    @Override
    protected Duration maxReadInterval() {
      return on(() -> 0).maxReadInterval();
    }
  }

  @Nested
  class Timer16 extends FreeRunning {
    Timer16() {
      super(16, 1_000_000);
    }
  }

  @Nested
  class SysTick24 extends FreeRunning {
    SysTick24() {
      super(24, 25_000_000);
    }
  }

  @Nested
  class Timer32 extends FreeRunning {
    Timer32() {
      super(32, 19_200_000);
    }
  }

  @Nested
  class Quartz32 extends FreeRunning {
    Quartz32() {
      super(32, 32_768);
    }
  }

  @Nested
  class Count56 extends FreeRunning {
    Count56() {
      super(56, 62_500_000);
    }
  }

  @Nested
  class TimeStampCounter64 extends FreeRunning {
    TimeStampCounter64() {
      super(64, 2_445_429_000L);
    }
  }
}
