package io.foliot.clock;

import io.foliot.duration.Duration;
import java.util.OptionalLong;

/**
 * A clock that only goes forward. It measures how much time passes; it does not know what time it
 * is.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Unit.</b> Nanoseconds, as an unsigned 64-bit count: 0 to 18446744073709551615, about
 *       584.5 years. Compare two readings with {@link io.foliot.duration.Nanos#compare}, never with
 *       {@code <}, and subtract them with {@link io.foliot.duration.Nanos#saturatingMinus}: a plain
 *       {@code -} of readings in the wrong order is 584 years. {@link Deadline} and {@link
 *       Stopwatch} do both for you.
 *   <li><b>Origin.</b> Arbitrary, but fixed for as long as the clock object lives. A reading means
 *       nothing without another reading of the same clock; readings of two clocks must not be
 *       mixed, and a reading must not be stored beyond the life of the process. Zero is a reading
 *       like any other, not "unset".
 *   <li><b>Range.</b> An origin is chosen so that the count does not pass 2<sup>64</sup>-1 within
 *       the life of the process.
 *   <li><b>Order.</b> Readings never decrease (as unsigned numbers), in one thread and between
 *       threads: when reading A happens-before reading B, then B is not below A. Two readings may
 *       be equal.
 *   <li><b>Rate.</b> It follows the passing of time, but may be slewed: an operating system that
 *       corrects its clock makes this one run slightly faster or slower, commonly at most 500 parts
 *       per million. Steps of the wall clock never show here.
 *   <li><b>Suspend.</b> Whether time counts while the machine sleeps is told by {@link
 *       #suspendBehavior()}.
 *   <li><b>Virtual machines.</b> A pause looks like a long gap between two readings, or like no gap
 *       at all, as the implementation documents. After a migration or a restore from a saved state
 *       the clock still does not go back.
 *   <li><b>Failures.</b> None when reading. A clock that cannot work is refused with {@link
 *       ClockUnavailableException} when it is asked for; a clock that was handed out keeps working.
 *   <li><b>Threads.</b> Safe for use by any number of threads at once.
 *   <li><b>Cost.</b> {@link #elapsedNanos()} allocates nothing, takes no lock and does not block.
 *       Test doubles such as {@link ManualClock} may take a lock.
 * </ul>
 *
 * <p>An implementation adds a section "Platform support" that says what it reads and how the points
 * above turn out there. The test suite {@code
 * io.foliot.clock.conformance.MonotonicClockConformance} checks them.
 */
public interface MonotonicClock {
  /**
   * Reads the clock.
   *
   * @return unsigned nanoseconds since this clock's origin
   */
  long elapsedNanos();

  /**
   * Reads the clock as a {@link Duration}.
   *
   * @return time since this clock's origin, the same count that {@link #elapsedNanos()} gives
   */
  default Duration elapsed() {
    return Duration.ofUnsignedNanos(elapsedNanos());
  }

  /**
   * The time between two ticks of what is read, in picoseconds. Readings closer together than this
   * cannot be told apart. It says nothing about how exact the rate is, nor what a reading costs.
   *
   * @return a positive number that never changes for this clock, or empty when it is not known
   */
  OptionalLong periodPicos();

  /**
   * Whether time passes on this clock while the machine is suspended.
   *
   * @return one value that never changes for this clock
   */
  SuspendBehavior suspendBehavior();
}
