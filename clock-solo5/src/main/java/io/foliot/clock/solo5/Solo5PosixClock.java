package io.foliot.clock.solo5;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Nanos;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The clock on {@code solo5_clock_wall}.
 *
 * <h2>Platform support</h2>
 *
 * <p>Solo5 counts unsigned nanoseconds since 1970, so {@link #now()} works until 2554-07-21, and
 * {@link #epochNanos()} until 2262-04-11. {@link Solo5Target} says on which targets the time is an
 * offset read once at boot, and where it is wrong from 2106 on. Solo5 reports no UTC offset and no
 * period. As safe for use by several threads as its {@link Solo5}.
 */
public final class Solo5PosixClock implements PosixClock {
  private final Solo5 solo5;

  /**
   * Creates a clock.
   *
   * @param solo5 the functions
   * @throws ClockUnavailableException if {@link Solo5#clockWall()} is 0: the target has no wall
   *     clock
   */
  public Solo5PosixClock(Solo5 solo5) {
    if (solo5.clockWall() == 0) {
      throw new ClockUnavailableException(
          "solo5 wall clock",
          "solo5_clock_wall returned 0: this target has no wall clock; get the time over the network");
    }
    this.solo5 = solo5;
  }

  @Override
  public PosixTime now() {
    long nanos = solo5.clockWall();
    long days = Nanos.toDays(nanos);
    return PosixTime.of((int) days, (nanos - days * Nanos.PER_DAY) * 1000);
  }

  @Override
  public long epochNanos() {
    long nanos = solo5.clockWall();
    if (nanos < 0) {
      throw new ArithmeticException(
          Long.toUnsignedString(nanos)
              + " ns since 1970 exceeds 2262-04-11T23:47:16.854775807Z, the maximum of"
              + " epochNanos(); use now()");
    }
    return nanos;
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.empty();
  }
}
