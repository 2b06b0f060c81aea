package io.foliot.clock;

import java.util.OptionalLong;

/**
 * A count of nanoseconds whose readings are comparable only within the thread that took them: an
 * unordered cycle counter, or the CPU time of a thread.
 *
 * <p>It is a separate type so that such a count is never passed as a {@link MonotonicClock}: across
 * threads it may run backwards or count different things.
 *
 * <ul>
 *   <li><b>Unit and range.</b> Unsigned nanoseconds, 0 to 2<sup>64</sup>&minus;1.
 *   <li><b>Origin.</b> Arbitrary and fixed for a thread; it may differ between threads.
 *   <li><b>Order.</b> Readings of one thread never decrease as unsigned numbers.
 *   <li><b>Suspend and virtual machines.</b> See the implementation.
 *   <li><b>Failures.</b> Reading never fails; a clock that cannot work is refused with {@link
 *       ClockUnavailableException} when it is requested.
 *   <li><b>Threads.</b> Thread-safe; each thread compares only its own readings.
 *   <li><b>Cost.</b> {@link #nanos()} allocates nothing.
 * </ul>
 */
public interface ThreadClock {
  /** {@return unsigned nanoseconds since the calling thread's origin} */
  long nanos();

  /**
   * {@return the time between two ticks in picoseconds, positive and constant; empty if unknown}
   */
  OptionalLong periodPicos();
}
