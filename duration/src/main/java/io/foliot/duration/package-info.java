/**
 * Durations as unsigned 64-bit counts of nanoseconds, 0 to 18446744073709551615 ns (about 584.5
 * years), in integer arithmetic only.
 *
 * <ul>
 *   <li>{@link io.foliot.duration.Duration} is the value type to start with; {@link
 *       io.foliot.duration.SignedDuration} is a difference of two.
 *   <li>{@link io.foliot.duration.Nanos} has the same arithmetic on a raw {@code long}, for code
 *       that must not allocate.
 *   <li>{@link io.foliot.duration.TickRate} converts between the ticks of a hardware counter and
 *       nanoseconds exactly, {@link io.foliot.duration.TickScale} without a division.
 *   <li>{@link io.foliot.duration.DurationParser} reads the texts of other systems, {@link
 *       io.foliot.duration.DurationFormat} writes text for them and into buffers.
 *   <li>{@link io.foliot.duration.JavaDurations} converts to and from {@code java.time}. It is the
 *       only class here that may run floating point, in the static initializers of {@code
 *       java.time}.
 * </ul>
 *
 * <p>No method accepts or returns null; a null argument is a {@link NullPointerException}.
 */
package io.foliot.duration;
