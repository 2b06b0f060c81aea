package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.counter.CycleCounter;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * System time from {@code vcpu_time_info}, one structure for each virtual CPU.
 *
 * <p>A {@link MonotonicGuard} keeps readings from going back. While one structure serves all
 * readers and promises TSC_STABLE, few readings write to it; otherwise all do. Where structure or
 * counter have become those of another host, an origin makes up for what is missing from then on.
 */
final class VcpuClock implements SystemTime {
  private final SharedPage page;
  private final Vcpu[] vcpus;
  private final IntSupplier currentVcpu;
  private final CycleCounter counter;
  private final MonotonicGuard guard;
  private final long periodPicos;

  /** What is known of one virtual CPU. */
  private static final class Vcpu {
    final int offset;

    /** What readings add to the time of the structure. */
    final AtomicLong origin = new AtomicLong();

    /** Version of the structure up to which the guard covers all readings. */
    volatile int version;

    Vcpu(int offset) {
      this.offset = offset;
    }
  }

  VcpuClock(SharedPage page, int[] offsets, IntSupplier currentVcpu, CycleCounter counter) {
    if (offsets.length == 0) {
      throw new IllegalArgumentException("no offsets: give one for each virtual CPU");
    }
    this.page = page;
    this.vcpus = new Vcpu[offsets.length];
    for (int vcpu = 0; vcpu < offsets.length; vcpu++) {
      checkUsable(page, offsets[vcpu], vcpu);
      vcpus[vcpu] = new Vcpu(offsets[vcpu]);
    }
    this.currentVcpu = currentVcpu;
    this.counter = counter;
    VcpuTimeInfo first = VcpuTimeInfo.read(page, offsets[0]);
    this.periodPicos = first.periodPicos();
    this.guard = new MonotonicGuard(first.systemTime());
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
    return read(true);
  }

  @Override
  public long systemTimeNanos() {
    return read(false);
  }

  /**
   * Reads structure and counter of the virtual CPU that the thread runs on.
   *
   * @param guarded whether the reading must not be below one that was handed out
   */
  private long read(boolean guarded) {
    for (int starts = 0; ; starts++) {
      VersionLock.checkStarts(starts, "vcpu_time_info");
      long marked = guard.mark();
      int number = currentVcpu.getAsInt();
      long before = vcpus.length > 1 ? counter.read() : 0;
      if (vcpus.length > 1 && currentVcpu.getAsInt() != number) {
        continue;
      }
      Vcpu vcpu = vcpus[number];
      int version = page.loadInt(vcpu.offset + VcpuTimeInfo.VERSION);
      long counterStamp = page.loadLong(vcpu.offset + VcpuTimeInfo.COUNTER_STAMP);
      long systemTime = page.loadLong(vcpu.offset + VcpuTimeInfo.SYSTEM_TIME);
      int multiplier = page.loadInt(vcpu.offset + VcpuTimeInfo.MULTIPLIER);
      int shiftAndFlags = page.loadInt(vcpu.offset + VcpuTimeInfo.SHIFT_AND_FLAGS);
      long ticks = counter.read();
      if (VersionLock.beingWritten(version)
          || page.loadInt(vcpu.offset + VcpuTimeInfo.VERSION) != version
          || (vcpus.length > 1 && !stayed(number, before, ticks))) {
        continue;
      }
      long nanos = VcpuTimeInfo.nanos(ticks, counterStamp, systemTime, multiplier, shiftAndFlags);
      if (!guarded) {
        return nanos;
      }
      long origin = vcpu.origin.get();
      long now = nanos + origin;
      if (MonotonicGuard.isAnotherHost(marked, now)) {
        vcpu.origin.compareAndSet(origin, origin + (marked - now));
        continue;
      }
      if (vcpus.length > 1 || (shiftAndFlags & VcpuTimeInfo.TSC_STABLE) == 0) {
        return guard.guardedExactly(now);
      }
      if (vcpu.version != version) {
        guard.coverAll();
        vcpu.version = version;
      }
      return guard.guarded(marked, now);
    }
  }

  /**
   * Whether the thread can have read the ticks on no other virtual CPU: an excursion between two
   * looks at the number of the virtual CPU shows as ticks that are not between two others.
   */
  private boolean stayed(int number, long before, long ticks) {
    if (currentVcpu.getAsInt() != number) {
      return false;
    }
    long after = counter.read();
    return currentVcpu.getAsInt() == number && ticks - before >= 0 && after - ticks >= 0;
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
