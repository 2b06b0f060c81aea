/** The command line, and the same command as a tool inside a JVM. Start at {@code CommandLine}. */
package io.foliot.softfloat.cli;
