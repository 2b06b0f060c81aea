package io.foliot.clock.solo5;

import io.foliot.clock.SuspendBehavior;

/**
 * The targets of Solo5, and how time behaves on each. A unikernel is linked for one target, so its
 * author knows it; Solo5 does not report it.
 *
 * <p>Source: {@code bindings/TARGET} of Solo5 0.9 and later. Solo5's header warns that on all
 * targets the monotonic clock falls behind real time when the host suspends the unikernel.
 */
public enum Solo5Target {
  /**
   * A virtual machine under the hvt tender, on KVM, bhyve or vmm.
   *
   * <p><b>Monotonic</b>: the processor's counter (TSC, or the virtual count of AArch64), scaled by
   * a 32-bit multiplier computed from the frequency in the boot information. Each reading adds the
   * truncated time since the previous one, so up to 1 ns is lost per reading; on AArch64 the
   * product has only 64 bits and wraps around when seconds pass between readings. {@link
   * io.foliot.clock.counter.FreeRunningClock} has neither fault. Stands still while the host is
   * suspended.
   *
   * <p><b>Wall</b>: read from the host each time, so it follows every step of the host's clock. A
   * reading exits the virtual machine and takes microseconds.
   */
  HVT(SuspendBehavior.STOPS),

  /**
   * A process under the spt tender, which confines it with seccomp.
   *
   * <p><b>Monotonic</b>: the host's CLOCK_MONOTONIC by a system call; on Linux it stands still
   * while the host is suspended.
   *
   * <p><b>Wall</b>: the host's CLOCK_REALTIME by a system call.
   */
  SPT(SuspendBehavior.STOPS),

  /**
   * A virtual machine with virtio devices.
   *
   * <p><b>Monotonic</b>: KVM's paravirtual clock, or, without KVM, the TSC calibrated for 0.1 s
   * against the i8254 timer, to about 100 ppm. Whether it counts suspend depends on the host.
   *
   * <p><b>Wall</b>: on KVM, the monotonic clock plus an offset read once at boot: it misses later
   * steps of the host's clock, and any time that the monotonic clock misses. Otherwise the CMOS
   * clock, in whole seconds.
   */
  VIRTIO(SuspendBehavior.UNKNOWN),

  /**
   * A subject of the Muen separation kernel.
   *
   * <p><b>Monotonic</b>: the start of the current minor frame of the schedule, plus 1 ns for each
   * reading in that frame: it advances in steps of a frame (typically 1 ms or more). A Muen system
   * is not suspended.
   *
   * <p><b>Wall</b>: the monotonic clock plus an offset in microseconds that Muen publishes; 0 until
   * then, and {@link Solo5PosixClock} is refused.
   */
  MUEN(SuspendBehavior.UNKNOWN),

  /**
   * A PVH guest of Xen.
   *
   * <p><b>Monotonic</b>: Xen's paravirtual clock, the time since the host booted. Whether it counts
   * suspend depends on the host; after a migration it is the time since the new host booted.
   *
   * <p><b>Wall</b>: the monotonic clock plus an offset read once at boot. It ignores the high word
   * of Xen's seconds, and so is wrong from 2106-02-07T06:28:16Z on.
   */
  XEN(SuspendBehavior.UNKNOWN),

  /** Unknown, or another implementation of the functions. */
  OTHER(SuspendBehavior.UNKNOWN);

  private final SuspendBehavior suspendBehavior;

  Solo5Target(SuspendBehavior suspendBehavior) {
    this.suspendBehavior = suspendBehavior;
  }

  /**
   * {@return what the monotonic clock does while the host is suspended; {@code UNKNOWN} if that
   * depends on the host}
   */
  public SuspendBehavior suspendBehavior() {
    return suspendBehavior;
  }
}
