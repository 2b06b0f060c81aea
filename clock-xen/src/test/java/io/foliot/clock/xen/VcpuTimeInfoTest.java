package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VcpuTimeInfoTest {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** The formula of xen.h in unlimited precision, reduced to 64 bits at the end. */
  static long expected(long counter, long stamp, long system, int multiplier, int shift) {
    long ticks = counter - stamp;
    BigInteger delta = BigInteger.valueOf(ticks < 0 ? 0 : ticks);
    BigInteger shifted = shift < 0 ? delta.shiftRight(-shift) : delta.shiftLeft(shift);
    return shifted
        .multiply(BigInteger.valueOf(Integer.toUnsignedLong(multiplier)))
        .shiftRight(32)
        .add(BigInteger.valueOf(system))
        .mod(TWO_64)
        .longValue();
  }

  static VcpuTimeInfo info(long stamp, long system, int multiplier, int shift, int flags) {
    WordPage page = new WordPage();
    page.time(0x40, 2, stamp, system, multiplier, shift, flags);
    return VcpuTimeInfo.read(page, 0x40);
  }

  @Property
  void scalesAsTheHeaderSays(
      @ForAll long counter,
      @ForAll long stamp,
      @ForAll long system,
      @ForAll int multiplier,
      @ForAll @IntRange(min = -31, max = 31) int shift) {
    assertEquals(
        expected(counter, stamp, system, multiplier, shift),
        info(stamp, system, multiplier, shift, 1).nanosAt(counter));
  }

  @Property
  void scalesWhatHardwareShows(
      @ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int multiplier,
      @ForAll @IntRange(min = -8, max = 8) int shift,
      @ForAll @IntRange int seconds,
      @ForAll long stamp,
      @ForAll @IntRange int ticks) {
    long counter = stamp + Integer.toUnsignedLong(seconds) * 3_000_000_000L + ticks;
    assertEquals(
        expected(counter, stamp, 5_000_000_000L, multiplier, shift),
        info(stamp, 5_000_000_000L, multiplier, shift, 1).nanosAt(counter));
  }

  @Test
  void productIsWiderThan64Bits() {
    // 3 GHz for one hour: ticks × multiplier is 2^74.
    VcpuTimeInfo info = info(1000, 7, 0xAAAA_AAAB, -1, 1);
    long nanos = info.nanosAt(1000 + 3_600L * 3_000_000_000L);
    assertEquals(0, (nanos - 7 - 3_600_000_000_000L) / 1000);
  }

  @Test
  void counterBehindItsStampCountsAsEqual() {
    VcpuTimeInfo info = info(1_000_000, 123_456_789, 0x8000_0000, 1, 1);
    assertEquals(123_456_789, info.nanosAt(999_999));
    assertEquals(123_456_789, info.nanosAt(0));
    assertEquals(123_456_789, info.nanosAt(1_000_000));
    assertEquals(123_456_790, info.nanosAt(1_000_001));
  }

  @Test
  void counterThatWrapsGoesOn() {
    VcpuTimeInfo info = info(-10, 1000, 0x8000_0000, 1, 1);
    assertEquals(1020, info.nanosAt(10));
  }

  @Test
  void flags() {
    assertFalse(info(0, 0, 1, 0, 0).tscStable());
    assertTrue(info(0, 0, 1, 0, 1).tscStable());
    assertFalse(info(0, 0, 1, 0, 1).guestStopped());
    assertTrue(info(0, 0, 1, -1, 2).guestStopped());
    assertFalse(info(0, 0, 1, -1, 2).tscStable());
  }

  @Test
  void fields() {
    VcpuTimeInfo info = info(11, -2, -1, -5, 3);
    assertEquals(2, info.version());
    assertEquals(11, info.counterStamp());
    assertEquals(-2, info.systemTime());
    assertEquals(4294967295L, info.multiplier());
    assertEquals(-5, info.shift());
    assertEquals(
        "vcpu_time_info version 2, tsc_timestamp 11, system_time 18446744073709551614,"
            + " tsc_to_system_mul 4294967295, tsc_shift -5, TSC_STABLE, GUEST_STOPPED",
        info.toString());
  }

  @Test
  void readingGivesUpOnAnUpdateThatNeverEnds() {
    WordPage page = new WordPage();
    page.set(0, 7);
    assertThrows(IllegalStateException.class, () -> VcpuTimeInfo.read(page, 0));
  }
}
