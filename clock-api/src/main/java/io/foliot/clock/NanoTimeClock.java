package io.foliot.clock;

import java.util.OptionalLong;

/** {@link System#nanoTime()} since this class was initialised. */
final class NanoTimeClock implements MonotonicClock {
  /** System.nanoTime may be negative and wrap; the count since this origin does not. */
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
