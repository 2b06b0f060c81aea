package io.foliot.duration;

/** The exceptions of the arithmetic, out of line so that hot code stays small. */
final class DurationErrors {
  private static final String EXCEEDS_MAX =
      " exceeds the maximum duration, 18446744073709551615 ns";

  private DurationErrors() {}

  static RuntimeException amount(long amount, long limit, String unitName) {
    if (amount < 0) {
      return new IllegalArgumentException(
          "a duration must not be negative, got " + amount + " " + unitName);
    }
    return new ArithmeticException(
        amount + " " + unitName + " exceeds the maximum duration, " + limit + " " + unitName);
  }

  static IndexOutOfBoundsException tooFewElements(int required, int actual) {
    return new IndexOutOfBoundsException(
        "the target array must have at least " + required + " elements, got " + actual);
  }

  static ArithmeticException signed(long nanos) {
    return new ArithmeticException(
        Unsigned.toText(nanos)
            + " ns exceeds Long.MAX_VALUE, 9223372036854775807;"
            + " use unsigned nanoseconds, a larger unit or a saturating conversion");
  }

  static ArithmeticException sum(long a, long b) {
    return new ArithmeticException(
        Unsigned.toText(a) + " ns + " + Unsigned.toText(b) + " ns" + EXCEEDS_MAX);
  }

  static ArithmeticException difference(long a, long b) {
    return new ArithmeticException(
        Unsigned.toText(a)
            + " ns - "
            + Unsigned.toText(b)
            + " ns is negative; use saturatingMinus, absDiff or a SignedDuration");
  }

  static ArithmeticException product(long nanos, long factor) {
    return new ArithmeticException(Unsigned.toText(nanos) + " ns * " + factor + EXCEEDS_MAX);
  }

  /** The error of a conversion between ticks and nanoseconds. */
  static ArithmeticException conversion(long value, String from, String to) {
    return new ArithmeticException(
        Unsigned.toText(value) + " " + from + " exceeds the maximum, 18446744073709551615 " + to);
  }

  static void checkFactor(long factor) {
    if (factor < 0) {
      throw new IllegalArgumentException("a factor must not be negative, got " + factor);
    }
  }

  static void checkDivisor(long divisor) {
    if (divisor < 0) {
      throw new IllegalArgumentException("a divisor must be positive, got " + divisor);
    }
    checkNotZero(divisor);
  }

  static void checkNotZero(long divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("a divisor must be positive, got 0");
    }
  }

  static void checkCount(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count must not be negative, got " + count);
    }
  }

  static void checkElapsed(long nanos) {
    if (nanos == 0) {
      throw new ArithmeticException("the elapsed time of a rate must be positive, got 0 ns");
    }
  }

  static ArithmeticException rate(long count, long nanos) {
    return new ArithmeticException(
        count
            + " events in "
            + Unsigned.toText(nanos)
            + " ns exceeds the maximum rate, 9223372036854775807 per second");
  }

  static ArithmeticException signedSum(SignedDuration a, SignedDuration b) {
    return signedRange(a.toString() + " + " + b.toString());
  }

  static ArithmeticException signedRange(String value) {
    return new ArithmeticException(
        value
            + " exceeds the range of a signed duration,"
            + " -18446744073709551615 ns to 18446744073709551615 ns");
  }

  static ArithmeticException signedNanos(SignedDuration duration) {
    return new ArithmeticException(
        duration.toString()
            + " exceeds the range of a long,"
            + " -9223372036854775808 ns to 9223372036854775807 ns; use abs() and signum()");
  }
}
