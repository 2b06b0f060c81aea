package io.foliot.clock.posix;

import io.foliot.clock.ClockProvider;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.clock.conformance.ThreadClockConformance;
import io.foliot.duration.Duration;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Nested;

/** Every clock of this module satisfies its contract. */
class PosixConformanceTest {
  @Nested
  class Provider extends ClockProviderConformance {
    @Override
    protected ClockProvider provider() {
      return new PosixClockProvider();
    }
  }

  @Nested
  class Monotonic extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return PosixClocks.monotonic();
    }
  }

  @Nested
  class MonotonicRaw extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return PosixClocks.monotonicRaw();
    }
  }

  @Nested
  class MonotonicCoarse extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return PosixClocks.monotonicCoarse();
    }

    @Override
    protected long referenceNanos() {
      return LibcClock.MONOTONIC_COARSE.nanos();
    }
  }

  @Nested
  class Boottime extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return PosixClocks.boottime();
    }
  }

  @Nested
  class Ordered extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return CounterClocksTest.orderedOrStandIn();
    }
  }

  @Nested
  class ProcessCpu extends MonotonicClockConformance {
    /** A field, because the lookup takes a lock, which would be attributed to the clock. */
    private final com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    protected MonotonicClock clock() {
      return PosixClocks.processCpu();
    }

    @Override
    protected void letTimePass(Duration time) {
      long end = referenceNanos() + time.toNanos();
      while (referenceNanos() < end) {
        Thread.onSpinWait();
      }
    }

    @Override
    protected long referenceNanos() {
      return system.getProcessCpuTime();
    }

    @Override
    protected Duration readingTolerance() {
      // The reference counts in steps of 10 ms.
      return Duration.ofMillis(50);
    }
  }

  @Nested
  class Realtime extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      return PosixClocks.realtime();
    }
  }

  @Nested
  class RealtimeCoarse extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      return PosixClocks.realtimeCoarse();
    }

    @Override
    protected long referenceEpochNanos() {
      return LibcClock.REALTIME_COARSE.nanos();
    }
  }

  @Nested
  class ThreadCpu extends ThreadClockConformance {
    @Override
    protected ThreadClock clock() {
      return PosixClocks.threadCpu();
    }
  }

  @Nested
  class ThreadUserCpu extends ThreadClockConformance {
    @Override
    protected ThreadClock clock() {
      return PosixClocks.threadUserCpu();
    }
  }

  @Nested
  class MonotonicSleeper extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return PosixSleeper.monotonic();
    }
  }

  @Nested
  class BoottimeSleeper extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return PosixSleeper.boottime();
    }
  }

  @Nested
  class SpinningSleeper extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return PosixSleeper.monotonic().withSpin(Duration.ofMicros(100));
    }
  }
}
