package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.foliot.clock.posix.kernel.KernelFiles;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.math.BigInteger;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The machine code for this processor, run on counters that no machine has by chance. */
class MachineCodeTest {
  /** What the test puts in place of the instruction that reads the counter. */
  private static final String READ_X86_64 =
      KernelFiles.HERE.hasProcessorFlag("rdtscp") ? "0f01f9" : "0faee80f31";

  /** mov eax, esi; mov rdx, rsi; shr rdx, 32: the second argument as rdtscp gives the counter. */
  private static final String ARGUMENT_X86_64 = "89f0" + "4889f2" + "48c1ea20";

  private static final String READ_AARCH64 = "41e03bd5";

  /** nop: the counter goes to the register of the second argument anyway. */
  private static final String ARGUMENT_AARCH64 = "1f2003d5";

  /** {@code long f(long start, long ticks)}. */
  private static final MethodHandle SINCE = sinceWithCounterAsArgument();

  private static MethodHandle sinceWithCounterAsArgument() {
    MachineCode processor = MachineCode.here();
    String code = HexFormat.of().formatHex(processor.orderedSince());
    String changed =
        processor == MachineCode.X86_64
            ? code.replace(READ_X86_64, ARGUMENT_X86_64)
            : code.replace(READ_AARCH64, ARGUMENT_AARCH64);
    assertNotEquals(code, changed);
    return NativeFunction.ofCode(
            HexFormat.of().parseHex(changed),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG))
        .require("test")
        .handle();
  }

  private static void assertDifference(long start, long ticks) throws Throwable {
    BigInteger two64 = BigInteger.ONE.shiftLeft(64);
    BigInteger expected = BigInteger.valueOf(ticks).subtract(BigInteger.valueOf(start)).mod(two64);
    long actual = (long) SINCE.invokeExact(start, ticks);
    assertEquals(
        expected.toString(), Long.toUnsignedString(actual), () -> ticks + " since " + start);
  }

  @Property(tries = 2000)
  void ticksSinceAnyStart(@ForAll long start, @ForAll long ticks) throws Throwable {
    assertDifference(start, ticks);
  }

  /** Segments: a difference near 32 bits, from starts that make the low half borrow or not. */
  @Property(tries = 2000)
  void ticksSinceANearStart(
      @ForAll long start, @ForAll @LongRange(min = -2, max = (1L << 32) + 2) long passed)
      throws Throwable {
    assertDifference(start, start + passed);
  }

  @Test
  void ticksSinceStartsWhereHalvesAndWholesEnd() throws Throwable {
    long[] edges = {0, 1, (1L << 32) - 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1L << 32, -1};
    for (long start : edges) {
      for (long ticks : edges) {
        assertDifference(start, ticks);
      }
    }
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
    assertEquals(
        "df3f03d5" // isb
            + "41e03bd5" // mrs x1, cntvct_el0
            + "220001ca" // eor x2, x1, x1
            + "e263228b" // add x2, sp, x2
            + "5f0040f9" // ldr xzr, [x2]
            + "200000cb" // sub x0, x1, x0
            + "c0035fd6", // ret
        HexFormat.of().formatHex(MachineCode.AARCH64.orderedSince()));
  }
}
