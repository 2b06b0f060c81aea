/**
 * The clocks of the Linux, macOS and FreeBSD kernels, read through {@code java.lang.foreign}.
 *
 * <p>Start at {@link io.foliot.clock.posix.PosixClocks}, which has a method for each clock.
 * Programs that use the best clock of the machine call {@code io.foliot.clock.Clocks}, which finds
 * this module by {@link io.foliot.clock.posix.PosixClockProvider}.
 */
package io.foliot.clock.posix;
