/**
 * The driver's main programs for targets without a JVM. Each gives {@link
 * io.foliot.examples.driver.Exchange} a console and a {@link io.foliot.clock.Sleeper}; that is all
 * a board has to have. The C functions behind them, and how they are reached, come from
 * examples/embedded.
 */
package io.foliot.examples.driver.targets;
