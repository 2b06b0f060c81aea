package io.foliot.duration;

/** The texts of all errors that arithmetic can end in, kept away from the code that is hot. */
final class Refusals {
  private static final String MAX = "18446744073709551615 ns";

  private Refusals() {}

  static RuntimeException amount(long amount, long limit, String plural) {
    if (amount < 0) {
      return new IllegalArgumentException(
          "a duration is never negative: got " + amount + " " + plural);
    }
    return new ArithmeticException(
        amount
            + " "
            + plural
            + " are too long for a duration: at most "
            + limit
            + " fit in "
            + MAX);
  }

  static IndexOutOfBoundsException room(int needed, int room) {
    return new IndexOutOfBoundsException(
        "no room for the result: it needs an array of " + needed + ", and got one of " + room);
  }

  static ArithmeticException signed(long nanos) {
    return new ArithmeticException(
        Unsigned.toText(nanos)
            + " ns do not fit in a signed long (at most 9223372036854775807);"
            + " take the unsigned number, a larger unit or a saturating conversion");
  }

  static ArithmeticException sum(long a, long b) {
    return new ArithmeticException(
        Unsigned.toText(a) + " ns + " + Unsigned.toText(b) + " ns is longer than " + MAX);
  }

  static ArithmeticException difference(long a, long b) {
    return new ArithmeticException(
        Unsigned.toText(a) + " ns - " + Unsigned.toText(b) + " ns is negative");
  }

  static ArithmeticException product(long nanos, long factor) {
    return new ArithmeticException(
        Unsigned.toText(nanos) + " ns * " + factor + " is longer than " + MAX);
  }

  static void checkFactor(long factor) {
    if (factor < 0) {
      throw new IllegalArgumentException("a factor must not be negative: got " + factor);
    }
  }

  static void checkDivisor(long divisor) {
    if (divisor < 0) {
      throw new IllegalArgumentException("a divisor must not be negative: got " + divisor);
    }
    checkNotZero(divisor);
  }

  static void checkCount(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count must not be negative: got " + count);
    }
  }

  static ArithmeticException rate(long count, long nanos) {
    return new ArithmeticException(
        count + " in " + Unsigned.toText(nanos) + " ns are over 9223372036854775807 a second");
  }

  static ArithmeticException signedSum(String sum) {
    return new ArithmeticException(
        sum + " is outside -18446744073709551615 ns to 18446744073709551615 ns");
  }

  static void checkNotZero(long divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("a duration cannot be divided by zero");
    }
  }
}
