package io.foliot.clock.xen.linux;

import io.foliot.clock.xen.SharedPage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The page of {@link PvclockPage}, read in place. There is one in a process and it never moves, so
 * its address is a constant: the compiler then makes one instruction of a load, which halves the
 * price of a reading.
 *
 * <p>To be touched only after {@link PvclockPage#find} has found the page of this process.
 */
final class KernelPage implements SharedPage {
  static final KernelPage INSTANCE = new KernelPage();

  private static final MemorySegment PAGE =
      SegmentPage.at(PvclockPage.find("hypervisor time", GuestKernel.THIS)).segment();
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

  private KernelPage() {}

  @Override
  public int loadInt(int offset) {
    return (int) INT.getAcquire(PAGE, (long) offset);
  }

  @Override
  public long loadLong(int offset) {
    return (long) LONG.getAcquire(PAGE, (long) offset);
  }
}
