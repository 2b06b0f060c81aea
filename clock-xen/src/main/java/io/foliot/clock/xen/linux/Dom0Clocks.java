package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.posix.ProcessorCounter;
import io.foliot.clock.posix.kernel.KernelFiles;
import io.foliot.clock.posix.kernel.VdsoPage;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.SharedPage;
import io.foliot.clock.xen.VcpuTimeInfo;
import io.foliot.clock.xen.XenClocks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Xen's wall clock, for a program in the control domain (dom0).
 *
 * <p>In other Linux guests of Xen or KVM use {@code PosixClocks} of the module clock-posix: the
 * kernel reads the hypervisor's pages itself, and NTP steers its clocks.
 *
 * <p>Tested on Xen 4.17 with Linux 6.1 as dom0, on x86-64, under emulation.
 */
public final class Dom0Clocks {
  private static final String WALL = "wall clock of Xen";

  private static PosixClock wall;

  private Dom0Clocks() {}

  /**
   * {@return the wall clock that Xen keeps for dom0} It follows at once when the host's wall clock
   * is set. Every call returns the same object; the first one maps {@code shared_info}. Safe for
   * use by several threads.
   *
   * @throws ClockUnavailableException with the reason: not Linux on x86-64, not Xen, not root in
   *     dom0, a clock source of the kernel other than {@code xen}, no stable TSC, or no native
   *     access
   */
  public static synchronized PosixClock wall() {
    if (wall == null) {
      wall = open();
    }
    return wall;
  }

  private static PosixClock open() {
    KernelFiles kernel = KernelFiles.CURRENT;
    SharedPage sharedInfo = new SegmentPage(Privcmd.mapSharedInfo(WALL, kernel));
    SharedPage time = new SegmentPage(VdsoPage.PVCLOCK.find(WALL, kernel));
    requireStableTsc(VcpuTimeInfo.read(time, 0));
    return XenClocks.posix(
        sharedInfo,
        SharedInfoLayout.X86_64,
        XenClocks.monotonic(time, 0, ProcessorCounter.ordered()));
  }

  /**
   * The kernel maps the page of virtual CPU 0; with a stable TSC it is right for the others too.
   */
  static void requireStableTsc(VcpuTimeInfo info) {
    if (!info.tscStable()) {
      throw new ClockUnavailableException(
          WALL, "Xen does not set TSC_STABLE (" + info + "); use PosixClocks.realtime()");
    }
  }

  private record SegmentPage(MemorySegment segment) implements SharedPage {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    @Override
    public int loadInt(int offset) {
      return (int) INT.getAcquire(segment, (long) offset);
    }

    @Override
    public long loadLong(int offset) {
      return (long) LONG.getAcquire(segment, (long) offset);
    }
  }
}
