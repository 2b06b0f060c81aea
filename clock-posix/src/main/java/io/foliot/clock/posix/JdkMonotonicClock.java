package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/**
 * CLOCK_MONOTONIC by {@link System#nanoTime}, which reads it on Linux and which the JIT compiler
 * inlines. Only {@link #periodPicos()} loads {@code java.lang.foreign}.
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

  /** Read once, so that it never changes. */
  private static final class Period {
    static final OptionalLong KNOWN = read();

    private static OptionalLong read() {
      String name = "posix monotonic";
      try {
        return OptionalLong.of(Libc.resolutionPicos(name, ClockId.MONOTONIC.require(name)));
      } catch (ClockUnavailableException noNativeAccess) {
        return OptionalLong.empty();
      }
    }
  }
}
