package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockUnavailableException;

/**
 * The page with the {@code vcpu_time_info} of virtual CPU 0 that a Linux kernel on x86 maps into
 * every process, for the code that it also maps there (vDSO). Xen and KVM guests have it.
 *
 * <p>Kernels before 6.13 map it as the second page of {@code [vvar]} ({@code
 * arch/x86/entry/vdso/vdso-layout.lds.S}), newer ones as the first page of {@code [vvar_vclock]}
 * ({@code arch/x86/include/asm/vdso/vsyscall.h}). The page is readable only once the kernel has
 * used that clock source, and only if the hypervisor set TSC_STABLE.
 */
final class PvclockPage {
  static final int BYTES_PROBED = 32;
  private static final long PAGE = 4096;

  private PvclockPage() {}

  /**
   * Finds the page and makes sure that it can be read.
   *
   * @param clock name for the refusal
   * @return its address
   * @throws ClockUnavailableException with the reason if there is none
   */
  static long find(String clock, GuestKernel kernel) {
    if (!kernel.isLinuxOnX86()) {
      throw new ClockUnavailableException(
          clock,
          "the kernel maps such a page on Linux on x86-64 only, and this is "
              + kernel.system()
              + " on "
              + kernel.architecture());
    }
    String sources = kernel.availableClockSources();
    if (!sources.isEmpty() && !knowsHypervisorClock(sources)) {
      throw new ClockUnavailableException(
          clock,
          "this kernel has no clock of Xen or KVM, so it runs on bare metal or another hypervisor"
              + " (available clock sources: "
              + sources
              + ")");
    }
    long address = address(kernel);
    if (address == 0) {
      throw new ClockUnavailableException(
          clock,
          "/proc/self/maps shows neither [vvar_vclock] nor a [vvar] of two pages: this kernel maps"
              + " no such page (started with vdso=0, perhaps)");
    }
    Syscall.require(clock);
    long error = Syscall.probe(address, BYTES_PROBED);
    if (error == -Syscall.EFAULT) {
      throw new ClockUnavailableException(
          clock,
          "the kernel has not filled the page in: it never used the hypervisor's clock source, or"
              + " the hypervisor does not promise a stable TSC (clock source in use: "
              + kernel.currentClockSource()
              + "; start the guest with clocksource=xen or clocksource=kvm-clock)");
    }
    if (error != 0) {
      throw new ClockUnavailableException(
          clock, "the page could not be probed: " + Syscall.errorName(error));
    }
    return address;
  }

  private static boolean knowsHypervisorClock(String sources) {
    for (String source : sources.split(" ", -1)) {
      if (GuestKernel.isParavirtual(source)) {
        return true;
      }
    }
    return false;
  }

  /** Where the page must be if the kernel maps one, or 0. */
  static long address(GuestKernel kernel) {
    long inVvar = 0;
    for (String line : kernel.mappings()) {
      if (line.endsWith("[vvar_vclock]")) {
        return bound(line, 0);
      }
      if (line.endsWith("[vvar]") && bound(line, 1) - bound(line, 0) >= 2 * PAGE) {
        inVvar = bound(line, 0) + PAGE;
      }
    }
    return inVvar;
  }

  /** The start (0) or end (1) of a mapping: a line begins with two hexadecimal addresses. */
  private static long bound(String line, int which) {
    String range = line.substring(0, line.indexOf(' '));
    return Long.parseUnsignedLong(range.split("-", 2)[which], 16);
  }
}
