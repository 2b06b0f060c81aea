package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.clock.conformance.ThreadClockConformance;
import io.foliot.clock.xen.WordPage;
import org.junit.jupiter.api.Nested;

/**
 * The conformance suite on the hypervisor's page of this machine. Where there is none ({@link
 * LinuxGuestClocksTest} checks that this is refused with the right reason), it runs on a page that
 * the test keeps up to date, with the JVM's clock as its counter.
 */
class LiveClockTest {
  private static GuestClock simulated() {
    WordPage page = new WordPage();
    page.time(0, 2, 0, 0, 0x8000_0000, 0, 1);
    return new GuestClock(page, () -> 2 * System.nanoTime(), System::nanoTime);
  }

  @Nested
  class Ordered extends MonotonicClockConformance {
    private final MonotonicClock clock = open();

    private static MonotonicClock open() {
      try {
        return LinuxGuestClocks.ordered();
      } catch (ClockUnavailableException noPage) {
        return simulated();
      }
    }

    @Override
    protected MonotonicClock clock() {
      return clock;
    }
  }

  @Nested
  class Simulated extends MonotonicClockConformance {
    private final MonotonicClock clock = simulated();

    @Override
    protected MonotonicClock clock() {
      return clock;
    }
  }

  @Nested
  class Fastest extends ThreadClockConformance {
    private final ThreadClock clock = open();

    private static ThreadClock open() {
      try {
        return LinuxGuestClocks.fastest();
      } catch (ClockUnavailableException noPage) {
        return new GuestThreadClock(simulated());
      }
    }

    @Override
    protected ThreadClock clock() {
      return clock;
    }
  }

  @Nested
  class Sleeping extends SleeperConformance {
    private final Sleeper sleeper = Sleeper.parking(Ordered.open());

    @Override
    protected Sleeper sleeper() {
      return sleeper;
    }
  }
}
