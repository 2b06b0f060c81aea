package io.foliot.benchmarks.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The clocks on the cycle counter, or what a program reads instead on a machine that is not fit for
 * them: the run goes on, says so, and shows those lines over their limits.
 */
final class CounterClocks {
  private CounterClocks() {}

  static ThreadClock fastest() {
    return orInstead(PosixClocks::fastest, new NanoTimeThreadClock());
  }

  static MonotonicClock ordered() {
    return orInstead(PosixClocks::ordered, PosixClocks.monotonic());
  }

  static PosixClock fastestRealtime() {
    return orInstead(PosixClocks::fastestRealtime, PosixClocks.realtime());
  }

  static PosixClock orderedRealtime() {
    return orInstead(PosixClocks::orderedRealtime, PosixClocks.realtime());
  }

  private static <C> C orInstead(Supplier<C> clock, C instead) {
    try {
      return clock.get();
    } catch (ClockUnavailableException refusal) {
      System.out.println(refusal.getMessage() + "; measuring the kernel's clock instead");
      return instead;
    }
  }

  private static final class NanoTimeThreadClock implements ThreadClock {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }
  }
}
