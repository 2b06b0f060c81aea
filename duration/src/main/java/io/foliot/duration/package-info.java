/**
 * Durations as unsigned 64-bit counts of nanoseconds: 0 to 18446744073709551615 ns, about 584.5
 * years, in integer arithmetic only.
 *
 * <p>Start with {@link io.foliot.duration.Duration}, a value type. {@link io.foliot.duration.Nanos}
 * is the same arithmetic on a raw {@code long}, for code that must not allocate. {@link
 * io.foliot.duration.TickRate} turns the ticks of a hardware counter into nanoseconds and back,
 * {@link io.foliot.duration.TickScale} does so without a division. {@link
 * io.foliot.duration.DurationFormat} writes text into the caller's own buffers. {@link
 * io.foliot.duration.JavaDurations} is the bridge to {@code java.time}, and the only class here
 * that touches it: the classes of {@code java.time} run floating point when they are initialised,
 * all others here never do.
 *
 * <p>No method accepts or returns null; a null argument is a {@link NullPointerException}.
 */
package io.foliot.duration;
