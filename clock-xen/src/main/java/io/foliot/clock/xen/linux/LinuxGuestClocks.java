package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.xen.CycleCounter;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.SharedPage;
import io.foliot.clock.xen.VcpuTimeInfo;
import io.foliot.clock.xen.XenClocks;

/**
 * The hypervisor's clocks, for a program in a Linux guest of Xen or KVM on x86-64. No driver, no
 * agent and (but for {@link #posix()}) no privilege is needed: the kernel maps the hypervisor's
 * page into every process.
 *
 * <p>Asking for a clock is slow the first time (java.lang.foreign is loaded, the page is looked
 * for); ask once and keep the clock. The clocks are safe for use by any number of threads.
 *
 * <h2>Platform support</h2>
 *
 * <ul>
 *   <li>The rate is the hypervisor's. NTP in the guest does not slew it, so it may drift from
 *       CLOCK_MONOTONIC by some parts per million.
 *   <li>When the guest is resumed on another host, or from a saved state, the clock goes on where
 *       it was, as CLOCK_MONOTONIC does. A jump of less than a millisecond plus 0.2 % of the time
 *       since the host's last update is not noticed.
 *   <li>If the host withdraws its promise of a stable TSC while the clock is in use, readings still
 *       do not go backwards, but may be off by what the counters of the processors differ.
 *   <li>Run on: Xen 4.17 with Linux 6.1 as dom0 (under emulation), and KVM with Linux 6.18.
 * </ul>
 */
public final class LinuxGuestClocks {
  private static final String ORDERED = "hypervisor time, ordered";
  private static final String FASTEST = "hypervisor time, unordered";
  private static final String WALL = "wall clock of Xen";

  private LinuxGuestClocks() {}

  /**
   * Hypervisor time whose readings can be compared between threads.
   *
   * @return a clock on the page that the kernel maps
   * @throws ClockUnavailableException with the reason: not Linux on x86-64, bare metal or another
   *     hypervisor, page not mapped or not filled in, TSC not stable, native access denied
   */
  public static MonotonicClock ordered() {
    return open(ORDERED, GuestKernel.THIS, true);
  }

  /**
   * Hypervisor time at half the price, for intervals that one thread measures itself. The processor
   * may read its counter before earlier loads: between threads, a later reading may be below an
   * earlier one by some nanoseconds.
   *
   * @return a clock on the page that the kernel maps
   * @throws ClockUnavailableException as for {@link #ordered()}
   */
  public static ThreadClock fastest() {
    return new GuestThreadClock(open(FASTEST, GuestKernel.THIS, false));
  }

  /**
   * The wall clock that Xen keeps for this guest, the control domain. It follows at once when the
   * wall clock of the host is set.
   *
   * @return a clock on {@code shared_info}, which this call maps
   * @throws ClockUnavailableException with the reason: as for {@link #ordered()}, and not Xen, or
   *     not root in the control domain
   */
  public static PosixClock posix() {
    GuestKernel kernel = GuestKernel.THIS;
    SegmentPage sharedInfo = ControlDomain.mapSharedInfo(WALL, kernel);
    MonotonicClock systemTime = XenClocks.monotonic(page(WALL, kernel), 0, counter(WALL, true));
    return XenClocks.posix(sharedInfo, SharedInfoLayout.X86_64, systemTime);
  }

  private static GuestClock open(String name, GuestKernel kernel, boolean isOrdered) {
    return new GuestClock(page(name, kernel), counter(name, isOrdered), System::nanoTime);
  }

  /** The page is virtual CPU 0's; only a stable TSC makes it right for the others. */
  private static SharedPage page(String name, GuestKernel kernel) {
    PvclockPage.find(name, kernel);
    VcpuTimeInfo info = VcpuTimeInfo.read(KernelPage.INSTANCE, 0);
    if (!info.stable()) {
      throw new ClockUnavailableException(
          name,
          "the hypervisor does not promise a stable TSC (" + info + "); use the kernel's clocks");
    }
    return KernelPage.INSTANCE;
  }

  private static CycleCounter counter(String name, boolean isOrdered) {
    try {
      return isOrdered
          ? io.foliot.clock.posix.CycleCounter.ordered()::read
          : io.foliot.clock.posix.CycleCounter.unordered()::read;
    } catch (ClockUnavailableException refusal) {
      throw new ClockUnavailableException(name, refusal.reason(), refusal);
    }
  }
}
