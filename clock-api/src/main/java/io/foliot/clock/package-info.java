/**
 * Clocks for Java that count in integers: what time it is, how much time has passed, and waiting.
 *
 * <p>Start with {@link io.foliot.clock.Clocks}, which finds the best clocks of this machine, and
 * with the contracts of {@link io.foliot.clock.MonotonicClock} and {@link
 * io.foliot.clock.PosixClock}.
 *
 * <ul>
 *   <li>Reading: {@link io.foliot.clock.MonotonicClock} (how much time has passed), {@link
 *       io.foliot.clock.PosixClock} and {@link io.foliot.clock.PosixTime} (what time it is), {@link
 *       io.foliot.clock.BoundedPosixClock} (and how sure that is), {@link
 *       io.foliot.clock.ThreadClock} (counts for one thread only).
 *   <li>Using: {@link io.foliot.clock.Deadline}, {@link io.foliot.clock.Stopwatch}, {@link
 *       io.foliot.clock.Sleeper}, {@link io.foliot.clock.Ticker}.
 *   <li>Testing: {@link io.foliot.clock.ManualClock} and {@link io.foliot.clock.Faults}.
 *   <li>Finding and providing: {@link io.foliot.clock.Clocks}, {@link
 *       io.foliot.clock.ClockProvider}, {@link io.foliot.clock.PortableClockProvider}.
 *   <li>The bridge to {@code java.time}: {@link io.foliot.clock.JavaClocks}, the only class here
 *       that mentions it.
 * </ul>
 *
 * <p>Unless a method says otherwise, a null argument is refused with {@link
 * java.lang.NullPointerException}, and objects are safe for use by several threads.
 */
package io.foliot.clock;
