package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.counter.CycleCounter;
import java.util.function.IntSupplier;

/**
 * Clocks on the memory that Xen shares with its guests, for a unikernel, a driver domain or any
 * other program that can access these pages. In a Linux guest use {@code io.foliot.clock.xen.linux}
 * instead.
 *
 * <p>The clocks make no operating-system calls. A reading allocates nothing and waits only for an
 * update in progress. All clocks are safe for use by several threads.
 *
 * <h2>System time</h2>
 *
 * <p>On Xen, system time counts nanoseconds since the host started, continues while the guest is
 * paused, and runs at the rate of the host, unaffected by NTP in the guest. On KVM it is the time
 * of the guest, and the host decides whether it runs while the guest is paused. {@link
 * MonotonicClock#suspendBehavior()} is therefore {@code UNKNOWN}.
 *
 * <h2>Migration, restore and corrections</h2>
 *
 * <p>Readings never go back: each raises a high-water mark shared by all threads. If the structure
 * or the counter
 *
 * <ul>
 *   <li>falls behind by up to 4 ms, the clock stands still until time has caught up;
 *   <li>falls behind by more, as after a migration or restore, the clock continues where it was, at
 *       the new rate, and keeps the difference;
 *   <li>jumps ahead, as after a migration to a host that has been up for longer, the clock jumps
 *       ahead.
 * </ul>
 *
 * <p>If a thread moves to another virtual CPU and back once during a reading, the reading is
 * retried.
 */
public final class XenClocks {
  private XenClocks() {}

  /**
   * Returns system time of a guest with one virtual CPU, or whose hypervisor sets TSC_STABLE.
   *
   * @param page memory that contains a {@code vcpu_time_info}
   * @param offset of the structure, a multiple of 8; {@link SharedInfoLayout#vcpuTime(int)} in
   *     {@code shared_info}
   * @param counter the time-stamp counter; it must be ordered for readings to be compared between
   *     threads
   * @return a clock whose readings throw {@code IllegalStateException} only if the structure stays
   *     inconsistent for about half a second
   * @throws io.foliot.clock.ClockUnavailableException if the structure is not written yet
   *     (multiplier 0), stays inconsistent, or has a shift outside −31 to 31
   */
  public static MonotonicClock monotonic(SharedPage page, int offset, CycleCounter counter) {
    return VcpuClock.of(page, new int[] {offset}, () -> 0, counter);
  }

  /**
   * Returns system time of a guest with several virtual CPUs, each with its own structure. With
   * TSC_STABLE, {@link #monotonic(SharedPage, int, CycleCounter)} does the same at lower cost.
   *
   * @param page memory that contains the structures
   * @param offsets of the {@code vcpu_time_info} of each virtual CPU; copied
   * @param currentVcpu returns the current virtual CPU, an index into {@code offsets}
   * @param counter the time-stamp counter of the current virtual CPU
   * @return a clock that does not go back between virtual CPUs; its readings throw as above
   * @throws IllegalArgumentException if {@code offsets} is empty
   * @throws io.foliot.clock.ClockUnavailableException as above, with the number of the virtual CPU
   */
  public static MonotonicClock monotonic(
      SharedPage page, int[] offsets, IntSupplier currentVcpu, CycleCounter counter) {
    return VcpuClock.of(page, offsets, currentVcpu, counter);
  }

  /**
   * Returns system time on ARM, where Xen writes no {@code vcpu_time_info}: the virtual count of
   * the generic timer, which starts at 0 with the guest.
   *
   * @param counter the virtual count, {@code CNTVCT_EL0}
   * @param frequencyHz its frequency, {@code CNTFRQ_EL0}, for example 24 MHz or 54 MHz
   * @return a clock that is exact for any frequency, rounded down to nanoseconds
   * @throws io.foliot.clock.ClockUnavailableException if the frequency is not positive, for example
   *     because the firmware left the register at 0
   */
  public static MonotonicClock genericTimer(CycleCounter counter, long frequencyHz) {
    return GenericTimerClock.of(counter, frequencyHz);
  }

  /**
   * Returns the wall clock in {@code shared_info}. It follows at once when the toolstack or dom0
   * sets it, and works beyond 2106 ({@code wc_sec_hi}).
   *
   * <p>{@code epochNanos()} throws {@code ArithmeticException} after 2262-04-11, and {@code now()}
   * after 9999. The UTC offset is unknown. On ARM, Xen rounds the base down to whole seconds
   * ({@code d->time_offset} in {@code xen/arch/arm/vtimer.c}), so this clock may be up to one
   * second behind.
   *
   * @param sharedInfo {@code struct shared_info}
   * @param layout of the guest ABI
   * @param systemTime system time of the same guest, by another method of this class
   * @return a clock on the POSIX scale
   * @throws IllegalArgumentException if {@code systemTime} is not a clock of this class
   * @throws io.foliot.clock.ClockUnavailableException if Xen has not written the wall clock yet, or
   *     if it is 0, as on ARM until dom0 sets it
   */
  public static PosixClock posix(
      SharedPage sharedInfo, SharedInfoLayout layout, MonotonicClock systemTime) {
    if (!(systemTime instanceof SystemTimeClock)) {
      throw new IllegalArgumentException(
          "systemTime is a "
              + systemTime.getClass().getName()
              + ", expected a clock of XenClocks: Xen's wall clock is an offset to system time");
    }
    return new XenPosixClock(sharedInfo, layout, (SystemTimeClock) systemTime);
  }
}
