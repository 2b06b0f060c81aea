package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
  private static final String READ_X86_64 = "0f01f9";

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
}
