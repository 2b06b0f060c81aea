/**
 * The contracts of {@code io.foliot.clock} as JUnit 5 tests for any implementation.
 *
 * <p>Extend the class for what you implement and override its abstract methods: {@link
 * io.foliot.clock.conformance.MonotonicClockConformance}, {@link
 * io.foliot.clock.conformance.CounterClockConformance} (a clock on a hardware counter, which is
 * simulated), {@link io.foliot.clock.conformance.PosixClockConformance}, {@link
 * io.foliot.clock.conformance.SleeperConformance}, {@link
 * io.foliot.clock.conformance.ThreadClockConformance}, {@link
 * io.foliot.clock.conformance.ClockProviderConformance}.
 *
 * <p>The tests do not depend on the speed or load of the machine: they compare each reading with
 * readings of a reference just before and just after it. They take less than ten seconds per clock,
 * of which they observe it for four; the system property {@code
 * io.foliot.clock.conformance.observationMillis} shortens that for a quick build, or lengthens it.
 *
 * <p>{@link io.foliot.clock.conformance.ReviewedMessages} keeps all error messages of a module in
 * one reviewed file.
 *
 * <h2>Limits</h2>
 *
 * <p>The suite does not detect:
 *
 * <ul>
 *   <li>Faults after the time of observation, unless the counter is simulated: the wrap of a
 *       counter, an error that grows slowly.
 *   <li>Faults in suspend, or at a resume, a migration or a leap second.
 *   <li>Errors within the tolerances: 1000 ppm of rate and 20 &micro;s of a reading (50 ms for a
 *       wall clock).
 *   <li>Backward steps in fewer than about one in a million readings, and races that need more
 *       processors than the machine has or a shorter overlap than its caches allow.
 *   <li>A claimed period that is wrong by less than a factor of 400, or one shorter than a
 *       nanosecond or than a reading takes, unless readings reveal it.
 *   <li>A lock without contention, and allocation in only a few readings. Without {@code
 *       java.management} and {@code jdk.management}, the JVM reports neither. Allocation is judged
 *       only if the compiler removes objects that do not escape.
 *   <li>A sleeper that is early by less than the time of a reading, and how late it is.
 * </ul>
 */
package io.foliot.clock.conformance;
