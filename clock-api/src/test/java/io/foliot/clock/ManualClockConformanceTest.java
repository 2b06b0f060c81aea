package io.foliot.clock;

import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.duration.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;

/** A manual clock keeps the contract, when time passes only as the test lets it. */
class ManualClockConformanceTest {
  /** What the test has let pass: the reference. */
  private final AtomicLong passed = new AtomicLong();

  private final ManualClock clock = new ManualClock();

  private void pass(Duration time) {
    passed.addAndGet(time.toNanos());
    clock.advance(time);
  }

  @Nested
  class Monotonic extends MonotonicClockConformance {
    @Override
    protected MonotonicClock clock() {
      // Its tick is 1 ns, and ticks must be seen.
      clock.autoAdvance(Duration.ofNanos(1));
      return clock;
    }

    @Override
    protected void letTimePass(Duration time) {
      pass(time);
    }

    /** The wall clock, which has come as far: each reading of either lets time pass for both. */
    @Override
    protected long referenceNanos() {
      return clock.epochNanos();
    }

    @Override
    protected boolean isLean() {
      return false;
    }
  }

  @Nested
  class Posix extends PosixClockConformance {
    private long start;

    @Override
    protected PosixClock clock() {
      clock.setWall(PosixTime.EPOCH);
      start = clock.elapsedNanos();
      clock.autoAdvance(Duration.ofNanos(1));
      return clock;
    }

    @Override
    protected void letTimePass(Duration time) {
      pass(time);
    }

    @Override
    protected long referenceEpochNanos() {
      return clock.elapsedNanos() - start;
    }

    @Override
    protected boolean isLean() {
      return false;
    }

    @Override
    protected Duration tolerance() {
      return Duration.ofMicros(50);
    }
  }

  @Nested
  class Sleeping extends SleeperConformance {
    @Override
    protected Sleeper sleeper() {
      return clock;
    }

    @Override
    protected void letTimePass(Duration time) throws InterruptedException {
      // The thread that sleeps needs a moment of real time, too.
      Thread.sleep(1);
      pass(time);
    }

    @Override
    protected long referenceNanos() {
      return passed.get();
    }
  }
}
