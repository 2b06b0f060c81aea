package io.foliot.clock.posix;

import io.foliot.clock.BoundedPosixClock;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.kernel.OperatingSystem;
import java.nio.file.Path;

/**
 * The clocks of the kernel.
 *
 * <p>Each method returns a working clock, or throws {@link ClockUnavailableException} with the
 * reason: an errno name, a missing permission, or a missing feature of the system. A clock keeps
 * working once returned, and every call returns the same object, so deadlines and sleepers on it
 * fit together. The first call takes milliseconds, so keep the clock. All clocks are safe for use
 * by several threads; readings allocate nothing and take no lock.
 *
 * <h2>Choosing a clock</h2>
 *
 * <ul>
 *   <li>Elapsed time: {@link #monotonic()}.
 *   <li>Elapsed time, including suspend: {@link #boottime()}.
 *   <li>Wall-clock time: {@link #realtime()}.
 *   <li>Cheaper, but behind by milliseconds: {@link #monotonicCoarse()}, {@link #realtimeCoarse()}.
 *   <li>Cheaper and exact, from the processor's cycle counter: {@link #fastest()} for intervals
 *       within one thread, {@link #ordered()} across threads, {@link #fastestRealtime()} and {@link
 *       #orderedRealtime()} for wall-clock time.
 *   <li>Wall-clock time with its error: {@link #bounded()}. How it is synchronized: {@link
 *       ClockDiscipline}.
 *   <li>The clock of a network card or hypervisor: {@link #ptp}.
 *   <li>CPU time: {@link #processCpu()}, {@link #threadCpu()}, {@link #threadUserCpu()}.
 * </ul>
 *
 * <h2>Platform support</h2>
 *
 * <p>64-bit Linux, macOS and FreeBSD. Only Linux is tested; the constants of the other two come
 * from their headers. All clocks except {@link #monotonic()} use {@code java.lang.foreign}: Java 24
 * and newer print a warning unless the program is started with {@code
 * --enable-native-access=io.foliot.clock.posix} ({@code ALL-UNNAMED} on the class path). Where
 * native access is denied, these clocks are refused.
 *
 * <p>In a Linux time namespace the monotonic and boottime clocks have shifted origins, as for every
 * program in it.
 */
public final class PosixClocks {
  // Created on first use; guarded by this class.
  private static MonotonicClock monotonic;
  private static MonotonicClock monotonicRaw;
  private static MonotonicClock monotonicCoarse;
  private static MonotonicClock boottime;
  private static PosixClock realtime;
  private static BoundedPosixClock bounded;
  private static PosixClock realtimeCoarse;
  private static PosixClock tai;
  private static MonotonicClock processCpu;
  private static ThreadClock threadCpu;
  private static ThreadClock threadUserCpu;

  private PosixClocks() {}

  /**
   * {@return CLOCK_MONOTONIC: time since about boot, slewed by NTP, never stepped}
   *
   * <p>On Linux this is {@link System#nanoTime}, the fastest way to read that clock; only {@link
   * MonotonicClock#periodPicos()} loads {@code java.lang.foreign}. Time in suspend does not count
   * on Linux, counts on macOS, and may or may not on FreeBSD.
   *
   * @throws ClockUnavailableException on a system other than Linux, macOS and FreeBSD, or if the
   *     clock cannot be read
   */
  public static synchronized MonotonicClock monotonic() {
    if (monotonic == null) {
      monotonic =
          OperatingSystem.CURRENT == OperatingSystem.LINUX
              ? JdkMonotonicClock.INSTANCE
              : new KernelMonotonicClock(
                  "posix monotonic",
                  ClockId.MONOTONIC,
                  OperatingSystem.CURRENT == OperatingSystem.MACOS
                      ? SuspendBehavior.COUNTS
                      : SuspendBehavior.UNKNOWN);
    }
    return monotonic;
  }

  /**
   * {@return CLOCK_MONOTONIC_RAW: time since about boot at the rate of the hardware, not slewed by
   * NTP} It drifts by the error of the machine's oscillator. Time in suspend does not count on
   * Linux, and counts on macOS.
   *
   * @throws ClockUnavailableException if the system has no such clock, like FreeBSD
   */
  public static synchronized MonotonicClock monotonicRaw() {
    if (monotonicRaw == null) {
      monotonicRaw =
          new KernelMonotonicClock(
              "posix monotonic-raw",
              ClockId.MONOTONIC_RAW,
              OperatingSystem.CURRENT == OperatingSystem.MACOS
                  ? SuspendBehavior.COUNTS
                  : SuspendBehavior.STOPS);
    }
    return monotonicRaw;
  }

  /**
   * {@return CLOCK_MONOTONIC_COARSE: {@link #monotonic()} at the last timer tick, 1 to 10 ms ago,
   * or longer on a stalled machine}
   *
   * @throws ClockUnavailableException if the system has no such clock, like macOS
   */
  public static synchronized MonotonicClock monotonicCoarse() {
    if (monotonicCoarse == null) {
      monotonicCoarse =
          new KernelMonotonicClock(
              "posix monotonic-coarse",
              ClockId.MONOTONIC_COARSE,
              OperatingSystem.CURRENT == OperatingSystem.LINUX
                  ? SuspendBehavior.STOPS
                  : SuspendBehavior.UNKNOWN);
    }
    return monotonicCoarse;
  }

  /**
   * {@return CLOCK_BOOTTIME: like {@link #monotonic()}, but time in suspend counts} Linux only.
   *
   * @throws ClockUnavailableException if the system has no such clock
   */
  public static synchronized MonotonicClock boottime() {
    if (boottime == null) {
      boottime =
          new KernelMonotonicClock("posix boottime", ClockId.BOOTTIME, SuspendBehavior.COUNTS);
    }
    return boottime;
  }

  /**
   * {@return CLOCK_REALTIME: the wall clock} Its {@link PosixClock#utcOffsetSeconds()} comes from
   * the C library, which reads {@code TZ} or {@code /etc/localtime} on every call.
   *
   * @throws ClockUnavailableException if the clock cannot be read
   */
  public static synchronized PosixClock realtime() {
    if (realtime == null) {
      realtime = new KernelPosixClock("posix realtime", ClockId.REALTIME, true);
    }
    return realtime;
  }

  /**
   * {@return CLOCK_REALTIME with its error} Readings are bounded while a daemon synchronizes the
   * clock and maintains the maximum error, and unbounded otherwise. The bound is the kernel's
   * maximum error (see {@link ClockDiscipline}), plus 501 µs for what the kernel adds only once a
   * second, plus one second in a leap second.
   *
   * @throws ClockUnavailableException if the system has no {@code adjtimex}, like macOS
   */
  public static synchronized BoundedPosixClock bounded() {
    if (bounded == null) {
      bounded = KernelBoundedClock.open();
    }
    return bounded;
  }

  /**
   * Opens the clock of a PTP device.
   *
   * @param device path such as {@code /dev/ptp0}
   * @return the clock; close it after use
   * @throws ClockUnavailableException with the errno name if the device cannot be opened or is not
   *     a PTP clock
   */
  public static PtpClock ptp(Path device) {
    return PtpClock.open(device);
  }

  /**
   * {@return CLOCK_REALTIME_COARSE: {@link #realtime()} at the last timer tick, 1 to 10 ms ago, or
   * longer on a stalled machine}
   *
   * @throws ClockUnavailableException if the system has no such clock, like macOS
   */
  public static synchronized PosixClock realtimeCoarse() {
    if (realtimeCoarse == null) {
      realtimeCoarse = new KernelPosixClock("posix realtime-coarse", ClockId.REALTIME_COARSE, true);
    }
    return realtimeCoarse;
  }

  /**
   * {@return CLOCK_TAI: International Atomic Time, which has no leap seconds} <b>Readings are on
   * the TAI scale</b>, ahead of {@link #realtime()} by TAI-UTC (37 s since 2017). Until a daemon
   * sets TAI-UTC in the kernel, it is 0 and this clock equals {@link #realtime()}. The clock steps
   * with the wall clock, and has no UTC offset.
   *
   * @throws ClockUnavailableException if the system has no such clock, like macOS
   */
  public static synchronized PosixClock tai() {
    if (tai == null) {
      tai = new KernelPosixClock("posix tai", ClockId.TAI, false);
    }
    return tai;
  }

  /**
   * {@return CLOCK_PROCESS_CPUTIME_ID: CPU time of all threads of this process, in user and kernel
   * mode} It stands still while the process waits, and runs faster than real time on several
   * processors.
   *
   * @throws ClockUnavailableException if the clock cannot be read
   */
  public static synchronized MonotonicClock processCpu() {
    if (processCpu == null) {
      processCpu = new ProcessCpuClock();
    }
    return processCpu;
  }

  /**
   * {@return CLOCK_THREAD_CPUTIME_ID: CPU time of the calling thread, in user and kernel mode} On a
   * virtual thread it is that of the carrier.
   *
   * @throws ClockUnavailableException if the clock cannot be read
   */
  public static synchronized ThreadClock threadCpu() {
    if (threadCpu == null) {
      threadCpu = new KernelThreadClock("posix thread-cpu", ClockId.THREAD_CPU);
    }
    return threadCpu;
  }

  /**
   * {@return user-mode CPU time of the calling thread, by {@code getrusage(RUSAGE_THREAD)}, to the
   * microsecond} On a virtual thread it is that of the carrier. Linux and FreeBSD.
   *
   * @throws ClockUnavailableException if the system has no {@code RUSAGE_THREAD}, like macOS
   */
  public static synchronized ThreadClock threadUserCpu() {
    if (threadUserCpu == null) {
      threadUserCpu = ThreadUserClock.open();
    }
    return threadUserCpu;
  }

  /**
   * {@return CLOCK_MONOTONIC computed from the processor's cycle counter, for <b>intervals within
   * one thread</b>} The processor may read the counter before earlier instructions finish, so do
   * not compare readings of different threads; use {@link #ordered()} for that, which also
   * describes suspend, restore and migration.
   *
   * <p>Works where the kernel's vDSO reads time from the counter: clock source {@code tsc}, {@code
   * kvm-clock}, {@code xen} or {@code hyperv_clocksource_tsc_page} on x86-64, {@code
   * arch_sys_counter} on AArch64.
   *
   * @throws ClockUnavailableException if the counter cannot be trusted or read, native access is
   *     denied, or memory cannot be made executable
   */
  public static ThreadClock fastest() {
    return CounterClocks.fastest();
  }

  /**
   * {@return CLOCK_MONOTONIC computed from the processor's cycle counter, read after all earlier
   * loads} Readings are ordered between threads as {@link MonotonicClock} specifies.
   *
   * <p>The threads that read the clock sample CLOCK_MONOTONIC at least every 3.2 ms, which takes
   * about a microsecond; after a longer silence the first reading takes a sample. While the
   * kernel's rate is steady, readings stay within 1 µs of CLOCK_MONOTONIC.
   *
   * <p>After a suspend, migration or restore, the clock is corrected by the next sample, at most
   * 3.2 ms later. Readings never go back, with one exception: if a restore sets the counter back by
   * less than 3.2 ms without notice, readings go back by as much. If CLOCK_MONOTONIC itself is set
   * back by up to 8 ms, this clock runs at half speed until the two meet; if by more, it continues
   * at full speed with another origin.
   *
   * <p>If the kernel or hypervisor stops trusting the counter, this clock reads the kernel's from
   * then on.
   *
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static MonotonicClock ordered() {
    return CounterClocks.ordered();
  }

  /**
   * {@return CLOCK_REALTIME computed from the processor's cycle counter, read as by {@link
   * #fastest()}} It follows a step of the wall clock within 3.2 ms, and a slew as {@link
   * #ordered()} does.
   *
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static PosixClock fastestRealtime() {
    return CounterClocks.fastestRealtime();
  }

  /**
   * {@return CLOCK_REALTIME computed from the processor's cycle counter, read as by {@link
   * #ordered()}} A thread that has seen what another wrote after reading this clock reads no less,
   * unless the wall clock or the counter is stepped by more than 50 µs in between.
   *
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static PosixClock orderedRealtime() {
    return CounterClocks.orderedRealtime();
  }
}
