/**
 * A driver for a serial link, written over {@code clock-api} only, that runs unchanged on a server
 * JVM, on a JVM without floating-point hardware, and ahead of time on a microcontroller.
 *
 * <p>Start at {@link io.foliot.examples.driver.Link}, the driver itself: numbered frames with
 * acknowledgements, retransmission with back-off, timestamps of what arrives, a limit on the rate
 * of sending, and a watchdog. {@link io.foliot.examples.driver.Exchange} lets two of them talk over
 * a bad line and logs what happens; {@link io.foliot.examples.driver.DriverDemo} runs that on a
 * JVM.
 */
package io.foliot.examples.driver;
