/**
 * The clocks of Linux, macOS and FreeBSD kernels, read through {@code java.lang.foreign}.
 *
 * <p>Start with {@link io.foliot.clock.posix.PosixClocks}, which has every clock by name. Programs
 * that only want the best clock of the machine use {@code io.foliot.clock.Clocks}; it finds this
 * module through {@link io.foliot.clock.posix.PosixClockProvider}.
 */
package io.foliot.clock.posix;
