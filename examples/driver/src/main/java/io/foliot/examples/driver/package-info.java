/**
 * A driver for a serial link, which depends on {@code clock-api} only and runs unchanged on a
 * server JVM, on a JVM without floating-point hardware, and compiled ahead of time on a
 * microcontroller.
 *
 * <p>Start with {@link io.foliot.examples.driver.Link}, the driver: numbered frames with
 * acknowledgements, retransmission with back-off, receive timestamps, a limit on the sending rate,
 * and a watchdog. {@link io.foliot.examples.driver.Exchange} connects two links by a bad line and
 * logs their events; {@link io.foliot.examples.driver.DriverDemo} runs it on a JVM.
 */
package io.foliot.examples.driver;
