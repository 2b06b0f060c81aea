package io.foliot.clock.solo5;

import io.foliot.clock.ClockUnavailableException;
import java.nio.file.Path;

/**
 * The clocks of Solo5 on a JVM: the door to this package.
 *
 * <p>Safe for use by several threads if the functions are. The first use of {@code
 * java.lang.foreign} in a JVM costs some 0.3 s. Native access must be allowed: {@code
 * --enable-native-access=io.foliot.clock.solo5}, or {@code ALL-UNNAMED} on the class path.
 */
public final class Solo5Clocks {
  private final Solo5 solo5;
  private final Solo5MonotonicClock monotonic;
  private final Solo5Sleeper sleeper;

  /** Made when it is first asked for, because it may be refused; guarded by this. */
  private Solo5PosixClock posix;

  private Solo5Clocks(Solo5 solo5, Solo5Target target) {
    this.solo5 = solo5;
    this.monotonic = new Solo5MonotonicClock(solo5, target);
    this.sleeper = new Solo5Sleeper(solo5, monotonic);
  }

  /**
   * The clocks on any implementation of the functions.
   *
   * @param solo5 the functions
   * @param target the kind of host
   * @return its clocks
   */
  public static Solo5Clocks of(Solo5 solo5, Solo5Target target) {
    return new Solo5Clocks(solo5, target);
  }

  /**
   * The clocks on the functions that a shared library exports. The library is never unloaded.
   *
   * @param library file of the library
   * @param target the kind of host
   * @return its clocks
   * @throws ClockUnavailableException if the file cannot be loaded or lacks one of the functions,
   *     or if native access is denied
   */
  public static Solo5Clocks library(Path library, Solo5Target target) {
    return new Solo5Clocks(Solo5Library.of(library), target);
  }

  /**
   * The clocks on the functions that the running process exports, as under Solo5 itself or with a
   * library that was preloaded.
   *
   * @param target the kind of host
   * @return its clocks
   * @throws ClockUnavailableException if the process exports no such functions, or if native access
   *     is denied
   */
  public static Solo5Clocks inProcess(Solo5Target target) {
    return new Solo5Clocks(Solo5Library.inProcess(), target);
  }

  /**
   * The functions that the clocks read.
   *
   * @return the same object on every call
   */
  public Solo5 solo5() {
    return solo5;
  }

  /**
   * The monotonic clock.
   *
   * @return a clock on {@code solo5_clock_monotonic}, the same object on every call
   */
  public Solo5MonotonicClock monotonic() {
    return monotonic;
  }

  /**
   * The wall clock.
   *
   * @return a clock on {@code solo5_clock_wall}, the same object on every call
   * @throws ClockUnavailableException if the target has no wall clock time
   */
  public synchronized Solo5PosixClock posix() {
    if (posix == null) {
      posix = new Solo5PosixClock(solo5);
    }
    return posix;
  }

  /**
   * A sleeper.
   *
   * @return a sleeper on {@link #monotonic()} with {@code solo5_yield}, the same object on every
   *     call
   */
  public Solo5Sleeper sleeper() {
    return sleeper;
  }
}
