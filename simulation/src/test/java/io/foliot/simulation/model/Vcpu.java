package io.foliot.simulation.model;

import java.math.BigInteger;
import java.util.function.Consumer;

/** A virtual CPU: its counter and its {@code vcpu_time_info}, written as the hypervisor does. */
final class Vcpu {
  private static final int STABLE = 1;

  final Ramp counter;
  private final SharedMemory page;

  /** Offset of the structure. */
  private final int offset;

  private long stamp;
  private long system;
  private long multiplier;
  private int shift;

  Vcpu(SharedMemory page, int offset, Ramp counter) {
    this.page = page;
    this.offset = offset;
    this.counter = counter;
  }

  void setVersion(int version) {
    page.poke(offset, version);
  }

  /**
   * Starts to update the structure, word by word.
   *
   * @param now the time of the update
   * @param systemTime system time then
   * @param shift of ticks, such that the multiplier fits into 32 bits
   * @param stable the flag TSC_STABLE
   * @param publish runs instead of the write that ends the update; it must run its argument
   */
  void write(long now, long systemTime, int shift, boolean stable, Consumer<Runnable> publish) {
    int version = page.peek(offset);
    long stamp = counter.at(now);
    int multiplier = scale(counter.perSecond(), shift).intValue();
    page.write(offset, version + 1);
    page.writeLong(offset + 8, stamp);
    page.writeLong(offset + 16, systemTime);
    page.write(offset + 24, multiplier);
    page.write(offset + 28, (shift & 0xFF) | (stable ? STABLE << 8 : 0));
    page.then(
        () ->
            publish.accept(
                () -> {
                  setVersion(version + 2);
                  this.stamp = stamp;
                  this.system = systemTime;
                  this.multiplier = multiplier & 0xFFFF_FFFFL;
                  this.shift = shift;
                }));
  }

  /** {@return the shift with which the multiplier of a frequency has exactly 32 bits} */
  static int shift(long hertz) {
    int shift = 0;
    while (scale(hertz, shift).bitLength() > 32) {
      shift++;
    }
    while (scale(hertz, shift).bitLength() < 32) {
      shift--;
    }
    return shift;
  }

  private static BigInteger scale(long hertz, int shift) {
    return BigInteger.valueOf(Machine.SECOND)
        .shiftLeft(32 - shift)
        .divide(BigInteger.valueOf(hertz));
  }

  /** {@return exact system time by the structure} */
  long truth(long now) {
    long ticks = Math.max(0, counter.at(now) - stamp);
    if (Long.numberOfLeadingZeros(ticks) > shift + 1) {
      long shifted = shift < 0 ? ticks >>> -shift : ticks << shift;
      return system
          + (Math.unsignedMultiplyHigh(shifted, multiplier) << 32)
          + ((shifted * multiplier) >>> 32);
    }
    BigInteger exact = BigInteger.valueOf(ticks);
    BigInteger shifted = shift < 0 ? exact.shiftRight(-shift) : exact.shiftLeft(shift);
    return system + shifted.multiply(BigInteger.valueOf(multiplier)).shiftRight(32).longValue();
  }
}
