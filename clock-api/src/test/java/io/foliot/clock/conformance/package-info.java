/**
 * The contract of {@code io.foliot.clock} as tests that any implementation can run.
 *
 * <p>Extend the class for what you implement, say how to get your clock, and run it with JUnit 5:
 * {@link io.foliot.clock.conformance.MonotonicClockConformance}, {@link
 * io.foliot.clock.conformance.PosixClockConformance}, {@link
 * io.foliot.clock.conformance.SleeperConformance}, {@link
 * io.foliot.clock.conformance.ThreadClockConformance}, {@link
 * io.foliot.clock.conformance.ClockProviderConformance}.
 *
 * <p>No test depends on how fast or how busy the machine is: what a clock shows is compared with
 * what a reference showed just before and just after.
 */
package io.foliot.clock.conformance;
