package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A page of a hypervisor that a Linux kernel on x86-64 maps into every process, for the code that
 * it also maps there (vDSO).
 *
 * <p>Kernels before 6.13 map them behind the first page of {@code [vvar]} ({@code
 * arch/x86/entry/vdso/vdso-layout.lds.S}), newer ones as {@code [vvar_vclock]} ({@code
 * arch/x86/include/asm/vdso/vsyscall.h}). A page is readable only once the kernel has used the
 * clock source that it belongs to.
 */
public enum VdsoPage {
  /**
   * {@code vcpu_time_info} of virtual CPU 0, on Xen and KVM. The flag TSC_STABLE (bit 0 of the byte
   * at 29) promises that the counters of all virtual CPUs are in step.
   */
  PVCLOCK(0, "the hypervisor does not promise that the processors' counters are in step") {
    @Override
    boolean promises(MemorySegment page) {
      return (page.get(ValueLayout.JAVA_BYTE, 29) & 1) != 0;
    }
  },

  /**
   * {@code ms_hyperv_tsc_page} on Hyper-V: sequence 0 means that the counter must not be used.
   * Source: the Hypervisor Top-Level Functional Specification, "Reference TSC Page".
   */
  HYPERV(1, "Hyper-V has withdrawn its reference TSC page") {
    @Override
    boolean promises(MemorySegment page) {
      return page.get(ValueLayout.JAVA_INT, 0) != 0;
    }
  };

  private static final long PAGE = 4096;
  private static final int BYTES_PROBED = 32;

  private final int index;
  private final String broken;

  VdsoPage(int index, String broken) {
    this.index = index;
    this.broken = broken;
  }

  abstract boolean promises(MemorySegment page);

  /**
   * Finds the page and makes sure that it can be read.
   *
   * @param clock name for the refusal
   * @param kernel the machine
   * @return its address
   * @throws ClockUnavailableException with the reason if there is none
   */
  public long find(String clock, KernelFiles kernel) {
    String refusal = unreadable(clock, kernel);
    if (refusal != null) {
      throw new ClockUnavailableException(clock, refusal);
    }
    return address(kernel);
  }

  /** Why the counter is not promised to keep time, or null if it is. */
  @SuppressWarnings("restricted") // The page was probed.
  String brokenPromise(KernelFiles kernel) {
    try {
      String refusal = unreadable("cycle counter", kernel);
      if (refusal != null) {
        return refusal;
      }
      MemorySegment page = MemorySegment.ofAddress(address(kernel)).reinterpret(BYTES_PROBED);
      return promises(page) ? null : broken;
    } catch (ClockUnavailableException nativeAccessDenied) {
      return nativeAccessDenied.reason();
    }
  }

  private String unreadable(String clock, KernelFiles kernel) {
    if (!kernel.isLinuxOnX86()) {
      return "the kernel maps such a page on Linux on x86-64 only, and this is "
          + kernel.system()
          + " on "
          + kernel.architecture();
    }
    long address = address(kernel);
    if (address == 0) {
      return "/proc/self/maps shows no page of the hypervisor, neither in [vvar_vclock] nor in"
          + " [vvar]: the kernel maps none (started with vdso=0, perhaps)";
    }
    Syscall.require(clock);
    long error = Syscall.probe(address, BYTES_PROBED);
    if (error == -Syscall.EFAULT) {
      return "the kernel has not filled in the page of the hypervisor: it never used the"
          + " hypervisor's clock source (it uses "
          + kernel.currentClockSource()
          + ")";
    }
    return error == 0
        ? null
        : "the page of the hypervisor could not be probed: " + Syscall.errorName(error);
  }

  /** Where the page must be if the kernel maps one, or 0. */
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

  /** A page of a mapping, whose line begins with its bounds in hexadecimal; 0 if it is outside. */
  private static long pageOf(String line, int page) {
    String[] bounds = line.substring(0, line.indexOf(' ')).split("-", 2);
    long start = Long.parseUnsignedLong(bounds[0], 16) + page * PAGE;
    return start < Long.parseUnsignedLong(bounds[1], 16) ? start : 0;
  }
}
