package io.foliot.clock.posix;

import java.util.HexFormat;

/** Prints the functions of {@link MachineCode} for one processor, with a placeholder for the address. */
final class MachineCodeHex {
  private static final long TARGET = 0x1122334455667788L;

  public static void main(String[] args) {
    MachineCode code = MachineCode.valueOf(args[0]);
    HexFormat hex = HexFormat.of();
    System.out.println("unordered " + hex.formatHex(code.unordered()));
    System.out.println("ordered " + hex.formatHex(code.ordered()));
    System.out.println("clockNanos " + hex.formatHex(code.clockNanos(TARGET)));
    System.out.println("threadUserNanos " + hex.formatHex(code.threadUserNanos(TARGET)));
    System.out.println("cpuNanos " + hex.formatHex(code.cpuNanos()));
    System.out.println("sample " + hex.formatHex(code.sample(TARGET)));
  }
}
