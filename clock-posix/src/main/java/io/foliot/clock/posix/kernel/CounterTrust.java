package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;

/**
 * Whether the cycle counter keeps time. It does where the kernel reads time from it in user space,
 * because then the kernel, and under a hypervisor the host, vouches that it runs at one rate and
 * agrees between processors.
 *
 * <table>
 *   <caption>Clock sources whose vDSO reads the counter, and what each of them asks for</caption>
 *   <tr><th>clock source</th><th>promise</th></tr>
 *   <tr><td>{@code tsc}</td><td>the kernel's watchdog</td></tr>
 *   <tr><td>{@code kvm-clock}, {@code xen}</td><td>TSC_STABLE in {@code vcpu_time_info}</td></tr>
 *   <tr><td>{@code hyperv_clocksource_tsc_page}</td><td>a sequence that is not 0</td></tr>
 *   <tr><td>{@code arch_sys_counter}</td><td>the architecture (AArch64)</td></tr>
 * </table>
 *
 * <p>On x86-64 the processor must also have {@code constant_tsc} and {@code nonstop_tsc}. Source:
 * {@code arch/x86/include/asm/vdso/gettimeofday.h} in Linux.
 */
public final class CounterTrust {
  private static final String INSTEAD = "; use PosixClocks.monotonic()";

  private CounterTrust() {}

  /**
   * Refuses a clock on the counter unless the counter keeps time on this machine.
   *
   * @param clock name for the refusal
   * @throws ClockUnavailableException with what was found and what is needed
   */
  public static void require(String clock) {
    String refusal = refusal(KernelFiles.HERE);
    if (refusal != null) {
      throw new ClockUnavailableException(clock, refusal);
    }
  }

  /**
   * Whether the counter keeps time now: kernel and hypervisor may give it up while they run.
   *
   * @return true if it does
   */
  public static boolean holds() {
    return refusal(KernelFiles.HERE) == null;
  }

  /**
   * Why the counter cannot be used.
   *
   * @param kernel the machine
   * @return the reason and what to do, or null if the counter can be used
   */
  public static String refusal(KernelFiles kernel) {
    String source = kernel.currentClockSource();
    if (source.isEmpty()) {
      return "the kernel does not tell which clock source it uses"
          + " (/sys/devices/system/clocksource is missing or unreadable), so the counter cannot be"
          + " trusted"
          + INSTEAD;
    }
    String refusal = kernel.isLinuxOnX86() ? x86Refusal(kernel, source) : armRefusal(source);
    return refusal == null ? null : refusal + INSTEAD;
  }

  private static String armRefusal(String source) {
    return source.equals("arch_sys_counter") ? null : otherSource(source, "arch_sys_counter");
  }

  private static String x86Refusal(KernelFiles kernel, String source) {
    for (String flag : new String[] {"constant_tsc", "nonstop_tsc"}) {
      if (!kernel.hasProcessorFlag(flag)) {
        return "the processor's time-stamp counter is not invariant: /proc/cpuinfo lacks " + flag;
      }
    }
    return switch (source) {
      case "tsc" -> null;
      case "kvm-clock", "xen" -> VdsoPage.PVCLOCK.brokenPromise(kernel);
      case "hyperv_clocksource_tsc_page" -> VdsoPage.HYPERV.brokenPromise(kernel);
      default -> otherSource(source, "tsc, kvm-clock, xen or hyperv_clocksource_tsc_page");
    };
  }

  private static String otherSource(String source, String expected) {
    return "the kernel keeps time with the clock source "
        + source
        + ", not with the cycle counter ("
        + expected
        + "), so the counter cannot be trusted";
  }
}
