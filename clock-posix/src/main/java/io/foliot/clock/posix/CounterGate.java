package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the cycle counter keeps time: it does when the kernel keeps its own time with it, because
 * the kernel checks that it runs at one rate and agrees between processors.
 *
 * <p>Sources: {@code /sys/devices/system/clocksource/clocksource0/current_clocksource}, and on
 * x86-64 the flags {@code constant_tsc} and {@code nonstop_tsc} in {@code /proc/cpuinfo}.
 */
final class CounterGate {
  private static final String CLOCK_SOURCE =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";

  private CounterGate() {}

  /**
   * Refuses a clock on the counter unless the counter keeps time on this machine.
   *
   * @throws ClockUnavailableException with what was found and what is needed
   */
  static void require(String clock) {
    String refusal = refusal(Path.of("/"), MachineCode.here());
    if (refusal != null) {
      throw new ClockUnavailableException(clock, refusal);
    }
  }

  /** Whether the counter keeps time on this machine now: the kernel may drop it while it runs. */
  static boolean holds() {
    return refusal(Path.of("/"), MachineCode.here()) == null;
  }

  /** Why the counter of a machine cannot be used, or null if it can. */
  static String refusal(Path root, MachineCode processor) {
    String expected = processor == MachineCode.X86_64 ? "tsc" : "arch_sys_counter";
    try {
      String source = Files.readString(root.resolve(CLOCK_SOURCE)).strip();
      if (!source.equals(expected)) {
        return "the kernel keeps time with the clock source "
            + source
            + ", not with the cycle counter ("
            + expected
            + "), so the counter cannot be trusted; use PosixClocks.monotonic()";
      }
      if (processor == MachineCode.X86_64) {
        return missingFlags(Files.readString(root.resolve("proc/cpuinfo")));
      }
      return null;
    } catch (IOException unreadable) {
      return "cannot find out which clock source the kernel uses ("
          + unreadable
          + "); use PosixClocks.monotonic()";
    }
  }

  /**
   * Refuses the ordered counter where the processor lacks the instruction for it: x86-64 processors
   * from before 2008, and emulators of such.
   *
   * @throws ClockUnavailableException if it does
   */
  static void requireOrderedRead(MachineCode processor) {
    try {
      if (processor == MachineCode.X86_64
          && !hasFlag(Files.readString(Path.of("/proc/cpuinfo")), "rdtscp")) {
        throw new ClockUnavailableException(
            "ordered cycle counter", "the processor has no rdtscp instruction");
      }
    } catch (IOException unreadable) {
      throw new ClockUnavailableException(
          "ordered cycle counter",
          "cannot find out what the processor can do (" + unreadable + ")",
          unreadable);
    }
  }

  private static boolean hasFlag(String cpuinfo, String flag) {
    return cpuinfo
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(flags -> (flags + " ").contains(" " + flag + " "))
        .orElse(false);
  }

  private static String missingFlags(String cpuinfo) {
    for (String flag : new String[] {"constant_tsc", "nonstop_tsc"}) {
      if (!hasFlag(cpuinfo, flag)) {
        return "the processor's time-stamp counter is not invariant: /proc/cpuinfo lacks "
            + flag
            + "; use PosixClocks.monotonic()";
      }
    }
    return null;
  }
}
