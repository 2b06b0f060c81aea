/**
 * The driver's main programs for targets without a JVM. Each passes a console and a {@link
 * io.foliot.clock.Sleeper} to {@link io.foliot.examples.driver.Exchange}; a board needs nothing else.
 * The C functions behind them and their bindings are in examples/embedded.
 */
package io.foliot.examples.driver.targets;
