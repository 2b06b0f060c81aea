package io.foliot.clock;

import io.foliot.duration.Duration;
import java.util.OptionalLong;

/**
 * A clock that never goes back. It measures how much time passes; it does not know the time of day.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Unit.</b> Nanoseconds, as an unsigned 64-bit count: 0 to 18446744073709551615, about
 *       584.5 years. Compare two readings with {@link io.foliot.duration.Nanos#compare}, never with
 *       {@code <}, and subtract them with {@link io.foliot.duration.Nanos#saturatingMinus}: in the
 *       wrong order, a plain {@code -} yields 584 years. {@link Deadline} and {@link Stopwatch} do
 *       both correctly.
 *   <li><b>Origin.</b> Arbitrary, and fixed for the lifetime of the clock object. Only the
 *       difference of two readings of one clock has a meaning: do not mix readings of two clocks or
 *       store one beyond the process. Zero is an ordinary reading, not "unset".
 *   <li><b>Range.</b> The origin is such that the count does not exceed 2<sup>64</sup>&minus;1
 *       during the lifetime of the process.
 *   <li><b>Order.</b> Readings never decrease as unsigned numbers, within a thread or across
 *       threads: if reading A happens-before reading B, then B &ge; A. They may be equal.
 *   <li><b>Rate.</b> That of time, but it may be slewed: an operating system that corrects its
 *       clock makes this one slightly faster or slower, commonly by at most 500 parts per million.
 *       Steps of the wall clock have no effect.
 *   <li><b>Suspend.</b> {@link #suspendBehavior()} says whether time in suspend counts.
 *   <li><b>Virtual machines.</b> A pause appears as a long gap between two readings or as none at
 *       all; see the implementation. The clock does not go back after a migration or a restore.
 *   <li><b>Failures.</b> Reading never fails. A clock that cannot work is refused with {@link
 *       ClockUnavailableException} when it is requested.
 *   <li><b>Threads.</b> Thread-safe.
 *   <li><b>Cost.</b> {@link #elapsedNanos()} allocates nothing, takes no lock and does not block.
 *       Test doubles such as {@link ManualClock} may take a lock.
 * </ul>
 *
 * <p>An implementation documents in a section "Platform support" what it reads and how it meets
 * these points. The test suite {@code io.foliot.clock.conformance.MonotonicClockConformance} checks
 * them.
 */
public interface MonotonicClock {
  /** {@return unsigned nanoseconds since this clock's origin} */
  long elapsedNanos();

  /** {@return {@link #elapsedNanos()} as a {@link Duration}} */
  default Duration elapsed() {
    return Duration.ofUnsignedNanos(elapsedNanos());
  }

  /**
   * {@return the time between two ticks in picoseconds, positive and constant; empty if unknown} It
   * is the smallest difference between two readings. It says nothing about the accuracy of the rate
   * or the cost of a reading.
   */
  OptionalLong periodPicos();

  /** {@return whether time passes on this clock while the machine is suspended; constant} */
  SuspendBehavior suspendBehavior();
}
