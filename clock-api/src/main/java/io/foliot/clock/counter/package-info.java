/**
 * Clocks built on a {@linkplain io.foliot.clock.counter.CycleCounter cycle counter}.
 *
 * <ul>
 *   <li>{@link io.foliot.clock.counter.FreeRunningClock}: a counter of known rate, such as the
 *       timer of a board. Start here to write your own clock.
 *   <li>{@link io.foliot.clock.counter.SteeredClock}: a fast counter that follows a slower clock.
 * </ul>
 *
 * <p>Neither class refers to the other, so a small target links only the one it uses.
 */
package io.foliot.clock.counter;
