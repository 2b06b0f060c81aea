/**
 * Clocks made of a {@linkplain io.foliot.clock.counter.CycleCounter cycle counter}.
 *
 * <ul>
 *   <li>{@link io.foliot.clock.counter.FreeRunningClock}: a counter of known rate, such as the
 *       timer of a board. Start here to write a clock of your own.
 *   <li>{@link io.foliot.clock.counter.SteeredClock}: a counter that is faster to read than a clock
 *       which it follows.
 * </ul>
 *
 * <p>The two do not link each other: a small target that uses one carries no code of the other.
 */
package io.foliot.clock.counter;
