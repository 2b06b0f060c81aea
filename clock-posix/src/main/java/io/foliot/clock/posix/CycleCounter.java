package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;

/**
 * The processor's own counter: the time-stamp counter of x86-64, or the virtual counter of
 * AArch64's generic timer. It counts ticks of a rate that only the kernel knows, from an origin
 * that means nothing.
 *
 * <p>This is the raw material of {@link PosixClocks#fastest()} and {@link PosixClocks#ordered()},
 * and of clocks whose scale a hypervisor publishes. <b>It is no clock:</b> whether the counter is
 * the same on all processors, and whether it stops in suspend, is not checked here.
 *
 * <p>Safe for use by any number of threads at once; allocates nothing.
 */
public interface CycleCounter {
  /**
   * Reads the counter.
   *
   * @return ticks as an unsigned number
   */
  long read();

  /**
   * The counter, read at any moment that suits the processor. The read may be moved before earlier
   * loads and behind later ones, so that between threads it seems to go backwards.
   *
   * @return the counter
   * @throws ClockUnavailableException if this processor or system does not let programs read it,
   *     native access is denied, or memory cannot be made executable
   */
  static CycleCounter unordered() {
    return Counter.unordered("unordered cycle counter");
  }

  /**
   * The counter, read after all earlier loads of the thread: a thread that has seen what another
   * wrote after reading the counter reads no less than the other did.
   *
   * @return the counter
   * @throws ClockUnavailableException if this processor or system does not let programs read it,
   *     native access is denied, or memory cannot be made executable
   */
  static CycleCounter ordered() {
    return Counter.ordered("ordered cycle counter");
  }
}
