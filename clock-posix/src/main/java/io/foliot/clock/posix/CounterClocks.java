package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.counter.LinearSegment;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.clock.posix.kernel.CounterTrust;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The four clocks on the cycle counter. They share two steered clocks, one that follows
 * CLOCK_MONOTONIC and one that follows CLOCK_REALTIME, each opened and calibrated when a clock on
 * it is first asked for. The steered clocks are constants, so that the JIT compiler turns a reading
 * into straight code.
 */
final class CounterClocks {
  private CounterClocks() {}

  static ThreadClock fastest() {
    requireCounter(FastestClock.NAME);
    FollowingMonotonic.OPENED.require(FastestClock.NAME);
    return FastestClock.INSTANCE;
  }

  static MonotonicClock ordered() {
    requireCounter(OrderedClock.NAME);
    FollowingMonotonic.OPENED.require(OrderedClock.NAME);
    return OrderedClock.INSTANCE;
  }

  static PosixClock fastestRealtime() {
    requireCounter(CounterRealtimeClock.FASTEST.name);
    FollowingRealtime.OPENED.require(CounterRealtimeClock.FASTEST.name);
    return CounterRealtimeClock.FASTEST;
  }

  static PosixClock orderedRealtime() {
    requireCounter(CounterRealtimeClock.ORDERED.name);
    FollowingRealtime.OPENED.require(CounterRealtimeClock.ORDERED.name);
    return CounterRealtimeClock.ORDERED;
  }

  /** Comes first, because it loads nothing native where the counter cannot be trusted. */
  private static void requireCounter(String clock) {
    CounterTrust.require(clock);
    ProcessorCounter.requireOrdered(clock);
    ProcessorCounter.requireUnordered(clock);
  }

  private static long readUnordered(SteeredClock clock) {
    LinearSegment segment = clock.segment();
    return clock.nanos(segment, ProcessorCounter.readUnordered() - segment.start());
  }

  private static long readOrdered(SteeredClock clock) {
    LinearSegment segment = clock.segment();
    return clock.nanos(segment, ProcessorCounter.readOrdered() - segment.start());
  }

  /** A steered clock, or the reason why it could not be opened. */
  private record Opened(SteeredClock clock, String refusal) {
    static Opened following(ClockId reference) {
      String name = "cycle counter";
      try {
        int id = KernelReader.open(name, reference);
        KernelSampler sampler = KernelSampler.of(name, id);
        return new Opened(
            reference == ClockId.MONOTONIC
                ? SteeredClock.monotonic(
                    ProcessorCounter.ordered(),
                    sampler,
                    () -> KernelReader.nanos(id),
                    CounterTrust::holds)
                : SteeredClock.wall(
                    ProcessorCounter.ordered(),
                    sampler,
                    () -> KernelReader.nanos(id),
                    CounterTrust::holds),
            null);
      } catch (ClockUnavailableException refused) {
        return new Opened(null, refused.reason());
      }
    }

    void require(String name) {
      if (clock == null) {
        throw new ClockUnavailableException(name, refusal);
      }
    }
  }

  private static final class FollowingMonotonic {
    private static final Opened OPENED = Opened.following(ClockId.MONOTONIC);
    static final SteeredClock CLOCK = OPENED.clock();
  }

  private static final class FollowingRealtime {
    private static final Opened OPENED = Opened.following(ClockId.REALTIME);
    static final SteeredClock CLOCK = OPENED.clock();
  }

  /** CLOCK_MONOTONIC; the processor may read the counter early. */
  private static final class FastestClock implements ThreadClock {
    static final String NAME = "posix fastest";
    static final FastestClock INSTANCE = new FastestClock();

    @Override
    public long nanos() {
      return readUnordered(FollowingMonotonic.CLOCK);
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(FollowingMonotonic.CLOCK.periodPicos());
    }

    @Override
    public String toString() {
      return NAME;
    }
  }

  /** CLOCK_MONOTONIC; the counter is read after all earlier loads. */
  private static final class OrderedClock implements MonotonicClock {
    static final String NAME = "posix ordered";
    static final OrderedClock INSTANCE = new OrderedClock();

    @Override
    public long elapsedNanos() {
      return readOrdered(FollowingMonotonic.CLOCK);
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(FollowingMonotonic.CLOCK.periodPicos());
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.STOPS;
    }

    @Override
    public String toString() {
      return NAME;
    }
  }

  /** CLOCK_REALTIME. A record, because the JIT compiler trusts its fields to be constant. */
  private record CounterRealtimeClock(String name, boolean ordered) implements PosixClock {
    static final CounterRealtimeClock FASTEST =
        new CounterRealtimeClock("posix fastest-realtime", false);
    static final CounterRealtimeClock ORDERED =
        new CounterRealtimeClock("posix ordered-realtime", true);

    @Override
    public PosixTime now() {
      return PosixTime.ofEpochNanos(epochNanos());
    }

    @Override
    public long epochNanos() {
      return ordered
          ? readOrdered(FollowingRealtime.CLOCK)
          : readUnordered(FollowingRealtime.CLOCK);
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return LocalZone.utcOffsetSeconds(epochNanos());
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(FollowingRealtime.CLOCK.periodPicos());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
