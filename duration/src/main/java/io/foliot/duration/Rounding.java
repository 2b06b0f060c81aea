package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/** Rounds unsigned quotients. */
final class Rounding {
  private Rounding() {}

  /**
   * {@return what to add to the floor of an unsigned division: 0 or 1}
   *
   * @param mode quotients are not negative, so {@code UP} is {@code CEILING} and {@code DOWN} is
   *     {@code FLOOR}
   * @param remainder unsigned, below {@code divisor}
   * @param divisor unsigned
   * @param quotient the floor; only its lowest bit matters
   * @throws ArithmeticException if {@code mode} is {@code UNNECESSARY} and {@code remainder} is not
   *     0
   */
  static int increment(RoundingMode mode, long remainder, long divisor, long quotient) {
    Objects.requireNonNull(mode, "mode");
    if (remainder == 0) {
      return 0;
    }
    int half = Long.compareUnsigned(remainder, divisor - remainder);
    switch (mode) {
      case UP:
      case CEILING:
        return 1;
      case DOWN:
      case FLOOR:
        return 0;
      case HALF_UP:
        return half >= 0 ? 1 : 0;
      case HALF_DOWN:
        return half > 0 ? 1 : 0;
      case HALF_EVEN:
        return half > 0 || (half == 0 && (quotient & 1) != 0) ? 1 : 0;
      case UNNECESSARY:
        throw new ArithmeticException(
            "a division by "
                + Unsigned.toText(divisor)
                + " leaves a remainder of "
                + Unsigned.toText(remainder)
                + "; use a rounding mode other than UNNECESSARY");
    }
    throw new IllegalArgumentException("unknown rounding mode " + mode);
  }
}
