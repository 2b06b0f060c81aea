/**
 * Integer clocks: elapsed time, the time of day, and waiting. Times are in nanoseconds or finer,
 * and lengths of time are {@link io.foliot.duration.Duration}s.
 *
 * <p>Start with {@link io.foliot.clock.Clocks}, which finds the best clocks of this machine, and
 * the contracts of {@link io.foliot.clock.MonotonicClock} and {@link io.foliot.clock.PosixClock}.
 *
 * <ul>
 *   <li>Reading: {@link io.foliot.clock.MonotonicClock} (elapsed time), {@link
 *       io.foliot.clock.PosixClock} and {@link io.foliot.clock.PosixTime} (the time of day), {@link
 *       io.foliot.clock.BoundedPosixClock} (with error bounds), {@link io.foliot.clock.ThreadClock}
 *       (comparable within one thread only).
 *   <li>Using: {@link io.foliot.clock.Deadline}, {@link io.foliot.clock.Stopwatch}, {@link
 *       io.foliot.clock.Sleeper}, {@link io.foliot.clock.Ticker}, {@link
 *       io.foliot.clock.SleeperExecutor}.
 *   <li>Testing: {@link io.foliot.clock.ManualClock} and {@link io.foliot.clock.Faults}.
 *   <li>Discovering and providing: {@link io.foliot.clock.Clocks}, {@link
 *       io.foliot.clock.ClockProvider}, {@link io.foliot.clock.PortableClockProvider}.
 *   <li>The bridge to {@code java.time}: {@link io.foliot.clock.JavaClocks}, the only class that
 *       refers to it.
 * </ul>
 *
 * <p>Unless documented otherwise, methods throw {@link java.lang.NullPointerException} for null
 * arguments, and objects are thread-safe.
 */
package io.foliot.clock;
