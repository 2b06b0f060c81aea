package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.CycleCounter;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** System time from {@code vcpu_time_info}, one structure for each virtual CPU. */
final class VcpuClock extends SystemTimeClock {
  private final SharedPage page;
  private final int[] offsets;
  private final IntSupplier currentVcpu;
  private final CycleCounter counter;
  private final long periodPicos;

  private VcpuClock(
      SharedPage page,
      int[] offsets,
      IntSupplier currentVcpu,
      CycleCounter counter,
      VcpuTimeInfo first) {
    super(first.systemTime());
    this.page = page;
    this.offsets = offsets;
    this.currentVcpu = currentVcpu;
    this.counter = counter;
    this.periodPicos = first.periodPicos();
  }

  static VcpuClock of(
      SharedPage page, int[] offsets, IntSupplier currentVcpu, CycleCounter counter) {
    if (offsets.length == 0) {
      throw new IllegalArgumentException("no offsets given, expected one for each virtual CPU");
    }
    // Not clone(): in TeaVM 0.15 it copies twice the bytes of an int[], overwriting other memory.
    int[] copied = Arrays.copyOf(offsets, offsets.length);
    VcpuTimeInfo first = usable(page, copied[0], 0);
    for (int vcpu = 1; vcpu < copied.length; vcpu++) {
      usable(page, copied[vcpu], vcpu);
    }
    return new VcpuClock(page, copied, currentVcpu, counter, first);
  }

  private static VcpuTimeInfo usable(SharedPage page, int offset, int vcpu) {
    String reason;
    try {
      VcpuTimeInfo info = VcpuTimeInfo.read(page, offset);
      reason = info.unusable();
      if (reason == null) {
        return info;
      }
    } catch (IllegalStateException neverConsistent) {
      reason = neverConsistent.getMessage();
    }
    throw new ClockUnavailableException("system time of virtual CPU " + vcpu, reason);
  }

  /**
   * Computes system time from the structure and counter of the current virtual CPU.
   *
   * <p>With several virtual CPUs, the thread may run on another one for a moment. The counter is
   * therefore read three times, and the number of the virtual CPU is checked in between: a reading
   * from another virtual CPU that the checks miss is not between the other two. All of it happens
   * within one version of the structure, so the three readings are of one host.
   */
  @Override
  long systemTimeNanos() {
    boolean several = offsets.length > 1;
    for (int tries = 0; ; tries++) {
      Seqlock.checkTries(tries, "vcpu_time_info");
      int vcpu = currentVcpu.getAsInt();
      int at = offsets[vcpu];
      int version = page.loadInt(at + VcpuTimeInfo.VERSION);
      long before = several ? counter.read() : 0;
      if (several && currentVcpu.getAsInt() != vcpu) {
        continue;
      }
      long counterStamp = page.loadLong(at + VcpuTimeInfo.COUNTER_STAMP);
      long systemTime = page.loadLong(at + VcpuTimeInfo.SYSTEM_TIME);
      int multiplier = page.loadInt(at + VcpuTimeInfo.MULTIPLIER);
      int shiftAndFlags = page.loadInt(at + VcpuTimeInfo.SHIFT_AND_FLAGS);
      long ticks = counter.read();
      if ((!several || stayed(vcpu, before, ticks))
          && !Seqlock.mustRetry(page, at + VcpuTimeInfo.VERSION, version)) {
        return VcpuTimeInfo.nanos(ticks, counterStamp, systemTime, multiplier, shiftAndFlags);
      }
    }
  }

  private boolean stayed(int vcpu, long before, long ticks) {
    if (currentVcpu.getAsInt() != vcpu) {
      return false;
    }
    long after = counter.read();
    return currentVcpu.getAsInt() == vcpu && ticks - before >= 0 && after - ticks >= 0;
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }
}
