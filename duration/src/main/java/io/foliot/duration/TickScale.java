package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Ticks to nanoseconds with a multiplication and shifts in place of a division: {@code ((ticks >>
 * shiftBefore) × multiplier) >> shiftAfter}, all unsigned and the product 128 bits wide.
 *
 * <p>Hypervisors and kernels publish their rates in this form. It is faster than {@link TickRate}
 * and <b>not exact</b>: the multiplier is cut to a whole number, so that a scale never gives more
 * than the exact result, and can give less. How much less is said where a scale is made.
 *
 * <p>Scale the difference of the counter from one fixed reading. Differences that are scaled and
 * added up lose up to a nanosecond each time.
 *
 * <p>Thread safety: immutable.
 */
public final class TickScale {
  private final int shiftBefore;
  private final long multiplier;
  private final int shiftAfter;

  private TickScale(int shiftBefore, long multiplier, int shiftAfter) {
    this.shiftBefore = shiftBefore;
    this.multiplier = multiplier;
    this.shiftAfter = shiftAfter;
  }

  /**
   * The most exact scale for a rate: a multiplier of 64 significant bits.
   *
   * <p>Error: {@link #toNanos} gives at most 1 ns less than {@link TickRate#floorToNanos} up to
   * 2<sup>{@link #shiftAfter()}</sup> ticks, and at most 2 ns less wherever the exact result fits.
   * For a rate over 1 GHz all numbers of ticks are in the first range.
   *
   * @param rate any rate
   * @return the scale
   */
  public static TickScale of(TickRate rate) {
    int ticksShift = Long.numberOfLeadingZeros(rate.ticks());
    int nanosShift = Long.numberOfLeadingZeros(rate.nanos());
    long ticks = rate.ticks() << ticksShift;
    long nanos = rate.nanos() << nanosShift;
    // Both have their highest bit set now: one of two shifts gives a quotient of exactly 64 bits.
    if (Unsigned.less(nanos, ticks)) {
      return new TickScale(0, Unsigned.divide(nanos, 0, ticks), 64 + nanosShift - ticksShift);
    }
    long multiplier = Unsigned.divide(nanos >>> 1, nanos << 63, ticks);
    return new TickScale(0, multiplier, 63 + nanosShift - ticksShift);
  }

  /**
   * The scale of the paravirtual clock of Xen and KVM: {@code (ticks shifted left by shift) ×
   * multiplier >> 32}, where a negative shift is to the right. The parameters are the fields {@code
   * tsc_to_system_mul} and {@code tsc_shift} of {@code struct vcpu_time_info} in Xen's public
   * header {@code xen.h}, and of {@code struct pvclock_vcpu_time_info} in KVM's documentation.
   *
   * <p>A shift to the left keeps the bits that go over 64, so that the result is right or refused,
   * never wrapped.
   *
   * @param multiplier unsigned 32-bit number
   * @param shift −63 to 63
   * @return the scale
   * @throws IllegalArgumentException if {@code shift} is outside its range
   */
  public static TickScale ofPvclock(int multiplier, int shift) {
    if (shift < -63 || shift > 63) {
      throw new IllegalArgumentException(
          "the shift of a paravirtual clock is -63 to 63: got " + shift);
    }
    long wide = Integer.toUnsignedLong(multiplier);
    if (shift < 0) {
      return new TickScale(-shift, wide, 32);
    }
    return shift <= 32
        ? new TickScale(0, wide, 32 - shift)
        : new TickScale(0, wide << (shift - 32), 0);
  }

  /**
   * The scale that a hypervisor would publish for a rate: as {@link #ofPvclock(int, int)}, with a
   * multiplier of 32 significant bits.
   *
   * <p>Error: {@link #toNanos} gives at most the 2<sup>31</sup>th part of the exact result, rounded
   * up, plus 1 ns, less than {@link TickRate#floorToNanos}: 2 ns in the first two seconds, about 40
   * µs a day. A rate of more than 1 GHz costs the lowest bits of the ticks, which the 1 ns covers.
   *
   * @param rate a rate of which a tick takes less than 2<sup>63</sup> ns
   * @return the scale
   * @throws IllegalArgumentException if a tick takes longer
   */
  public static TickScale pvclock(TickRate rate) {
    TickScale exact = of(rate);
    // The multiplier has 64 bits; its upper half with the same value needs 32 fewer shifts.
    int shift = 64 - exact.shiftAfter;
    return ofPvclock((int) (exact.multiplier >>> 32), shift);
  }

  /**
   * The number of bits cut off the ticks before the multiplication.
   *
   * @return 0 to 63; 0 unless a paravirtual clock has a negative shift
   */
  public int shiftBefore() {
    return shiftBefore;
  }

  /**
   * The factor.
   *
   * @return unsigned 64-bit number
   */
  public long multiplier() {
    return multiplier;
  }

  /**
   * The number of bits cut off the product.
   *
   * @return 0 to 127
   */
  public int shiftAfter() {
    return shiftAfter;
  }

  /**
   * The time that a number of ticks takes, at most.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   * @throws ArithmeticException if the result is over 18446744073709551615 ns
   */
  public long toNanos(long ticks) {
    long shifted = ticks >>> shiftBefore;
    long high = Unsigned.multiplyHigh(shifted, multiplier);
    if (shiftAfter >= 64) {
      // Java shifts by the amount modulo 64.
      return high >>> shiftAfter;
    }
    if (high >>> shiftAfter != 0) {
      throw new ArithmeticException(
          Unsigned.toText(ticks) + " ticks are over 18446744073709551615 ns");
    }
    // In two steps, because a shift by 64 is a shift by 0.
    return (high << 1 << (63 - shiftAfter)) | ((shifted * multiplier) >>> shiftAfter);
  }

  /**
   * As {@link #toNanos}, or {@link Nanos#MAX} if the result is longer than that.
   *
   * @param ticks unsigned
   * @return unsigned nanoseconds
   */
  public long saturatingToNanos(long ticks) {
    if (shiftAfter < 64
        && Unsigned.multiplyHigh(ticks >>> shiftBefore, multiplier) >>> shiftAfter != 0) {
      return Nanos.MAX;
    }
    return toNanos(ticks);
  }

  /**
   * The formula as text.
   *
   * @return for example {@code (ticks * 13743895347200000000) >> 72}
   */
  @JsonValue
  @Override
  public String toString() {
    String ticks = shiftBefore == 0 ? "ticks" : "(ticks >> " + shiftBefore + ")";
    return "(" + ticks + " * " + Unsigned.toText(multiplier) + ") >> " + shiftAfter;
  }
}
