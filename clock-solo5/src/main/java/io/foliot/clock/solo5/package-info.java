/**
 * Clocks for Solo5, the interface between a unikernel and the machine or process that hosts it.
 *
 * <p>On a JVM start at {@link io.foliot.clock.solo5.Solo5Clocks}, which finds the {@code solo5_*}
 * functions in a library or in the process. In a program compiled ahead of time, pass {@link
 * io.foliot.clock.solo5.Solo5Imports} to the clocks. To run them elsewhere, implement the three
 * functions of {@link io.foliot.clock.solo5.Solo5}. {@link io.foliot.clock.solo5.Solo5Target}
 * describes time on each target. To write the lowest layer in Java as well, use {@link
 * io.foliot.clock.counter.FreeRunningClock}.
 *
 * <p>Only {@code Solo5Library} uses {@code java.lang.foreign}.
 */
package io.foliot.clock.solo5;
