/**
 * Clocks for Solo5, the interface between a unikernel and the machine or process that hosts it.
 *
 * <p>Start at {@link io.foliot.clock.solo5.Solo5Clocks}: on a JVM, it finds the {@code solo5_*}
 * functions in a library or in the process itself. Ahead of time, give {@link
 * io.foliot.clock.solo5.Solo5Imports} to the clocks. Both are a {@link
 * io.foliot.clock.solo5.Solo5}, which is all that the clocks and the sleeper need: implement its
 * three functions to run them elsewhere. {@link io.foliot.clock.solo5.Solo5Target} says how time
 * behaves on each kind of host, and {@link io.foliot.clock.counter.FreeRunningClock} is for those
 * who write the lowest layer in Java too.
 *
 * <p>Only {@code Solo5Library} uses {@code java.lang.foreign}; the clocks run where there is none.
 */
package io.foliot.clock.solo5;
