package io.foliot.clock.solo5;

import io.foliot.clock.ClockUnavailableException;
import java.nio.file.Path;

/**
 * The clocks of Solo5 on a JVM.
 *
 * <p>Safe for use by several threads if the functions are. The first use of {@code
 * java.lang.foreign} in a JVM takes about 0.3 s. Native access must be enabled: {@code
 * --enable-native-access=io.foliot.clock.solo5}, or {@code ALL-UNNAMED} on the class path.
 */
public final class Solo5Clocks {
  private final Solo5 solo5;
  private final Solo5MonotonicClock monotonic;
  private final Solo5Sleeper sleeper;

  /** Created on first use, because it may be refused; guarded by this. */
  private Solo5PosixClock posix;

  private Solo5Clocks(Solo5 solo5, Solo5Target target) {
    this.solo5 = solo5;
    this.monotonic = new Solo5MonotonicClock(solo5, target);
    this.sleeper = new Solo5Sleeper(solo5, monotonic);
  }

  /**
   * {@return the clocks on an implementation of the functions}
   *
   * @param solo5 the functions
   * @param target the kind of host
   */
  public static Solo5Clocks of(Solo5 solo5, Solo5Target target) {
    return new Solo5Clocks(solo5, target);
  }

  /**
   * {@return the clocks on the functions of a shared library} The library is never unloaded.
   *
   * @param library path of the library
   * @param target the kind of host
   * @throws ClockUnavailableException if the library cannot be loaded or lacks a function, or if
   *     native access is denied
   */
  public static Solo5Clocks library(Path library, Solo5Target target) {
    return new Solo5Clocks(Solo5Library.of(library), target);
  }

  /**
   * {@return the clocks on the functions that this process exports} A unikernel on Solo5 exports
   * them, and so does a process with a preloaded library.
   *
   * @param target the kind of host
   * @throws ClockUnavailableException if the process lacks a function, or if native access is
   *     denied
   */
  public static Solo5Clocks inProcess(Solo5Target target) {
    return new Solo5Clocks(Solo5Library.inProcess(), target);
  }

  /** {@return the functions that the clocks call} */
  public Solo5 solo5() {
    return solo5;
  }

  /** {@return the clock on {@code solo5_clock_monotonic}, the same object on every call} */
  public Solo5MonotonicClock monotonic() {
    return monotonic;
  }

  /**
   * {@return the clock on {@code solo5_clock_wall}, the same object on every call}
   *
   * @throws ClockUnavailableException if the target has no wall clock
   */
  public synchronized Solo5PosixClock posix() {
    if (posix == null) {
      posix = new Solo5PosixClock(solo5);
    }
    return posix;
  }

  /**
   * {@return the sleeper on {@link #monotonic()} by {@code solo5_yield}, the same object on every
   * call}
   */
  public Solo5Sleeper sleeper() {
    return sleeper;
  }
}
