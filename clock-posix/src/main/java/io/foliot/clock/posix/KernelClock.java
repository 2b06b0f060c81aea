package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;

/**
 * The kernel's clocks and their numbers, one column per system. {@link #NONE} means that the system
 * has no such clock.
 *
 * <p>Sources: Linux {@code include/uapi/linux/time.h}; macOS {@code time.h} of the SDK; FreeBSD
 * {@code sys/_clock_id.h} (CLOCK_TAI from 15.0 on). The Linux column is run by the tests; the two
 * others are not.
 */
enum KernelClock {
  REALTIME("CLOCK_REALTIME", 0, 0, 0),
  MONOTONIC("CLOCK_MONOTONIC", 1, 6, 4),
  PROCESS_CPU("CLOCK_PROCESS_CPUTIME_ID", 2, 12, 15),
  THREAD_CPU("CLOCK_THREAD_CPUTIME_ID", 3, 16, 14),
  MONOTONIC_RAW("CLOCK_MONOTONIC_RAW", 4, 4, KernelClock.NONE),
  REALTIME_COARSE("CLOCK_REALTIME_COARSE", 5, KernelClock.NONE, 10),
  MONOTONIC_COARSE("CLOCK_MONOTONIC_COARSE", 6, KernelClock.NONE, 12),
  BOOTTIME("CLOCK_BOOTTIME", 7, KernelClock.NONE, KernelClock.NONE),
  TAI("CLOCK_TAI", 11, KernelClock.NONE, 16);

  static final int NONE = -1;

  private final String constant;
  private final int linux;
  private final int macos;
  private final int freebsd;

  KernelClock(String constant, int linux, int macos, int freebsd) {
    this.constant = constant;
    this.linux = linux;
    this.macos = macos;
    this.freebsd = freebsd;
  }

  /** The constant's name in C. */
  String constant() {
    return constant;
  }

  /** The clock's number on a system, or {@link #NONE}. */
  int idOn(OperatingSystem system) {
    return switch (system) {
      case LINUX -> linux;
      case MACOS -> macos;
      case FREEBSD -> freebsd;
      case OTHER -> NONE;
    };
  }

  /**
   * The clock's number here.
   *
   * @throws ClockUnavailableException if this system has no such clock
   */
  int id(String name) {
    int id = idOn(OperatingSystem.HERE);
    if (id == NONE) {
      throw new ClockUnavailableException(
          name,
          OperatingSystem.HERE
              + " has no "
              + constant
              + "; the clocks of io.foliot.clock.Clocks work on every system");
    }
    return id;
  }
}
