package io.foliot.clock.posix;

import io.foliot.clock.BoundedPosixClock;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import java.nio.file.Path;

/**
 * The clocks of the kernel, each by its own method.
 *
 * <p>A method gives a working clock or throws {@link ClockUnavailableException} with the reason:
 * the errno name, the missing permission, or what the system lacks. A clock that was given keeps
 * working, and is the same object on every call, so that deadlines and sleepers on it belong
 * together. Asking costs milliseconds the first time, so keep the clock. All clocks are safe for
 * use by several threads, allocate nothing per reading and take no lock.
 *
 * <h2>Which one?</h2>
 *
 * <ul>
 *   <li>To measure how long something takes: {@link #monotonic()}.
 *   <li>The same, but time in suspend counts: {@link #boottime()}.
 *   <li>What time it is: {@link #realtime()}.
 *   <li>Cheaper and rougher, by milliseconds: {@link #monotonicCoarse()}, {@link
 *       #realtimeCoarse()}.
 *   <li>The cheapest exact ones, on the processor's cycle counter: {@link #fastest()} for one
 *       thread's own intervals, {@link #ordered()} for all, {@link #fastestRealtime()} and {@link
 *       #orderedRealtime()} for what time it is.
 *   <li>What time it is and how sure that is: {@link #bounded()}; what keeps it right: {@link
 *       ClockDiscipline}.
 *   <li>The clock of a network card or hypervisor: {@link #ptp}.
 *   <li>CPU time instead of time: {@link #processCpu()}, {@link #threadCpu()}, {@link
 *       #threadUserCpu()}.
 * </ul>
 *
 * <h2>Platform support</h2>
 *
 * <p>64-bit Linux, macOS and FreeBSD. Only Linux was run; the constants of the two others were
 * taken from their headers. All clocks but {@link #monotonic()} use {@code java.lang.foreign}: Java
 * 24 and newer print a warning unless the program is started with {@code
 * --enable-native-access=io.foliot.clock.posix} (or {@code ALL-UNNAMED} on the class path), and
 * where native access is denied these clocks are refused.
 *
 * <p>In a Linux time namespace the origins of monotonic and boottime clocks are shifted; the clocks
 * here show the namespace's view, as every program in it sees it.
 */
public final class PosixClocks {
  // Each clock once it was asked for with success; guarded by this class.
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
   * CLOCK_MONOTONIC: time since some point at boot, slewed by NTP, never stepped.
   *
   * <p>On Linux this is {@link System#nanoTime}, which reads that clock and is the fastest way to
   * it. {@code java.lang.foreign} is not loaded, unless {@link MonotonicClock#periodPicos()} is
   * asked. Time in suspend does not count on Linux; on macOS it does; on FreeBSD it is not known.
   *
   * @return the clock
   * @throws ClockUnavailableException on a system other than Linux, macOS and FreeBSD, or where it
   *     cannot be read
   */
  public static synchronized MonotonicClock monotonic() {
    if (monotonic == null) {
      monotonic =
          OperatingSystem.HERE == OperatingSystem.LINUX
              ? JdkMonotonicClock.INSTANCE
              : new KernelMonotonicClock(
                  "posix monotonic",
                  KernelClock.MONOTONIC,
                  OperatingSystem.HERE == OperatingSystem.MACOS
                      ? SuspendBehavior.COUNTS
                      : SuspendBehavior.UNKNOWN);
    }
    return monotonic;
  }

  /**
   * CLOCK_MONOTONIC_RAW: the hardware's own rate, not slewed by NTP. It drifts from real time by
   * the error of the machine's oscillator. Linux: time in suspend does not count. macOS: it does.
   *
   * @return the clock
   * @throws ClockUnavailableException where there is none, such as on FreeBSD
   */
  public static synchronized MonotonicClock monotonicRaw() {
    if (monotonicRaw == null) {
      monotonicRaw =
          new KernelMonotonicClock(
              "posix monotonic-raw",
              KernelClock.MONOTONIC_RAW,
              OperatingSystem.HERE == OperatingSystem.MACOS
                  ? SuspendBehavior.COUNTS
                  : SuspendBehavior.STOPS);
    }
    return monotonicRaw;
  }

  /**
   * CLOCK_MONOTONIC_COARSE: {@link #monotonic()} as it was at the last timer tick, 1 to 10 ms ago,
   * longer on a machine that is held up. Same origin and suspend behaviour.
   *
   * @return the clock
   * @throws ClockUnavailableException where there is none, such as on macOS
   */
  public static synchronized MonotonicClock monotonicCoarse() {
    if (monotonicCoarse == null) {
      monotonicCoarse =
          new KernelMonotonicClock(
              "posix monotonic-coarse",
              KernelClock.MONOTONIC_COARSE,
              OperatingSystem.HERE == OperatingSystem.LINUX
                  ? SuspendBehavior.STOPS
                  : SuspendBehavior.UNKNOWN);
    }
    return monotonicCoarse;
  }

  /**
   * CLOCK_BOOTTIME: like {@link #monotonic()}, but time in suspend counts. Linux only.
   *
   * @return the clock
   * @throws ClockUnavailableException where there is none
   */
  public static synchronized MonotonicClock boottime() {
    if (boottime == null) {
      boottime =
          new KernelMonotonicClock("posix boottime", KernelClock.BOOTTIME, SuspendBehavior.COUNTS);
    }
    return boottime;
  }

  /**
   * CLOCK_REALTIME: the wall clock. Its {@link PosixClock#utcOffsetSeconds()} is what the C library
   * makes of {@code TZ} or {@code /etc/localtime} at that moment.
   *
   * @return the clock
   * @throws ClockUnavailableException where it cannot be read
   */
  public static synchronized PosixClock realtime() {
    if (realtime == null) {
      realtime = new KernelPosixClock("posix realtime", KernelClock.REALTIME, true);
    }
    return realtime;
  }

  /**
   * CLOCK_REALTIME together with its error, as far as {@link ClockDiscipline} knows it: bounded
   * while the clock is synchronised by a daemon that keeps the maximum error, unbounded otherwise.
   * The bounds are the kernel's maximum error, 501 µs for what it adds only once a second, and one
   * second more inside a leap second.
   *
   * @return the clock
   * @throws ClockUnavailableException where the kernel does not tell, such as on macOS
   */
  public static synchronized BoundedPosixClock bounded() {
    if (bounded == null) {
      bounded = KernelBoundedClock.open();
    }
    return bounded;
  }

  /**
   * The clock of a PTP device.
   *
   * @param device path such as {@code /dev/ptp0}
   * @return the clock; close it when it is not needed any more
   * @throws ClockUnavailableException if it cannot be opened or is no PTP clock, with the errno
   *     name
   */
  public static PtpClock ptp(Path device) {
    return PtpClock.open(device);
  }

  /**
   * CLOCK_REALTIME_COARSE: {@link #realtime()} as it was at the last timer tick, 1 to 10 ms ago,
   * longer on a machine that is held up.
   *
   * @return the clock
   * @throws ClockUnavailableException where there is none, such as on macOS
   */
  public static synchronized PosixClock realtimeCoarse() {
    if (realtimeCoarse == null) {
      realtimeCoarse =
          new KernelPosixClock("posix realtime-coarse", KernelClock.REALTIME_COARSE, true);
    }
    return realtimeCoarse;
  }

  /**
   * CLOCK_TAI: International Atomic Time, which knows no leap seconds. <b>Its readings are on the
   * TAI scale</b>, ahead of {@link #realtime()} by TAI-UTC (37 s since 2017). While nobody has told
   * the kernel that number, it is 0 and this clock equals {@link #realtime()}. It is stepped when
   * the wall clock is stepped.
   *
   * @return the clock; it has no UTC offset
   * @throws ClockUnavailableException where there is none, such as on macOS
   */
  public static synchronized PosixClock tai() {
    if (tai == null) {
      tai = new KernelPosixClock("posix tai", KernelClock.TAI, false);
    }
    return tai;
  }

  /**
   * CLOCK_PROCESS_CPUTIME_ID: CPU time used by all threads of this process, in user mode and in the
   * kernel. CPU time, not time: it stands still while the process waits, and runs faster than time
   * on several processors.
   *
   * @return the clock
   * @throws ClockUnavailableException where it cannot be read
   */
  public static synchronized MonotonicClock processCpu() {
    if (processCpu == null) {
      processCpu = new ProcessCpuClock();
    }
    return processCpu;
  }

  /**
   * CLOCK_THREAD_CPUTIME_ID: CPU time used by the calling thread, in user mode and in the kernel.
   * On a virtual thread it is that of its carrier.
   *
   * @return the clock
   * @throws ClockUnavailableException where it cannot be read
   */
  public static synchronized ThreadClock threadCpu() {
    if (threadCpu == null) {
      threadCpu = new KernelThreadClock("posix thread-cpu", KernelClock.THREAD_CPU);
    }
    return threadCpu;
  }

  /**
   * User-mode CPU time of the calling thread, by {@code getrusage(RUSAGE_THREAD)}, in microseconds.
   * Linux and FreeBSD. On a virtual thread it is that of its carrier.
   *
   * @return the clock
   * @throws ClockUnavailableException where it cannot be read, such as on macOS
   */
  public static synchronized ThreadClock threadUserCpu() {
    if (threadUserCpu == null) {
      threadUserCpu = ThreadUserClock.open();
    }
    return threadUserCpu;
  }

  /**
   * CLOCK_MONOTONIC computed from the processor's cycle counter, without a system call and without
   * holding the processor up: for <b>one thread's own intervals</b>. The counter may be read before
   * earlier instructions have finished, so readings of two threads must not be compared; those of
   * {@link #ordered()} can be.
   *
   * <p>Works where the kernel itself reads time from the counter in user space: clock source {@code
   * tsc}, {@code kvm-clock}, {@code xen} or {@code hyperv_clocksource_tsc_page} on x86-64, {@code
   * arch_sys_counter} on AArch64. Refused with the reason elsewhere. What it promises after a
   * suspend, a restore or a migration is said at {@link #ordered()}.
   *
   * @return the clock
   * @throws ClockUnavailableException where there is no such counter, it must not be read, native
   *     access is denied, or memory cannot be made executable
   */
  public static ThreadClock fastest() {
    return FastestClock.open();
  }

  /**
   * CLOCK_MONOTONIC computed from the processor's cycle counter, which is read after all earlier
   * loads: readings are ordered between threads as the {@link MonotonicClock} contract says.
   *
   * <p>The threads that read the clock take a sample of CLOCK_MONOTONIC at least every 3.2 ms,
   * which costs about a microsecond; after a longer silence the first reading takes one. While the
   * kernel's rate is steady, readings stay within 1 µs of CLOCK_MONOTONIC.
   *
   * <p>After a suspend, a migration or a restore the next sample decides, at the latest 3.2 ms
   * after the event. Readings never go back, with one exception: if a restore sets the counter back
   * without notice by less than 3.2 ms, readings go back by as much. If CLOCK_MONOTONIC itself was
   * set back by more than 8 ms, this clock goes on where it was, with another origin; less is made
   * up for at half speed.
   *
   * <p>If kernel or hypervisor give up the counter, this clock reads the kernel's from then on.
   *
   * @return the clock
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static MonotonicClock ordered() {
    return OrderedClock.open();
  }

  /**
   * CLOCK_REALTIME computed from the processor's cycle counter as by {@link #fastest()}. A step of
   * the wall clock shows after at most 3.2 ms; slews are followed as by {@link #ordered()}.
   *
   * @return the clock
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static PosixClock fastestRealtime() {
    return CounterPosixClock.fastest();
  }

  /**
   * CLOCK_REALTIME computed from the processor's cycle counter as by {@link #ordered()}: a thread
   * that has seen what another wrote after reading this clock reads no less, but for steps of the
   * wall clock, and of the counter, of more than 50 µs.
   *
   * @return the clock
   * @throws ClockUnavailableException as for {@link #fastest()}
   */
  public static PosixClock orderedRealtime() {
    return CounterPosixClock.ordered();
  }
}
