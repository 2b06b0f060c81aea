package io.foliot.clock;

import java.util.OptionalLong;

/**
 * A count of nanoseconds whose readings may be compared only within the thread that took them: an
 * unordered cycle counter, or the CPU time that a thread has used.
 *
 * <p>It is a type of its own so that such a count is never passed where a {@link MonotonicClock} is
 * expected: between threads it may run backwards, or count different things.
 *
 * <ul>
 *   <li><b>Unit and range.</b> Unsigned nanoseconds, 0 to 2<sup>64</sup>-1.
 *   <li><b>Origin.</b> Arbitrary; fixed for one thread, possibly different for another.
 *   <li><b>Order.</b> Readings taken by one thread never decrease, as unsigned numbers.
 *   <li><b>Suspend and virtual machines.</b> As the implementation documents.
 *   <li><b>Failures.</b> None when reading; a clock that cannot work is refused with {@link
 *       ClockUnavailableException} when it is asked for.
 *   <li><b>Threads.</b> Any thread may read it, and each compares its own readings only.
 *   <li><b>Cost.</b> {@link #nanos()} allocates nothing.
 * </ul>
 */
public interface ThreadClock {
  /**
   * Reads the clock for the calling thread.
   *
   * @return unsigned nanoseconds since the origin that holds for the calling thread
   */
  long nanos();

  /**
   * The time between two ticks of what is read, in picoseconds.
   *
   * @return a positive number that never changes for this clock, or empty when it is not known
   */
  OptionalLong periodPicos();
}
