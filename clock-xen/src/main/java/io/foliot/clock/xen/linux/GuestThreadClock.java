package io.foliot.clock.xen.linux;

import io.foliot.clock.ThreadClock;
import java.util.OptionalLong;

/** A {@link GuestClock} whose counter is not ordered: right for one thread's own readings. */
final class GuestThreadClock implements ThreadClock {
  private final GuestClock clock;

  GuestThreadClock(GuestClock clock) {
    this.clock = clock;
  }

  @Override
  public long nanos() {
    return clock.elapsedNanos();
  }

  @Override
  public OptionalLong periodPicos() {
    return clock.periodPicos();
  }
}
