package io.foliot.duration;

/**
 * Unsigned 64-bit and 128-bit integer arithmetic in plain Java 8.
 *
 * <p>The JDK's methods are no alternative: {@code Long.divideUnsigned} on Java 8 goes through
 * {@code BigInteger}, whose static initializer runs floating point, and {@code
 * Math.unsignedMultiplyHigh} needs Java 18 and is missing from small runtimes.
 */
final class Unsigned {
  private static final long LOW_32 = 0xFFFF_FFFFL;

  private Unsigned() {}

  static boolean less(long a, long b) {
    return Long.compareUnsigned(a, b) < 0;
  }

  /** {@return the floor of {@code dividend / divisor}; {@code divisor} is not 0} */
  static long divide(long dividend, long divisor) {
    if ((dividend | divisor) >= 0) {
      return dividend / divisor;
    }
    if (divisor < 0) {
      return less(dividend, divisor) ? 0 : 1;
    }
    // Halving the dividend gives an estimate that is exact or one less.
    long estimate = ((dividend >>> 1) / divisor) << 1;
    long rest = dividend - estimate * divisor;
    return less(rest, divisor) ? estimate : estimate + 1;
  }

  static long remainder(long dividend, long divisor) {
    return dividend - divide(dividend, divisor) * divisor;
  }

  /** {@return bits 64 to 127 of the product} */
  static long multiplyHigh(long a, long b) {
    long aLow = a & LOW_32;
    long aHigh = a >>> 32;
    long bLow = b & LOW_32;
    long bHigh = b >>> 32;
    long middle = aHigh * bLow + ((aLow * bLow) >>> 32);
    long cross = aLow * bHigh + (middle & LOW_32);
    return aHigh * bHigh + (middle >>> 32) + (cross >>> 32);
  }

  /**
   * {@return the floor of {@code (high × 2^64 + low) / divisor}; {@code high} is below {@code
   * divisor}, so the quotient fits in 64 bits}
   *
   * <p>Long division with 32-bit digits: Knuth, The Art of Computer Programming 2, section 4.3.1,
   * algorithm D, for a dividend of four digits and a divisor of two.
   */
  static long divide(long high, long low, long divisor) {
    if (high == 0) {
      return divide(low, divisor);
    }
    int shift = Long.numberOfLeadingZeros(divisor);
    long d = divisor << shift;
    long top = shift == 0 ? high : (high << shift) | (low >>> (64 - shift));
    long bottom = low << shift;
    long first = digit(top, bottom >>> 32, d);
    long rest = ((top << 32) | (bottom >>> 32)) - first * d;
    long second = digit(rest, bottom & LOW_32, d);
    return (first << 32) + second;
  }

  /** {@return the floor of {@code (top × 2^32 + next) / d}; the highest bit of {@code d} is set} */
  private static long digit(long top, long next, long d) {
    long dHigh = d >>> 32;
    long dLow = d & LOW_32;
    long quotient = divide(top, dHigh);
    long rest = top - quotient * dHigh;
    // The estimate is at most two too large; the comparison is valid while rest is below 2^32.
    while (quotient > LOW_32 || less((rest << 32) | next, quotient * dLow)) {
      quotient--;
      rest += dHigh;
      if (rest > LOW_32) {
        break;
      }
    }
    return quotient;
  }

  /** {@return the decimal text} */
  static String toText(long value) {
    if (value >= 0) {
      return Long.toString(value);
    }
    long tens = (value >>> 1) / 5;
    return Long.toString(tens) + Long.toString(value - tens * 10);
  }
}
