package io.foliot.clock;

import java.util.List;

/**
 * A source of clocks for one kind of platform. {@link Clocks} finds providers with {@link
 * java.util.ServiceLoader}; without it, construct a provider and call it, or pass it to {@link
 * Clocks#of}.
 *
 * <p>A provider has a public constructor without parameters that is fast and never fails. Methods
 * that return clocks may be slow on the first call and throw {@link ClockUnavailableException} with
 * the reason if the clock cannot work on this machine. Every call returns the same clock object,
 * and the sleeper's {@link Sleeper#clock()} is the object that {@link #monotonic()} returns.
 *
 * <p>Implementations are thread-safe. The test suite {@code
 * io.foliot.clock.conformance.ClockProviderConformance} checks this contract.
 */
public interface ClockProvider {
  /**
   * {@return the name for reports and for {@link Clocks#PROVIDER_PROPERTY}: lower-case letters and
   * digits, the same on every call, such as {@code "posix"}}
   */
  String name();

  /**
   * {@return the rank among providers, the same on every call} {@link Clocks} prefers the highest.
   * The portable provider has 0, all others more.
   */
  int priority();

  /**
   * {@return the monotonic clock for general use}
   *
   * @throws ClockUnavailableException if there is none on this machine, with the reason
   */
  MonotonicClock monotonic();

  /**
   * {@return the wall clock for general use}
   *
   * @throws ClockUnavailableException if there is none on this machine, with the reason
   */
  PosixClock posix();

  /**
   * {@return a sleeper on the clock that {@link #monotonic()} returns}
   *
   * @throws ClockUnavailableException if there is none on this machine, with the reason
   */
  Sleeper sleeper();

  /**
   * {@return every clock that the provider may have on this machine, including those that refuse to
   * open} The order is for human readers. Opens no clock.
   */
  List<ClockOffer<?>> offers();
}
