package io.foliot.clock.xen;

/**
 * Offsets of the time fields in Xen's {@code struct shared_info}, for each of the three guest ABIs.
 *
 * <p>Source: {@code xen/include/public/xen.h} ({@code struct shared_info}, {@code struct
 * vcpu_info}), {@code arch-x86_32.h}, {@code arch-x86_64.h} and {@code arch-arm.h} of Xen 4.17. The
 * offsets have not changed since Xen 4.6, which added {@code wc_sec_hi}.
 */
public enum SharedInfoLayout {
  /** 64-bit x86 guests: 32 entries of {@code vcpu_info}, the event bits, then {@code wc_*}. */
  X86_64(32, 64, 0x20, 0xc00, 0xc0c),

  /** 32-bit x86 guests; the high word of the seconds is {@code arch.wc_sec_hi}. */
  X86_32(32, 64, 0x20, 0x900, 0x924),

  /** ARM guests of either width. Xen writes no {@code vcpu_info.time} there. */
  ARM(1, 48, 0x10, 0x430, 0x43c);

  private final int vcpus;
  private final int vcpuInfoSize;
  private final int timeInVcpuInfo;
  private final int wallVersion;
  private final int wallSecondsHigh;

  SharedInfoLayout(
      int vcpus, int vcpuInfoSize, int timeInVcpuInfo, int wallVersion, int wallSecondsHigh) {
    this.vcpus = vcpus;
    this.vcpuInfoSize = vcpuInfoSize;
    this.timeInVcpuInfo = timeInVcpuInfo;
    this.wallVersion = wallVersion;
    this.wallSecondsHigh = wallSecondsHigh;
  }

  /**
   * {@return the number of virtual CPUs whose {@code vcpu_info} is in {@code shared_info} ({@code
   * XEN_LEGACY_MAX_VCPUS}): 32 on x86, 1 on ARM} Others register memory of their own.
   */
  public int vcpus() {
    return vcpus;
  }

  /**
   * {@return the offset of {@code vcpu_info[vcpu].time} in bytes from the start of {@code
   * shared_info}}
   *
   * @param vcpu number of the virtual CPU, 0 to {@link #vcpus()} − 1
   * @throws IllegalArgumentException if {@code shared_info} has no such virtual CPU
   */
  public int vcpuTime(int vcpu) {
    if (vcpu < 0 || vcpu >= vcpus) {
      throw new IllegalArgumentException(
          "virtual CPU "
              + vcpu
              + " is out of range: shared_info of layout "
              + this
              + " has 0 to "
              + (vcpus - 1)
              + "; other virtual CPUs register memory of their own");
    }
    return vcpu * vcpuInfoSize + timeInVcpuInfo;
  }

  int wallVersion() {
    return wallVersion;
  }

  int wallSeconds() {
    return wallVersion + 4;
  }

  int wallNanos() {
    return wallVersion + 8;
  }

  int wallSecondsHigh() {
    return wallSecondsHigh;
  }
}
