/** A manual clock for each test of JUnit Jupiter. Start at {@link io.foliot.junit.ManualTime}. */
package io.foliot.junit;
