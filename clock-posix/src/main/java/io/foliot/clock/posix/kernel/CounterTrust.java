package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;

/**
 * Whether the cycle counter can be trusted to keep time. It can where the kernel's vDSO reads time
 * from it: the kernel, and the hypervisor under it, then guarantee that it runs at one rate and
 * agrees between processors.
 *
 * <table>
 *   <caption>Clock sources whose vDSO reads the counter, and what makes each trustworthy</caption>
 *   <tr><th>clock source</th><th>trusted because of</th></tr>
 *   <tr><td>{@code tsc}</td><td>the kernel's watchdog</td></tr>
 *   <tr><td>{@code kvm-clock}, {@code xen}</td><td>TSC_STABLE in {@code vcpu_time_info}</td></tr>
 *   <tr><td>{@code hyperv_clocksource_tsc_page}</td><td>a sequence other than 0</td></tr>
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
   * Requires that the counter can be trusted.
   *
   * @param clock that needs it
   * @throws ClockUnavailableException with what was found and what is expected
   */
  public static void require(String clock) {
    String refusal = refusal(KernelFiles.CURRENT);
    if (refusal != null) {
      throw new ClockUnavailableException(clock, refusal);
    }
  }

  /** {@return whether the counter can be trusted now} Kernel and hypervisor may withdraw it. */
  public static boolean holds() {
    return refusal(KernelFiles.CURRENT) == null;
  }

  /**
   * {@return why the counter cannot be trusted and what to do, or null if it can}
   *
   * @param kernel the machine
   */
  public static String refusal(KernelFiles kernel) {
    String source = kernel.currentClockSource();
    if (source.isEmpty()) {
      return "the clock source is unknown: /sys/devices/system/clocksource is missing or unreadable"
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
        return "the time-stamp counter is not invariant: /proc/cpuinfo lacks " + flag;
      }
    }
    return switch (source) {
      case "tsc" -> null;
      case "kvm-clock", "xen" -> VdsoPage.PVCLOCK.counterRefusal(kernel);
      case "hyperv_clocksource_tsc_page" -> VdsoPage.HYPERV.counterRefusal(kernel);
      default -> otherSource(source, "tsc, kvm-clock, xen or hyperv_clocksource_tsc_page");
    };
  }

  private static String otherSource(String source, String expected) {
    return "the clock source is " + source + ", which is not the cycle counter (" + expected + ")";
  }
}
