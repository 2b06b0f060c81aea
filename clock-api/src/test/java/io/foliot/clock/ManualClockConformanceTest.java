package io.foliot.clock;

import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.duration.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;

/** A manual clock, which only the test advances, meets the contracts. */
class ManualClockConformanceTest {
  /** The reference: by how much the test has advanced the clock. */
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
      // Its period is 1 ns, which the suite must observe.
      clock.autoAdvance(Duration.ofNanos(1));
      return clock;
    }

    @Override
    protected void letTimePass(Duration time) {
      pass(time);
    }

    /** The wall clock, which each reading advances as well. */
    @Override
    protected long referenceNanos() {
      return clock.epochNanos();
    }

    @Override
    protected boolean mayLockOrAllocate() {
      return true;
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
    protected boolean mayAllocate() {
      return true;
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
      // The sleeping thread needs some real time, too.
      Thread.sleep(1);
      pass(time);
    }

    @Override
    protected long referenceNanos() {
      return passed.get();
    }
  }
}
