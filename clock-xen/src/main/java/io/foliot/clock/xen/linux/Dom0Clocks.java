package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.posix.ProcessorCounter;
import io.foliot.clock.posix.kernel.KernelFiles;
import io.foliot.clock.posix.kernel.VdsoPage;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.VcpuTimeInfo;
import io.foliot.clock.xen.XenClocks;

/**
 * What Xen tells a program in its control domain (dom0) and Linux does not: Xen's own wall clock.
 *
 * <p>For time in a Linux guest of Xen or KVM, use {@code PosixClocks} of the module clock-posix:
 * the kernel reads the hypervisor's pages itself, and its clocks are steered by NTP.
 *
 * <p>Run on Xen 4.17 with Linux 6.1 as dom0, on x86-64, under emulation.
 */
public final class Dom0Clocks {
  private static final String WALL = "wall clock of Xen";

  private static PosixClock wall;

  private Dom0Clocks() {}

  /**
   * The wall clock that Xen keeps for this guest, the control domain. It follows at once when the
   * wall clock of the host is set.
   *
   * @return the same object on every call: a clock on {@code shared_info}, which the first call
   *     maps; safe for any number of threads
   * @throws ClockUnavailableException with the reason: not Linux on x86-64, not Xen, not root in
   *     the control domain, the kernel's clock source is not {@code xen}, TSC not stable, or native
   *     access denied
   */
  public static synchronized PosixClock wall() {
    if (wall == null) {
      wall = open();
    }
    return wall;
  }

  private static PosixClock open() {
    KernelFiles kernel = KernelFiles.HERE;
    SegmentPage sharedInfo = ControlDomain.mapSharedInfo(WALL, kernel);
    SegmentPage time = SegmentPage.at(VdsoPage.PVCLOCK.find(WALL, kernel));
    VcpuTimeInfo info = VcpuTimeInfo.read(time, 0);
    if (!info.stable()) {
      // The page is virtual CPU 0's; only a stable TSC makes it right for the others.
      throw new ClockUnavailableException(
          WALL, "the hypervisor does not promise a stable TSC (" + info + ")");
    }
    return XenClocks.posix(
        sharedInfo,
        SharedInfoLayout.X86_64,
        XenClocks.monotonic(time, 0, ProcessorCounter.ordered()));
  }
}
