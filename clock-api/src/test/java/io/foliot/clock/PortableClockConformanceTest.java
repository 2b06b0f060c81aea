package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.duration.Duration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The portable provider meets the contracts. */
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
      Clock clock = JavaClocks.toClock(PROVIDER.posix(), ZoneOffset.ofHours(5));
      return JavaClocks.toPosixClock(clock);
    }

    /**
     * It creates two objects; whether the compiler removes both depends on what else it inlines.
     */
    @Override
    protected boolean mayAllocate() {
      return true;
    }
  }

  @Nested
  class Sleeping extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return PROVIDER.sleeper();
    }
  }

  /** A busy-waiting sleeper would pass the suite. */
  @Test
  void sleepingUsesNoCpuTime() throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    PROVIDER.sleeper().sleep(Duration.ofMillis(300));
    long used = threads.getCurrentThreadCpuTime() - start;
    assertTrue(
        used < 150_000_000, () -> "a sleep of 300 ms used " + used + " ns of processor time");
  }

  @Test
  void clocksDescribeThemselves() {
    StringBuilder names = new StringBuilder();
    for (ClockOffer<?> offer : PROVIDER.offers()) {
      names.append(offer.name()).append(": ").append(offer.open()).append('\n');
    }
    assertTrue(
        names
            .toString()
            .matches(
                "nanoTime: portable nanoTime\njava.time: portable java.time\n"
                    + "currentTimeMillis: portable currentTimeMillis\n"),
        names::toString);
    assertEquals(0, PROVIDER.priority());
    assertEquals("portable", PROVIDER.name());
  }

  @Nested
  class Provider extends ClockProviderConformance {
    @Override
    protected ClockProvider provider() {
      return new PortableClockProvider();
    }
  }

  /** Stalls and coarse ticks are within the contract. */
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
