package io.foliot.clock;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A clock that knows what time it is: the wall clock, as seconds since 1970 on the POSIX scale.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Scale.</b> POSIX time: every day has 86 400 seconds, and leap seconds are not counted.
 *       An implementation on another scale, such as TAI, says so by its name and documentation.
 *   <li><b>Range.</b> {@link #now()} covers the years 0000 to 9999, {@link #epochNanos()} the years
 *       1677 to 2262.
 *   <li><b>Steps and slews.</b> This clock is corrected from outside: a user, NTP or a hypervisor
 *       may set it forwards or <b>backwards</b> at any moment, or make it run faster or slower for
 *       a while. At a leap second it repeats a second, or stretches hours, as the system decides.
 *       <b>Never measure an interval with it:</b> use a {@link MonotonicClock}.
 *   <li><b>Order.</b> None is promised between readings, in one thread or several.
 *   <li><b>Suspend.</b> Time in suspend counts, once the system has read its hardware clock again.
 *   <li><b>Virtual machines.</b> After a pause, migration or restore the time may be late until the
 *       host or the network corrects it, as the implementation documents.
 *   <li><b>Failures.</b> None when reading, but for {@link #epochNanos()} outside its range. A
 *       clock that cannot work is refused with {@link ClockUnavailableException} when it is asked
 *       for.
 *   <li><b>Threads.</b> Safe for use by any number of threads at once.
 *   <li><b>Cost.</b> {@link #epochNanos()} allocates nothing, takes no lock and does not block.
 *       {@link #now()} creates one small object, which the compiler removes when it does not
 *       escape. Test doubles such as {@link ManualClock} may take a lock.
 * </ul>
 *
 * <p>The test suite {@code io.foliot.clock.conformance.PosixClockConformance} checks these points.
 */
public interface PosixClock {
  /**
   * Reads the clock.
   *
   * @return the current time, as exact as the clock is
   */
  PosixTime now();

  /**
   * Reads the clock as one number.
   *
   * @return signed nanoseconds since 1970-01-01T00:00:00Z, digits below a nanosecond dropped
   *     towards the past
   * @throws ArithmeticException if the clock is set outside 1677-09-21T00:12:43.145224192Z to
   *     2262-04-11T23:47:16.854775807Z
   */
  long epochNanos();

  /**
   * Local time minus UTC in seconds, as it holds at this moment: positive east of Greenwich. It may
   * change between two calls, for instance where summer time begins.
   *
   * @return a number from -64800 to 64800 (18 hours), or empty when the local zone is not known
   */
  OptionalInt utcOffsetSeconds();

  /**
   * The time between two ticks of what is read, in picoseconds. It says nothing about how exact the
   * time is: see {@link BoundedPosixClock}.
   *
   * @return a positive number that never changes for this clock, or empty when it is not known
   */
  OptionalLong periodPicos();
}
