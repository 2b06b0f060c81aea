package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The formula against BigInteger, and the error bounds against the exact rate. */
class TickScaleTest {
  @Test
  void knownMultipliers() {
    // 2^75 / 2^63 hertz-nanoseconds by hand: one tick of 1 GHz is one nanosecond.
    TickScale giga = TickScale.of(TickRate.ofHertz(1_000_000_000));
    assertEquals("(ticks * 9223372036854775808) >> 63", giga.toString());
    assertEquals(Long.MAX_VALUE, giga.toNanos(Long.MAX_VALUE));
    assertEquals(-1, giga.toNanos(-1));
    TickScale crystal = TickScale.of(TickRate.ofHertz(32_768));
    assertEquals("(ticks * 16777216000000000000) >> 49".length(), crystal.toString().length());
    assertEquals(1_000_000_000L, crystal.toNanos(32_768));
    // Read from a Xen guest under emulation: 1 GHz as mul 2147483905, shift 1.
    TickScale xen = TickScale.ofPvclock((int) 2_147_483_905L, 1);
    assertEquals("(ticks * 2147483905) >> 31", xen.toString());
    assertEquals(1_000_000_119L, xen.toNanos(1_000_000_000L));
    assertEquals("((ticks >> 3) * 4294967295) >> 32", TickScale.ofPvclock(-1, -3).toString());
  }

  @Property
  void theFormulaOfAParavirtualClock(
      @ForAll int multiplier,
      @ForAll @IntRange(min = -63, max = 63) int shift,
      @ForAll("unsigned") long ticks) {
    BigInteger shifted =
        shift < 0 ? Exact.of(ticks).shiftRight(-shift) : Exact.of(ticks).shiftLeft(shift);
    BigInteger exact =
        shifted.multiply(BigInteger.valueOf(Integer.toUnsignedLong(multiplier))).shiftRight(32);
    gives(exact, TickScale.ofPvclock(multiplier, shift), ticks);
  }

  @Test
  void everyShiftOfAParavirtualClock() {
    for (int shift = -63; shift <= 63; shift++) {
      TickScale scale = TickScale.ofPvclock(-1, shift);
      BigInteger factor = BigInteger.valueOf(0xFFFF_FFFFL);
      for (long ticks : Exact.edges()) {
        BigInteger shifted =
            shift < 0 ? Exact.of(ticks).shiftRight(-shift) : Exact.of(ticks).shiftLeft(shift);
        gives(shifted.multiply(factor).shiftRight(32), scale, ticks);
      }
    }
  }

  @Property
  void anyRateIsWithinItsBound(
      @ForAll("unsigned") long ticks,
      @ForAll("unsigned") long nanos,
      @ForAll("unsigned") long value) {
    if (ticks != 0 && nanos != 0) {
      isWithinItsBound(TickRate.ofRatio(ticks, nanos), value);
    }
  }

  @Test
  void knownRatesAreWithinTheirBoundsAtEveryEdge() {
    for (long[] hertz : TickRateTest.HERTZ) {
      for (long value : Exact.edges()) {
        isWithinItsBound(TickRate.ofHertz(hertz[0], hertz[1]), value);
      }
    }
    for (long ticks : Exact.fewEdges()) {
      for (long nanos : Exact.fewEdges()) {
        if (ticks != 0 && nanos != 0) {
          TickRate rate = TickRate.ofRatio(ticks, nanos);
          isWithinItsBound(rate, rate.saturatingFloorToTicks(-1));
          isWithinItsBound(rate, 1);
        }
      }
    }
  }

  private static void isWithinItsBound(TickRate rate, long value) {
    BigInteger exact =
        Exact.of(value).multiply(Exact.of(rate.nanos())).divide(Exact.of(rate.ticks()));
    TickScale scale = TickScale.of(rate);
    assertTrue(scale.multiplier() < 0, "64 significant bits");
    boolean small = Exact.of(value).bitLength() <= scale.shiftAfter();
    loses(exact, scale, value, BigInteger.valueOf(small ? 1 : 2));
    if (scale.shiftAfter() == 0) {
      TickRateTest.assertRejected(
          "a tick of a pvclock must be shorter than 9223372036854775808 ns, got a rate of " + rate,
          () -> TickScale.pvclock(rate));
      return;
    }
    TickScale pvclock = TickScale.pvclock(rate);
    BigInteger bound = exact.shiftRight(31).add(BigInteger.valueOf(2));
    loses(exact, pvclock, value, bound);
  }

  /** Asserts that the scale returns the exact result or at most {@code bound} less. */
  private static void loses(BigInteger exact, TickScale scale, long ticks, BigInteger bound) {
    BigInteger loss = exact.subtract(formula(scale, ticks));
    assertTrue(loss.signum() >= 0, () -> scale + " returns too much for " + ticks);
    // A result that does not fit is refused, or was brought below the limit by the loss.
    assertTrue(
        !Exact.fits(exact) || loss.compareTo(bound) <= 0,
        () -> scale + " loses " + loss + " for " + ticks);
    gives(formula(scale, ticks), scale, ticks);
  }

  private static BigInteger formula(TickScale scale, long ticks) {
    return Exact.of(ticks)
        .shiftRight(scale.shiftBefore())
        .multiply(Exact.of(scale.multiplier()))
        .shiftRight(scale.shiftAfter());
  }

  private static void gives(BigInteger exact, TickScale scale, long ticks) {
    assertEquals(Exact.clamp(exact), Exact.of(scale.saturatingToNanos(ticks)));
    if (Exact.fits(exact)) {
      assertEquals(exact, Exact.of(scale.toNanos(ticks)));
    } else {
      ArithmeticException e = assertThrows(ArithmeticException.class, () -> scale.toNanos(ticks));
      assertTrue(e.getMessage().startsWith(Exact.of(ticks) + " ticks exceeds"));
    }
  }

  @Test
  void refusals() {
    TickRateTest.assertRejected(
        "the shift of a pvclock must be -63 to 63, got 64", () -> TickScale.ofPvclock(1, 64));
    TickRateTest.assertRejected(
        "the shift of a pvclock must be -63 to 63, got -64", () -> TickScale.ofPvclock(1, -64));
  }

  @Provide
  Arbitrary<Long> unsigned() {
    return Exact.unsigned();
  }
}
