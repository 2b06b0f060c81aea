package io.foliot.clock.posix;

import java.util.HexFormat;

/** Prints the functions of {@link MachineCode} for one processor, with a mark for the target. */
final class MachineCodeHex {
  private static final long TARGET = 0x1122334455667788L;

  public static void main(String[] args) {
    MachineCode code = MachineCode.valueOf(args[0]);
    HexFormat hex = HexFormat.of();
    System.out.println("unordered " + hex.formatHex(code.unordered()));
    System.out.println("ordered " + hex.formatHex(code.ordered()));
    String since = hex.formatHex(code.orderedSince());
    System.out.println("orderedSince " + since);
    System.out.println("givenSince " + withCounterAsArgument(code, since));
    System.out.println("clockNanos " + hex.formatHex(code.clockNanos(TARGET)));
    System.out.println("threadUserNanos " + hex.formatHex(code.threadUserNanos(TARGET)));
    System.out.println("cpuNanos " + hex.formatHex(code.cpuNanos()));
    System.out.println("bracket " + hex.formatHex(code.bracket(TARGET)));
  }

  /** The function with its second argument in place of the counter. */
  private static String withCounterAsArgument(MachineCode code, String function) {
    return switch (code) {
      // rdtscp, or lfence; rdtsc, becomes mov eax, esi; mov rdx, rsi; shr rdx, 32.
      case X86_64 ->
          function.replaceFirst("0f01f9|0faee80f31", "89f0" + "4889f2" + "48c1ea20");
      // mrs x1, cntvct_el0 becomes nop.
      case AARCH64 -> function.replace("41e03bd5", "1f2003d5");
    };
  }
}
