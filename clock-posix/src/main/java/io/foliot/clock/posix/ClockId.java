package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.OperatingSystem;

/**
 * The kernel's clocks and their {@code clockid_t} on each system.
 *
 * <p>Sources: Linux {@code include/uapi/linux/time.h}; macOS {@code time.h} of the SDK; FreeBSD
 * {@code sys/_clock_id.h} (CLOCK_TAI from 15.0 on). The tests cover the Linux column only.
 */
enum ClockId {
  REALTIME("CLOCK_REALTIME", 0, 0, 0),
  MONOTONIC("CLOCK_MONOTONIC", 1, 6, 4),
  PROCESS_CPU("CLOCK_PROCESS_CPUTIME_ID", 2, 12, 15),
  THREAD_CPU("CLOCK_THREAD_CPUTIME_ID", 3, 16, 14),
  MONOTONIC_RAW("CLOCK_MONOTONIC_RAW", 4, 4, ClockId.NONE),
  REALTIME_COARSE("CLOCK_REALTIME_COARSE", 5, ClockId.NONE, 10),
  MONOTONIC_COARSE("CLOCK_MONOTONIC_COARSE", 6, ClockId.NONE, 12),
  BOOTTIME("CLOCK_BOOTTIME", 7, ClockId.NONE, ClockId.NONE),
  TAI("CLOCK_TAI", 11, ClockId.NONE, 16);

  /** The system has no such clock. */
  static final int NONE = -1;

  private final String constant;
  private final int linux;
  private final int macos;
  private final int freebsd;

  ClockId(String constant, int linux, int macos, int freebsd) {
    this.constant = constant;
    this.linux = linux;
    this.macos = macos;
    this.freebsd = freebsd;
  }

  /** {@return the clock's number on a system, or {@link #NONE}} */
  int on(OperatingSystem system) {
    return switch (system) {
      case LINUX -> linux;
      case MACOS -> macos;
      case FREEBSD -> freebsd;
      case OTHER -> NONE;
    };
  }

  /**
   * {@return the clock's number on this system}
   *
   * @param clock name for the refusal
   * @throws ClockUnavailableException if this system has no such clock
   */
  int require(String clock) {
    return require(clock, OperatingSystem.CURRENT);
  }

  int require(String clock, OperatingSystem system) {
    int id = on(system);
    if (id == NONE) {
      throw new ClockUnavailableException(
          clock, system + " has no " + constant + "; Clocks.installed() works on every system");
    }
    return id;
  }
}
