package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.SuspendBehavior;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** System time from {@code vcpu_time_info}, one structure for each virtual CPU. */
final class VcpuClock implements SystemTime {
  private final SharedPage page;
  private final int[] offsets;
  private final IntSupplier currentVcpu;
  private final CycleCounter counter;
  private final Floor floor = new Floor();
  private final long periodPicos;

  VcpuClock(SharedPage page, int[] offsets, IntSupplier currentVcpu, CycleCounter counter) {
    if (offsets.length == 0) {
      throw new IllegalArgumentException("no offsets: give one for each virtual CPU");
    }
    for (int vcpu = 0; vcpu < offsets.length; vcpu++) {
      checkUsable(page, offsets[vcpu], vcpu);
    }
    this.page = page;
    // Not clone(): TeaVM 0.15 copies twice the bytes of an int[] then, over what lies behind it.
    this.offsets = Arrays.copyOf(offsets, offsets.length);
    this.currentVcpu = currentVcpu;
    this.counter = counter;
    this.periodPicos = VcpuTimeInfo.read(page, offsets[0]).periodPicos();
  }

  private static void checkUsable(SharedPage page, int offset, int vcpu) {
    String reason;
    try {
      reason = VcpuTimeInfo.read(page, offset).unusable();
    } catch (IllegalStateException neverWhole) {
      reason = neverWhole.getMessage();
    }
    if (reason != null) {
      throw new ClockUnavailableException("system time of virtual CPU " + vcpu, reason);
    }
  }

  @Override
  public long elapsedNanos() {
    for (int starts = 0; ; starts++) {
      int vcpu = currentVcpu.getAsInt();
      int at = offsets[vcpu];
      int version = page.loadInt(at + VcpuTimeInfo.VERSION);
      long counterStamp = page.loadLong(at + VcpuTimeInfo.COUNTER_STAMP);
      long systemTime = page.loadLong(at + VcpuTimeInfo.SYSTEM_TIME);
      int multiplier = page.loadInt(at + VcpuTimeInfo.MULTIPLIER);
      int shiftAndFlags = page.loadInt(at + VcpuTimeInfo.SHIFT_AND_FLAGS);
      long ticks = counter.read();
      if (!VersionLock.beingWritten(version)
          && page.loadInt(at + VcpuTimeInfo.VERSION) == version
          && currentVcpu.getAsInt() == vcpu) {
        long nanos = VcpuTimeInfo.nanos(ticks, counterStamp, systemTime, multiplier, shiftAndFlags);
        return (shiftAndFlags & VcpuTimeInfo.TSC_STABLE) != 0 ? nanos : floor.raise(nanos);
      }
      VersionLock.checkStarts(starts, "vcpu_time_info");
    }
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }
}
