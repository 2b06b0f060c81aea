/**
 * The contract of {@code io.foliot.clock} as tests that any implementation can run.
 *
 * <p>Extend the class for what you implement, say how to get your clock, and run it with JUnit 5:
 * {@link io.foliot.clock.conformance.MonotonicClockConformance}, {@link
 * io.foliot.clock.conformance.CounterClockConformance} (for a clock made of a hardware counter,
 * which is simulated), {@link io.foliot.clock.conformance.PosixClockConformance}, {@link
 * io.foliot.clock.conformance.SleeperConformance}, {@link
 * io.foliot.clock.conformance.ThreadClockConformance}, {@link
 * io.foliot.clock.conformance.ClockProviderConformance}.
 *
 * <p>No test depends on how fast or how busy the machine is: what a clock shows is compared with
 * what a reference showed just before and just after. A clock takes less than ten seconds.
 *
 * <h2>What cannot be caught</h2>
 *
 * <ul>
 *   <li>What happens later than the four seconds for which a clock is watched, unless its counter
 *       is simulated: the wrap of a counter, an error that grows slowly.
 *   <li>What happens in suspend, on a resume, a migration or a leap second.
 *   <li>An error within the tolerances: a rate that is off by less than 1000 ppm, a reading that is
 *       off by less than 20 &micro;s (a wall clock: 50 ms).
 *   <li>A reading that goes back less often than once in about a million, and a race that needs
 *       more processors than the machine has, or threads that meet more closely than its caches let
 *       them.
 *   <li>A claimed period that is wrong by less than a factor of 400, and one that is shorter than a
 *       nanosecond or than a reading takes, unless readings show it.
 *   <li>A lock that is free whenever it is wanted, and an allocation in less than one of many
 *       readings. A JVM or a module graph without {@code java.management} and {@code
 *       jdk.management} does not tell either.
 *   <li>A sleeper that is early by less than it takes to read the clock, and how late it is.
 * </ul>
 */
package io.foliot.clock.conformance;
