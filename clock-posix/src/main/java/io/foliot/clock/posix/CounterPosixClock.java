package io.foliot.clock.posix;

import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * CLOCK_REALTIME from the cycle counter. A record, because the compiler then takes {@code ordered}
 * of a clock in a constant for a constant.
 */
record CounterPosixClock(String name, boolean ordered) implements PosixClock {
  static CounterPosixClock open(String name, boolean ordered) {
    Timelines.require(name, KernelClock.REALTIME);
    return new CounterPosixClock(name, ordered);
  }

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochNanos(epochNanos());
  }

  @Override
  public long epochNanos() {
    return ordered
        ? Timelines.readOrdered(Timelines.Realtime.TIMELINE)
        : Timelines.readUnordered(Timelines.Realtime.TIMELINE);
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return LocalZone.utcOffsetSeconds(epochNanos());
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(Timelines.Realtime.TIMELINE.periodPicos());
  }

  @Override
  public String toString() {
    return name;
  }
}
