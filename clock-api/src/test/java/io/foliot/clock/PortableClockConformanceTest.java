package io.foliot.clock;

import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.duration.Duration;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;

/** The portable provider keeps the contract. */
class PortableClockConformanceTest {
  private static final ClockProvider PROVIDER = new PortableClockProvider();

  @Nested
  class Monotonic extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return PROVIDER.monotonic();
    }
  }

  @Nested
  class Posix extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      return PROVIDER.posix();
    }
  }

  @Nested
  class Milliseconds extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      return PROVIDER.offers().stream()
          .filter(offer -> offer.name().equals("currentTimeMillis"))
          .map(offer -> (PosixClock) offer.open())
          .findFirst()
          .get();
    }
  }

  @Nested
  class ThroughJavaTimeAndBack extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      Clock clock = JavaTime.toClock(PROVIDER.posix(), ZoneOffset.ofHours(5));
      return JavaTime.toPosixClock(clock);
    }
  }

  @Nested
  class Sleeping extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return PROVIDER.sleeper();
    }
  }

  @Nested
  class Provider extends ClockProviderConformance {
    @Override
    protected ClockProvider provider() {
      return new PortableClockProvider();
    }
  }

  /** Stalls and coarse ticks are bad, but within the contract. */
  @Nested
  class CoarseAndStalling extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return Faults.none()
          .coarse(Duration.ofMicros(500))
          .stall(Duration.ofMillis(3), Duration.ofMillis(1))
          .in(PROVIDER.monotonic());
    }

    @Override
    protected Duration readingTolerance() {
      return Duration.ofMillis(2);
    }
  }
}
