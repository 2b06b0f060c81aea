/** The cost of a reading of each clock of clock-posix, the JDK and other libraries. */
package io.foliot.benchmarks.posix;
