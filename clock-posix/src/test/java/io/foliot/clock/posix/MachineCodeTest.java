package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.clock.posix.kernel.KernelFiles;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The instructions that read the counter in order. */
class MachineCodeTest {

  /** Like Linux: {@code rdtscp}, or {@code lfence; rdtsc} without it. */
  @Test
  void orderedReadOnX86IsThatOfLinux() {
    String read = KernelFiles.CURRENT.hasProcessorFlag("rdtscp") ? "0f01f9" : "0faee80f31";
    assertEquals(
        read
            + "48c1e220" // shl rdx, 32
            + "4809d0" // or rax, rdx
            + "c3", // ret
        HexFormat.of().formatHex(MachineCode.X86_64.ordered()));
  }

  /**
   * Linux reads the counter in order with {@code isb}, {@code mrs} and a load whose address depends
   * on the counter ({@code arch_counter_enforce_ordering} in {@code
   * arch/arm64/include/asm/arch_timer.h}).
   */
  @Test
  void orderedReadOnAarch64IsThatOfLinux() {
    assertEquals(
        "df3f03d5" // isb
            + "40e03bd5" // mrs x0, cntvct_el0
            + "010000ca" // eor x1, x0, x0
            + "e163218b" // add x1, sp, x1
            + "3f0040f9" // ldr xzr, [x1]
            + "c0035fd6", // ret
        HexFormat.of().formatHex(MachineCode.AARCH64.ordered()));
  }
}
