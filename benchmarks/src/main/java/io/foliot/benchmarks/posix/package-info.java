/**
 * What a reading of each clock of clock-posix costs, beside the JDK's and other libraries' clocks.
 */
package io.foliot.benchmarks.posix;
