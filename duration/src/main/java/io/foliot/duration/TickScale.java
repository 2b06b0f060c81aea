package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Converts ticks to nanoseconds with a multiplication and shifts instead of a division: {@code
 * ((ticks >> shiftBefore) × multiplier) >> shiftAfter}, unsigned, with a 128-bit product.
 *
 * <p>Hypervisors and kernels publish their rates in this form. It is faster than {@link TickRate}
 * and <b>not exact</b>: the multiplier is truncated, so a scale never returns more than the exact
 * result and can return less. The methods that make a scale state its error.
 *
 * <p>Scale the difference from one fixed reading. A sum of scaled differences loses up to a
 * nanosecond for each of them.
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
   * {@return the most precise scale for a rate, with a multiplier of 64 significant bits}
   *
   * <p>Error: {@link #toNanos} returns at most 1 ns less than {@link TickRate#floorToNanos} up to
   * 2<sup>{@link #shiftAfter()}</sup> ticks, and at most 2 ns less for every other result that
   * fits. For rates over 1 GHz, every number of ticks is in the first range.
   *
   * @param rate any rate
   */
  public static TickScale of(TickRate rate) {
    int ticksShift = Long.numberOfLeadingZeros(rate.ticks());
    int nanosShift = Long.numberOfLeadingZeros(rate.nanos());
    long ticks = rate.ticks() << ticksShift;
    long nanos = rate.nanos() << nanosShift;
    // Both have their highest bit set: one of two shifts gives a quotient of exactly 64 bits.
    if (Unsigned.less(nanos, ticks)) {
      return new TickScale(0, Unsigned.divide(nanos, 0, ticks), 64 + nanosShift - ticksShift);
    }
    long multiplier = Unsigned.divide(nanos >>> 1, nanos << 63, ticks);
    return new TickScale(0, multiplier, 63 + nanosShift - ticksShift);
  }

  /**
   * {@return the scale of the paravirtual clock of Xen and KVM: {@code (ticks << shift) ×
   * multiplier >> 32}, where a negative shift is to the right} The parameters are the fields {@code
   * tsc_to_system_mul} and {@code tsc_shift} of {@code struct vcpu_time_info} in Xen's public
   * header {@code xen.h}, and of {@code struct pvclock_vcpu_time_info} in KVM's documentation.
   *
   * <p>A left shift keeps the bits above 64: the result is right or an exception, never wrapped.
   *
   * @param multiplier unsigned 32-bit number
   * @param shift −63 to 63
   * @throws IllegalArgumentException if {@code shift} is outside its range
   */
  public static TickScale ofPvclock(int multiplier, int shift) {
    if (shift < -63 || shift > 63) {
      throw new IllegalArgumentException("the shift of a pvclock must be -63 to 63, got " + shift);
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
   * {@return the scale that a hypervisor publishes for a rate} As {@link #ofPvclock(int, int)},
   * with a multiplier of 32 significant bits.
   *
   * <p>Error: {@link #toNanos} returns at most the 2<sup>31</sup>th part of the exact result,
   * rounded up, plus 1 ns, less than {@link TickRate#floorToNanos}: 2 ns in the first two seconds,
   * about 40 µs per day. Rates over 1 GHz lose the lowest bits of the ticks, which the 1 ns covers.
   *
   * @param rate a rate whose tick is shorter than 2<sup>63</sup> ns
   * @throws IllegalArgumentException if a tick is longer
   */
  public static TickScale pvclock(TickRate rate) {
    TickScale exact = of(rate);
    if (exact.shiftAfter == 0) {
      throw new IllegalArgumentException(
          "a tick of a pvclock must be shorter than 9223372036854775808 ns, got a rate of "
              + rate.toString());
    }
    // The upper half of the 64-bit multiplier, with a shift that is smaller by 32.
    return ofPvclock((int) (exact.multiplier >>> 32), 64 - exact.shiftAfter);
  }

  /**
   * {@return the right shift of the ticks before the multiplication: 0 to 63, and 0 unless a
   * paravirtual clock has a negative shift}
   */
  public int shiftBefore() {
    return shiftBefore;
  }

  /** {@return the multiplier, an unsigned 64-bit number} */
  public long multiplier() {
    return multiplier;
  }

  /** {@return the right shift of the product: 0 to 127} */
  public int shiftAfter() {
    return shiftAfter;
  }

  /**
   * {@return the time of {@code ticks} in unsigned nanoseconds, never more than the exact time}
   *
   * @param ticks unsigned
   * @throws ArithmeticException if the result exceeds {@link Nanos#MAX}
   */
  public long toNanos(long ticks) {
    long shifted = ticks >>> shiftBefore;
    long high = Unsigned.multiplyHigh(shifted, multiplier);
    if (shiftAfter >= 64) {
      // Java shifts by shiftAfter modulo 64.
      return high >>> shiftAfter;
    }
    if (high >>> shiftAfter != 0) {
      throw DurationErrors.conversion(ticks, "ticks", "ns");
    }
    // Two shifts, because a shift by 64 is a shift by 0.
    return (high << 1 << (63 - shiftAfter)) | ((shifted * multiplier) >>> shiftAfter);
  }

  /**
   * {@return as {@link #toNanos}, or {@link Nanos#MAX} if the result exceeds that}
   *
   * @param ticks unsigned
   */
  public long saturatingToNanos(long ticks) {
    if (shiftAfter < 64
        && Unsigned.multiplyHigh(ticks >>> shiftBefore, multiplier) >>> shiftAfter != 0) {
      return Nanos.MAX;
    }
    return toNanos(ticks);
  }

  /** {@return the formula as text, such as {@code (ticks * 13743895347200000000) >> 72}} */
  @JsonValue
  @Override
  public String toString() {
    String ticks = shiftBefore == 0 ? "ticks" : "(ticks >> " + shiftBefore + ")";
    return "(" + ticks + " * " + Unsigned.toText(multiplier) + ") >> " + shiftAfter;
  }
}
