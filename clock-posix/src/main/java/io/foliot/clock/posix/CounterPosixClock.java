package io.foliot.clock.posix;

import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * CLOCK_REALTIME from the cycle counter. A record, because the compiler then takes {@code inOrder}
 * of a clock in a constant for a constant.
 */
record CounterPosixClock(String name, boolean inOrder) implements PosixClock {
  private static final CounterPosixClock ORDERED =
      new CounterPosixClock("posix ordered-realtime", true);
  private static final CounterPosixClock FASTEST =
      new CounterPosixClock("posix fastest-realtime", false);

  static CounterPosixClock ordered() {
    return ORDERED.opened();
  }

  static CounterPosixClock fastest() {
    return FASTEST.opened();
  }

  private CounterPosixClock opened() {
    CounterClocks.openRealtime(name);
    return this;
  }

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochNanos(epochNanos());
  }

  @Override
  public long epochNanos() {
    return inOrder
        ? CounterClocks.readOrdered(CounterClocks.Realtime.CLOCK)
        : CounterClocks.readUnordered(CounterClocks.Realtime.CLOCK);
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return LocalZone.utcOffsetSeconds(epochNanos());
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(CounterClocks.Realtime.CLOCK.periodPicos());
  }

  @Override
  public String toString() {
    return name;
  }
}
