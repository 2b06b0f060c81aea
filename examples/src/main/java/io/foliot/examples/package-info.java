/** A tour of Foliot on the machine that runs it; {@link io.foliot.examples.Tour} is the program. */
package io.foliot.examples;
