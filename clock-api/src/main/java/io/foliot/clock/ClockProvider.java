package io.foliot.clock;

import java.util.List;

/**
 * A source of clocks for one kind of platform. {@link Clocks} finds providers with {@link
 * java.util.ServiceLoader}; where there is none, construct the provider yourself and call it, or
 * give it to {@link Clocks#of}.
 *
 * <p>A provider has a public constructor without parameters that is quick and does not fail: what
 * can go wrong goes wrong in the methods that give clocks. They may be slow the first time (ask
 * once, keep the clock), and each throws {@link ClockUnavailableException} with the reason when
 * that clock cannot work on this machine. Providers are safe for use by several threads.
 */
public interface ClockProvider {
  /**
   * The name by which the provider is reported and chosen.
   *
   * @return lower-case letters and digits, the same on every call, such as {@code "posix"}
   */
  String name();

  /**
   * The rank among providers: the highest that works is used. The portable provider, which every
   * machine has, is 0; others are above it.
   *
   * @return the rank, the same on every call
   */
  int priority();

  /**
   * The provider's monotonic clock for general use.
   *
   * @return a working clock
   * @throws ClockUnavailableException if it has none on this machine, with the reason
   */
  MonotonicClock monotonic();

  /**
   * The provider's wall clock for general use.
   *
   * @return a working clock
   * @throws ClockUnavailableException if it has none on this machine, with the reason
   */
  PosixClock posix();

  /**
   * A sleeper on the clock that {@link #monotonic()} gives.
   *
   * @return a working sleeper
   * @throws ClockUnavailableException if it has none on this machine, with the reason
   */
  Sleeper sleeper();

  /**
   * Every clock that the provider may have on this machine, also those that it refuses when they
   * are opened. Listing them opens none.
   *
   * @return the offers, in an order that makes sense to a reader
   */
  List<ClockOffer<?>> offers();
}
