package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/**
 * CLOCK_MONOTONIC through {@link System#nanoTime}, which reads that very clock on Linux and is
 * compiled into the calling code. Nothing of {@code java.lang.foreign} is loaded, unless somebody
 * asks for the resolution.
 */
final class JdkMonotonicClock implements MonotonicClock {
  static final JdkMonotonicClock INSTANCE = new JdkMonotonicClock();

  private JdkMonotonicClock() {}

  @Override
  public long elapsedNanos() {
    return System.nanoTime();
  }

  @Override
  public OptionalLong periodPicos() {
    return Period.KNOWN;
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.STOPS;
  }

  @Override
  public String toString() {
    return "posix monotonic";
  }

  /** Asked for once, so that the answer never changes. */
  private static final class Period {
    static final OptionalLong KNOWN = ask();

    private static OptionalLong ask() {
      String name = "posix monotonic";
      try {
        return OptionalLong.of(Libc.resolutionPicos(name, KernelClock.MONOTONIC.id(name)));
      } catch (ClockUnavailableException nobodyToAsk) {
        return OptionalLong.empty();
      }
    }
  }
}
