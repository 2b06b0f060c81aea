package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A page of the hypervisor that Linux on x86-64 maps into every process for the vDSO.
 *
 * <p>Kernels before 6.13 map the pages behind the first page of {@code [vvar]} ({@code
 * arch/x86/entry/vdso/vdso-layout.lds.S}), newer ones as {@code [vvar_vclock]} ({@code
 * arch/x86/include/asm/vdso/vsyscall.h}). A page is readable only after the kernel has used the
 * clock source it belongs to.
 */
public enum VdsoPage {
  /**
   * {@code vcpu_time_info} of virtual CPU 0, on Xen and KVM. The flag TSC_STABLE (bit 0 of the byte
   * at offset 29) says that the counters of all virtual CPUs are synchronized.
   */
  PVCLOCK(0, "the hypervisor does not set TSC_STABLE: the processors' counters may differ") {
    @Override
    boolean saysCounterIsStable(MemorySegment page) {
      return (page.get(ValueLayout.JAVA_BYTE, 29) & 1) != 0;
    }
  },

  /**
   * {@code ms_hyperv_tsc_page} on Hyper-V. Sequence 0 means that the counter must not be used.
   * Source: the Hypervisor Top-Level Functional Specification, "Reference TSC Page".
   */
  HYPERV(1, "the sequence of Hyper-V's reference TSC page is 0: the counter must not be used") {
    @Override
    boolean saysCounterIsStable(MemorySegment page) {
      return page.get(ValueLayout.JAVA_INT, 0) != 0;
    }
  };

  private static final long PAGE = 4096;
  private static final int BYTES_PROBED = 32;

  private final int index;
  private final String unstable;

  VdsoPage(int index, String unstable) {
    this.index = index;
    this.unstable = unstable;
  }

  abstract boolean saysCounterIsStable(MemorySegment page);

  /**
   * {@return the page, which stays mapped and readable}
   *
   * @param clock that needs it
   * @param kernel the machine
   * @throws ClockUnavailableException with the reason if the page is not mapped or not readable
   */
  public MemorySegment find(String clock, KernelFiles kernel) {
    String refusal = readRefusal(clock, kernel);
    if (refusal != null) {
      throw new ClockUnavailableException(clock, refusal);
    }
    return Syscall.memory(address(kernel), PAGE);
  }

  /** Returns why the page does not vouch for the counter, or null if it does. */
  String counterRefusal(KernelFiles kernel) {
    try {
      return counterRefusal(find("cycle counter", kernel));
    } catch (ClockUnavailableException unreadable) {
      return unreadable.reason();
    }
  }

  String counterRefusal(MemorySegment page) {
    return saysCounterIsStable(page) ? null : unstable;
  }

  private String readRefusal(String clock, KernelFiles kernel) {
    if (!kernel.isLinuxOnX86()) {
      return "the hypervisor's page needs Linux on x86-64, and this is "
          + kernel.system()
          + " on "
          + kernel.architecture();
    }
    long address = address(kernel);
    if (address == 0) {
      return "/proc/self/maps lists no page of the hypervisor, neither in [vvar_vclock] nor in"
          + " [vvar]: the kernel was perhaps started with vdso=0";
    }
    Syscall.require(clock);
    return probeRefusal(Syscall.probe(address, BYTES_PROBED), kernel.currentClockSource());
  }

  /** Returns why a page cannot be read, by what {@link Syscall#probe} returned for it. */
  static String probeRefusal(long error, String clockSource) {
    if (error == 0) {
      return null;
    }
    return error == -Errno.EFAULT
        ? "the hypervisor's page is empty: the kernel has only used the clock source " + clockSource
        : "the hypervisor's page could not be probed: " + Errno.name((int) -error);
  }

  /** Returns where the page is if the kernel maps one, or 0. */
  long address(KernelFiles kernel) {
    long found = 0;
    for (String line : kernel.mappings()) {
      if (line.endsWith("[vvar_vclock]")) {
        return pageOf(line, index);
      }
      if (line.endsWith("[vvar]")) {
        found = pageOf(line, index + 1);
      }
    }
    return found;
  }

  /**
   * Returns the address of a page of a mapping, or 0 if it is outside. The line begins with the
   * bounds of the mapping in hexadecimal.
   */
  private static long pageOf(String line, int page) {
    String[] bounds = line.substring(0, line.indexOf(' ')).split("-", 2);
    long start = Long.parseUnsignedLong(bounds[0], 16) + page * PAGE;
    return start < Long.parseUnsignedLong(bounds[1], 16) ? start : 0;
  }
}
