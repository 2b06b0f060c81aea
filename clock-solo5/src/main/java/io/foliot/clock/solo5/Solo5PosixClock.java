package io.foliot.clock.solo5;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Nanos;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * {@code solo5_clock_wall} as a clock.
 *
 * <h2>Platform support</h2>
 *
 * <p>Solo5 counts unsigned nanoseconds since 1970, so that {@link #now()} is right until
 * 2554-07-21; {@link Solo5Target} says on which targets the time is an offset that was read once at
 * boot, and where it is wrong from 2106. Solo5 knows no time zone and no period. As safe for use by
 * several threads as the {@link Solo5} that it reads.
 */
public final class Solo5PosixClock implements PosixClock {
  private final Solo5 solo5;

  /**
   * A clock on the given functions.
   *
   * @param solo5 what to read
   * @throws ClockUnavailableException if the wall clock shows 0, by which Solo5 says that the
   *     target has none
   */
  public Solo5PosixClock(Solo5 solo5) {
    if (solo5.clockWall() == 0) {
      throw new ClockUnavailableException(
          "solo5 wall clock", "solo5_clock_wall answers 0: this target has no wall clock time");
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
          "the time is after 2262-04-11T23:47:16.854775807Z and does not fit in signed nanoseconds"
              + " since 1970; ask for now() instead");
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
