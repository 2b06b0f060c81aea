package io.foliot.clock;

import java.util.OptionalLong;

/** {@link System#nanoTime()}, counted from when this class was first used. */
final class NanoTimeClock implements MonotonicClock {
  /** nanoTime itself may be negative and pass zero: from its own origin it never wraps. */
  private static final long ORIGIN = System.nanoTime();

  static final NanoTimeClock INSTANCE = new NanoTimeClock();

  private NanoTimeClock() {}

  @Override
  public long elapsedNanos() {
    return System.nanoTime() - ORIGIN;
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.empty();
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }

  @Override
  public String toString() {
    return "portable nanoTime";
  }
}
