package io.foliot.clock.solo5;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Nanos;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A clock on a 64-bit cycle counter of known frequency, in pure Java: the TSC of an hvt guest,
 * whose frequency is in the boot information ({@code cpu_cycle_freq} of {@code struct
 * hvt_boot_info} in Solo5's {@code hvt_abi.h}), or the virtual count of AArch64.
 *
 * <p>The time is the count since this clock was made, times 10<sup>9</sup>, divided by the
 * frequency: always from the same base, so that no error adds up, and with a full-width product, so
 * that nothing wraps. The quotient 10<sup>9</sup> / frequency is kept as whole nanoseconds and a
 * fraction of 64 bits. A reading is the exact time rounded down, or 1 ns less, never more.
 *
 * <h2>Platform support</h2>
 *
 * <p>The counter must run at one rate and, where several processors read it, be the same on all of
 * them ("invariant", "synchronised"), and a reading must not move before earlier loads: this clock
 * goes as far back as its counter does, but never below its base. Starts at 0 when made; counts
 * until 584 years have passed. Whether it counts suspend depends on the counter. Costs one reading
 * of the counter and five multiplications; allocates nothing. Safe for use by several threads if
 * the counter is.
 */
public final class CycleClock implements MonotonicClock {
  private final LongSupplier counter;
  private final long base;
  private final long wholeNanos;
  private final long fraction;
  private final long periodPicos;

  /**
   * A clock that shows 0 now.
   *
   * @param counter reads the counter, 64 bits
   * @param hertz its frequency, at least 1
   * @throws IllegalArgumentException if {@code hertz} is 0 or negative
   */
  public CycleClock(LongSupplier counter, long hertz) {
    if (hertz < 1) {
      throw new IllegalArgumentException(
          "a cycle counter has a frequency of at least 1 Hz: got " + hertz);
    }
    this.counter = counter;
    this.base = counter.getAsLong();
    this.wholeNanos = Nanos.PER_SECOND / hertz;
    this.fraction = fractionOf(Nanos.PER_SECOND % hertz, hertz);
    this.periodPicos = Nanos.max(1, 1000 * Nanos.PER_SECOND / hertz);
  }

  @Override
  public long elapsedNanos() {
    long cycles = counter.getAsLong() - base;
    if (cycles < 0) {
      // Behind the base: a processor whose counter is late, not 292 years at 1 GHz.
      return 0;
    }
    return cycles * wholeNanos + multiplyHigh(cycles, fraction);
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(periodPicos);
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.UNKNOWN;
  }

  /** Floor of 2^64 * part / whole, by long division; part is below whole. */
  private static long fractionOf(long part, long whole) {
    long rest = part;
    long result = 0;
    for (int bit = 0; bit < 64; bit++) {
      rest <<= 1;
      result <<= 1;
      if (Nanos.compare(rest, whole) >= 0) {
        rest -= whole;
        result |= 1;
      }
    }
    return result;
  }

  /**
   * Bits 64 to 127 of the product of two unsigned numbers; the JDK's own is not on every target.
   */
  private static long multiplyHigh(long a, long b) {
    long aLow = a & 0xFFFF_FFFFL;
    long aHigh = a >>> 32;
    long bLow = b & 0xFFFF_FFFFL;
    long bHigh = b >>> 32;
    long middle = aHigh * bLow + ((aLow * bLow) >>> 32);
    long cross = aLow * bHigh + (middle & 0xFFFF_FFFFL);
    return aHigh * bHigh + (middle >>> 32) + (cross >>> 32);
  }
}
