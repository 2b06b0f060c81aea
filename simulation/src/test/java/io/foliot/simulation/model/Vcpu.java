package io.foliot.simulation.model;

import java.math.BigInteger;

/** A virtual CPU: its counter, and what its {@code vcpu_time_info} says. */
final class Vcpu {
  final int offset;
  final Ramp counter;
  private long stamp;
  private long system;
  private long multiplier;
  private int shift;

  Vcpu(int offset, Ramp counter) {
    this.offset = offset;
    this.counter = counter;
  }

  void says(long stamp, long system, int multiplier, int shift) {
    this.stamp = stamp;
    this.system = system;
    this.multiplier = multiplier & 0xFFFF_FFFFL;
    this.shift = shift;
  }

  /** System time by the structure, exact. */
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
