/**
 * What reading through the interfaces of {@code io.foliot.clock} costs beside the JDK's own calls.
 * Start with {@link io.foliot.benchmarks.clock.ReadMonotonic}.
 */
package io.foliot.benchmarks.clock;
