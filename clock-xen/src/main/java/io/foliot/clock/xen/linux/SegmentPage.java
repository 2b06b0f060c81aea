package io.foliot.clock.xen.linux;

import io.foliot.clock.xen.SharedPage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** A page that is mapped into this process for as long as the process lives. */
record SegmentPage(MemorySegment segment) implements SharedPage {
  static final long BYTES = 4096;

  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

  /** The page at an address that is known to be readable and to stay so. */
  @SuppressWarnings("restricted")
  static SegmentPage at(long address) {
    return new SegmentPage(MemorySegment.ofAddress(address).reinterpret(BYTES));
  }

  @Override
  public int loadInt(int offset) {
    return (int) INT.getAcquire(segment, (long) offset);
  }

  @Override
  public long loadLong(int offset) {
    return (long) LONG.getAcquire(segment, (long) offset);
  }
}
