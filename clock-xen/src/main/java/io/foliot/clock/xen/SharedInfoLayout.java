package io.foliot.clock.xen;

/**
 * Where the fields that tell time lie in Xen's {@code struct shared_info}, which differs between
 * the three ABIs of guests.
 *
 * <p>Source: {@code xen/include/public/xen.h} ({@code struct shared_info}, {@code struct
 * vcpu_info}), {@code arch-x86_32.h}, {@code arch-x86_64.h} and {@code arch-arm.h} of Xen 4.17. The
 * fields have kept their places since {@code wc_sec_hi} was added in Xen 4.6.
 */
public enum SharedInfoLayout {
  /** 64-bit x86 guests: 32 entries of {@code vcpu_info}, then the event bits, then {@code wc_*}. */
  X86_64(32, 64, 0x20, 0xc00, 0xc0c),

  /** 32-bit x86 guests; the high word of the seconds is {@code arch.wc_sec_hi}. */
  X86_32(32, 64, 0x20, 0x900, 0x924),

  /** ARM guests of either width. The entry's time is not used there: see {@link XenClocks}. */
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
   * Number of virtual CPUs whose {@code vcpu_info} is inside {@code shared_info} ({@code
   * XEN_LEGACY_MAX_VCPUS}). Others register memory of their own.
   *
   * @return 32 on x86, 1 on ARM
   */
  public int vcpus() {
    return vcpus;
  }

  /**
   * Offset of {@code vcpu_info[vcpu].time}.
   *
   * @param vcpu number of the virtual CPU, from 0 to {@link #vcpus()} − 1
   * @return bytes from the start of {@code shared_info}
   * @throws IllegalArgumentException if the page holds no such virtual CPU
   */
  public int vcpuTime(int vcpu) {
    if (vcpu < 0 || vcpu >= vcpus) {
      throw new IllegalArgumentException(
          "vcpu " + vcpu + ": shared_info of " + this + " holds vcpus 0 to " + (vcpus - 1));
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
