package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;

/** A clock of this package on the time that Xen's wall clock is an offset to. */
interface SystemTime extends MonotonicClock {

  /** The hypervisor's own time, which goes back when the guest moves to another host. */
  long systemTimeNanos();
}
