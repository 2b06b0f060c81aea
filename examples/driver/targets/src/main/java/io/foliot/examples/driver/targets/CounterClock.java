package io.foliot.examples.driver.targets;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.TickRate;
import java.util.OptionalLong;

/**
 * The board's counter as a clock. A counter of fewer than 64 bits is continued in software, which
 * asks for a reading at least once per turn: every 171 seconds for 32 bits at 25 MHz.
 *
 * <p>For one thread, as the board has no other.
 */
final class CounterClock implements MonotonicClock {
  private final TickRate rate;
  private final long mask;
  private long ticks;
  private long last;

  /**
   * A clock that starts at 0 now.
   *
   * @param bits width of the counter, 1 to 64
   */
  CounterClock(int bits, TickRate rate) {
    this.rate = rate;
    this.mask = -1L >>> (64 - bits);
    this.last = Board.ticks();
  }

  @Override
  public long elapsedNanos() {
    long now = Board.ticks();
    ticks += (now - last) & mask;
    last = now;
    return rate.saturatingFloorToNanos(ticks);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(1000L * rate.nanos() / rate.ticks());
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.STOPS;
  }
}
