package io.foliot.clock;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A wall clock: it tells the time of day, as seconds since 1970 on the POSIX scale.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Scale.</b> POSIX time: every day has 86 400 seconds and leap seconds are not counted. An
 *       implementation on another scale, such as TAI, states so in its name and documentation.
 *   <li><b>Range.</b> {@link #now()} covers the years 0000 to 9999, {@link #epochNanos()} the years
 *       1677 to 2262.
 *   <li><b>Steps and slews.</b> A user, NTP or a hypervisor may set this clock forwards or
 *       <b>backwards</b> at any moment, or make it run faster or slower for a while. At a leap
 *       second the system repeats a second or smears it over hours. <b>Never measure an interval
 *       with it:</b> use a {@link MonotonicClock}.
 *   <li><b>Order.</b> Readings are not ordered, within a thread or across threads.
 *   <li><b>Suspend.</b> Time in suspend counts as soon as the system has read its hardware clock
 *       again.
 *   <li><b>Virtual machines.</b> After a pause, migration or restore the time may be late until the
 *       host or the network corrects it; see the implementation.
 *   <li><b>Failures.</b> Reading never fails, except that {@link #epochNanos()} may be out of
 *       range. A clock that cannot work is refused with {@link ClockUnavailableException} when it
 *       is requested.
 *   <li><b>Threads.</b> Thread-safe.
 *   <li><b>Cost.</b> {@link #epochNanos()} allocates nothing, takes no lock and does not block.
 *       {@link #now()} creates one small object, which the compiler removes if it does not escape.
 *       Test doubles such as {@link ManualClock} may take a lock.
 * </ul>
 *
 * <p>The test suite {@code io.foliot.clock.conformance.PosixClockConformance} checks these points.
 */
public interface PosixClock {
  /** {@return the current time, in the full resolution of the clock} */
  PosixTime now();

  /**
   * {@return the current time in nanoseconds since 1970-01-01T00:00:00Z, rounded towards the past}
   *
   * @throws ArithmeticException if the time is outside 1677-09-21T00:12:43.145224192Z to
   *     2262-04-11T23:47:16.854775807Z
   */
  long epochNanos();

  /**
   * {@return local time minus UTC in seconds, &minus;64800 to 64800 (18 hours), positive east of
   * Greenwich; empty if the local zone is unknown} It may change between two calls, for instance at
   * the start of summer time.
   */
  OptionalInt utcOffsetSeconds();

  /**
   * {@return the time between two ticks in picoseconds, positive and constant; empty if unknown} It
   * says nothing about accuracy; see {@link BoundedPosixClock}.
   */
  OptionalLong periodPicos();
}
