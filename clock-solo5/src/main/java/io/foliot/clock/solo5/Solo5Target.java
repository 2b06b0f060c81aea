package io.foliot.clock.solo5;

import io.foliot.clock.SuspendBehavior;

/**
 * The kinds of host that run a Solo5 unikernel, and how time behaves on each. A unikernel is linked
 * for one of them, so that its author knows which; the interface itself does not tell.
 *
 * <p>Source: the bindings of Solo5 0.9 and later ({@code bindings/TARGET}), as they are in its
 * repository. Solo5's header warns for all of them that the monotonic clock falls behind real time
 * when the host suspends the unikernel.
 */
public enum Solo5Target {
  /**
   * A virtual machine under the hvt tender, on KVM, bhyve or vmm.
   *
   * <p><b>Monotonic</b>: the processor's counter (TSC, or the virtual count of AArch64), scaled by
   * a 32-bit multiplier from the frequency in the boot information. Each reading adds the truncated
   * time since the reading before, so that up to 1 ns is lost per reading; on AArch64 the product
   * has only 64 bits and wraps when seconds pass between readings. {@link
   * io.foliot.clock.counter.FreeRunningClock} has neither fault. Stands still while the host is
   * suspended.
   *
   * <p><b>Wall</b>: asked from the host on each reading, so that it follows every step of the
   * host's clock. A reading leaves the virtual machine and costs microseconds.
   */
  HVT(SuspendBehavior.STOPS),

  /**
   * A process under the spt tender, which confines it with seccomp.
   *
   * <p><b>Monotonic</b>: the host's CLOCK_MONOTONIC through a system call; on Linux it stands still
   * while the host is suspended.
   *
   * <p><b>Wall</b>: the host's CLOCK_REALTIME through a system call.
   */
  SPT(SuspendBehavior.STOPS),

  /**
   * A virtual machine with virtio devices.
   *
   * <p><b>Monotonic</b>: KVM's paravirtual clock, or, without KVM, the TSC calibrated for 0.1 s
   * against the i8254 timer, which is good to some 100 parts per million. Whether it counts suspend
   * depends on the host.
   *
   * <p><b>Wall</b>: on KVM the monotonic clock plus an offset that is read once at boot: steps of
   * the host's clock after that never show, and time that the monotonic clock misses is missing
   * here too. Otherwise the CMOS clock, in whole seconds.
   */
  VIRTIO(SuspendBehavior.UNKNOWN),

  /**
   * A subject of the Muen separation kernel.
   *
   * <p><b>Monotonic</b>: the start of the current minor frame of the schedule; within a frame each
   * reading adds 1 ns, so that time passes in steps as long as a frame (typically 1 ms or more). A
   * Muen system is not suspended.
   *
   * <p><b>Wall</b>: the monotonic clock plus an offset in whole microseconds that Muen publishes; 0
   * while it has published none, in which case {@link Solo5PosixClock} is refused.
   */
  MUEN(SuspendBehavior.UNKNOWN),

  /**
   * A PVH guest of Xen.
   *
   * <p><b>Monotonic</b>: Xen's paravirtual clock, the time since the host booted. Whether it counts
   * suspend depends on the host; after a migration it goes on from the new host's count.
   *
   * <p><b>Wall</b>: the monotonic clock plus an offset that is read once at boot; the high word of
   * Xen's seconds is ignored, so that it is wrong from 2106-02-07T06:28:16Z.
   */
  XEN(SuspendBehavior.UNKNOWN),

  /** Not known, or something that stands in for Solo5. */
  OTHER(SuspendBehavior.UNKNOWN);

  private final SuspendBehavior suspendBehavior;

  Solo5Target(SuspendBehavior suspendBehavior) {
    this.suspendBehavior = suspendBehavior;
  }

  /**
   * What the monotonic clock does while the host is suspended.
   *
   * @return the behaviour, {@code UNKNOWN} where it depends on the host
   */
  public SuspendBehavior suspendBehavior() {
    return suspendBehavior;
  }
}
