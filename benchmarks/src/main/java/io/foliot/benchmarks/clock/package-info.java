/**
 * The cost of reading through the interfaces of {@code io.foliot.clock} and by the JDK's own calls.
 * Start with {@link io.foliot.benchmarks.clock.ReadMonotonic}.
 */
package io.foliot.benchmarks.clock;
