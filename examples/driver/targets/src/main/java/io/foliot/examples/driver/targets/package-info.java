/**
 * The driver's main programs for targets without a JVM. Each gives {@link
 * io.foliot.examples.driver.Exchange} a console and a {@link io.foliot.clock.Sleeper}; that is all
 * a board has to have. {@link io.foliot.examples.driver.targets.Board} names the C functions behind
 * them.
 */
package io.foliot.examples.driver.targets;
