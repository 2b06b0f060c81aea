package io.foliot.clock.solo5;

import io.foliot.clock.ClockProvider;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The clocks on the functions of the C stand-in satisfy their contracts. */
class Solo5ConformanceTest {
  private static final Solo5Clocks CLOCKS = Solo5Clocks.library(StandIn.library(), Solo5Target.SPT);

  @Nested
  class Monotonic extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      return CLOCKS.monotonic();
    }
  }

  @Nested
  class Posix extends PosixClockConformance {
    @Override
    protected PosixClock clock() {
      return CLOCKS.posix();
    }
  }

  @Nested
  class Sleeping extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return CLOCKS.sleeper();
    }
  }

  @Nested
  class ProviderOutsideOfSolo5 extends ClockProviderConformance {
    @Override
    protected ClockProvider provider() {
      return new Solo5ClockProvider();
    }
  }

  @Nested
  class ProviderWithLibrary extends ClockProviderConformance {
    @BeforeEach
    void nameTheLibrary() {
      System.setProperty(Solo5ClockProvider.LIBRARY_PROPERTY, StandIn.library().toString());
    }

    @AfterEach
    void nameNone() {
      System.clearProperty(Solo5ClockProvider.LIBRARY_PROPERTY);
    }

    @Override
    protected ClockProvider provider() {
      return new Solo5ClockProvider();
    }
  }
}
