package io.foliot.clock.counter;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;

/** Clocks on counters that are derived from {@code System.nanoTime}. */
class CounterConformanceTest {
  private static final long START = System.nanoTime();

  /** A counter of 32 bits and 1 GHz, which wraps every 4.3 s. */
  @Nested
  class FreeRunning extends MonotonicClockConformance {
    private final MonotonicClock clock =
        new FreeRunningClock(32, TickRate.ofHertz(1_000_000_000), System::nanoTime);

    @Override
    protected MonotonicClock clock() {
      return clock;
    }
  }

  /** A counter of 19.2 MHz. */
  @Nested
  class Slow extends MonotonicClockConformance {
    private final MonotonicClock clock =
        new FreeRunningClock(
            64, TickRate.ofHertz(19_200_000), () -> (System.nanoTime() - START) * 192 / 10_000);

    @Override
    protected MonotonicClock clock() {
      return clock;
    }
  }

  /** A counter of 2 GHz that follows {@code System.nanoTime}. */
  @Nested
  class Steered extends MonotonicClockConformance {
    private final SteeredClock steered =
        SteeredClock.monotonic(this::ticks, this::sample, System::nanoTime, () -> true);

    private long ticks() {
      return 2 * System.nanoTime();
    }

    private Sample sample(long enough) {
      long before = System.nanoTime();
      long after = System.nanoTime();
      return new Sample(before + after, before + (after - before) / 2, 2 * (after - before));
    }

    @Override
    protected MonotonicClock clock() {
      return new MonotonicClock() {
        @Override
        public long elapsedNanos() {
          return steered.nanos();
        }

        @Override
        public OptionalLong periodPicos() {
          return OptionalLong.of(1000);
        }

        @Override
        public SuspendBehavior suspendBehavior() {
          return SuspendBehavior.UNKNOWN;
        }
      };
    }
  }
}
