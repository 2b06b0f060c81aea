package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.counter.CycleCounter;
import java.util.function.IntSupplier;

/**
 * Clocks over the memory that Xen shares with its guests: the door for a unikernel, a driver domain
 * or anything else that can see these pages itself. A program in a Linux guest goes through {@code
 * io.foliot.clock.xen.linux} instead.
 *
 * <p>Nothing here calls an operating system, allocates while reading, or waits for anything but the
 * end of an update that is under way. All clocks may be shared by all threads.
 *
 * <h2>What the time means</h2>
 *
 * <p>System time on Xen counts nanoseconds since the host started, goes on while the guest is
 * paused, and takes its rate from the host, undisturbed by NTP in the guest. On KVM system time is
 * that of the guest, and whether it runs while the guest is paused is up to the host. {@link
 * MonotonicClock#suspendBehavior()} is therefore {@code UNKNOWN}.
 *
 * <h2>What holds in which event</h2>
 *
 * <p>Readings never go back, whatever structure, counter and host do: each writes the highest one
 * for all to see.
 *
 * <ul>
 *   <li>An update of the structure, or a counter, is behind by up to 4 ms: the clock stands still
 *       until time has caught up.
 *   <li>It is behind by more, as after a migration or a restore: the clock goes on where it was, at
 *       the new rate, and the difference stays.
 *   <li>It is ahead, as after a migration to a host that has been up for longer: the clock jumps
 *       ahead.
 *   <li>A thread moves to another virtual CPU and back once during a reading: the reading starts
 *       over.
 * </ul>
 */
public final class XenClocks {
  private XenClocks() {}

  /**
   * System time for a guest with one virtual CPU, or whose hypervisor sets TSC_STABLE.
   *
   * @param page memory with a {@code vcpu_time_info}
   * @param offset where it starts, a multiple of 8; {@link SharedInfoLayout#vcpuTime(int)} in
   *     {@code shared_info}
   * @param counter the time stamp counter; to compare readings between threads it must be ordered
   * @return a clock in nanoseconds; reading it throws {@code IllegalStateException} only if the
   *     hypervisor leaves the structure half-written for about half a second
   * @throws io.foliot.clock.ClockUnavailableException if the structure is not written yet
   *     (multiplier 0), is always being written, or is none (shift outside −31 to 31)
   */
  public static MonotonicClock monotonic(SharedPage page, int offset, CycleCounter counter) {
    return VcpuClock.of(page, new int[] {offset}, () -> 0, counter);
  }

  /**
   * System time for a guest with several virtual CPUs, each with its own structure. Where
   * TSC_STABLE is set, one structure and the method above do the same for less.
   *
   * @param page memory with the structures
   * @param offsets where the {@code vcpu_time_info} of each virtual CPU starts; copied
   * @param currentVcpu number of the virtual CPU that the caller runs on, an index into offsets
   * @param counter the time stamp counter of that virtual CPU
   * @return a clock as above, which does not step back between virtual CPUs
   * @throws IllegalArgumentException if there are no offsets
   * @throws io.foliot.clock.ClockUnavailableException as above, naming the virtual CPU
   */
  public static MonotonicClock monotonic(
      SharedPage page, int[] offsets, IntSupplier currentVcpu, CycleCounter counter) {
    return VcpuClock.of(page, offsets, currentVcpu, counter);
  }

  /**
   * System time on ARM, where Xen writes no scale: the virtual count of the generic timer, which
   * Xen starts from 0 with the guest.
   *
   * @param counter the virtual count, {@code CNTVCT_EL0}
   * @param frequencyHz ticks in a second, {@code CNTFRQ_EL0}; many boards have 24 000 000 or 54 000
   *     000
   * @return a clock in nanoseconds, exact for any frequency, rounded down
   * @throws io.foliot.clock.ClockUnavailableException if the frequency is not positive, as when the
   *     firmware left the register at 0
   */
  public static MonotonicClock genericTimer(CycleCounter counter, long frequencyHz) {
    return GenericTimerClock.of(counter, frequencyHz);
  }

  /**
   * Wall-clock time from {@code shared_info}. It follows at once when the toolstack or dom0 sets
   * the wall clock, and goes past 2106 ({@code wc_sec_hi}).
   *
   * <p>{@code epochNanos()} ends in the year 2262 and {@code now()} with the year 9999; both throw
   * {@code ArithmeticException} beyond. The UTC offset is not known here. On ARM Xen rounds the
   * base down to whole seconds ({@code d->time_offset} in {@code xen/arch/arm/vtimer.c}), so that
   * this clock may be up to one second behind.
   *
   * @param sharedInfo the page {@code struct shared_info}
   * @param layout which guest ABI the page has
   * @param systemTime the system time of the same guest, made by this class
   * @return a clock on the POSIX scale
   * @throws IllegalArgumentException if systemTime is not a clock of this class
   * @throws io.foliot.clock.ClockUnavailableException if Xen has not written the wall clock yet, or
   *     if it is 0: on ARM, until dom0 has set it
   */
  public static PosixClock posix(
      SharedPage sharedInfo, SharedInfoLayout layout, MonotonicClock systemTime) {
    if (!(systemTime instanceof SystemTime)) {
      throw new IllegalArgumentException(
          "systemTime is a "
              + systemTime.getClass().getName()
              + ", expected a clock made by XenClocks: Xen's wall clock is an offset to Xen's own"
              + " system time");
    }
    return new XenPosixClock(sharedInfo, layout, (SystemTime) systemTime);
  }
}
