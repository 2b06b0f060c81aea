/**
 * The command line, and the same command as a tool inside a JVM. Start at {@code SoftFloatCommand}.
 */
package io.foliot.softfloat.cli;
