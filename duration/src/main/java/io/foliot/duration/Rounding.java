package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;

/** The one place that decides whether a quotient is rounded up. */
final class Rounding {
  private Rounding() {}

  /**
   * What to add to the floor of an unsigned division: 0 or 1.
   *
   * @param mode how to round; durations are never negative, so up is ceiling and down is floor
   * @param remainder what the division left, unsigned, below {@code divisor}
   * @param divisor the divisor, unsigned
   * @param quotient the floor of the division; only its lowest bit is looked at
   * @throws ArithmeticException if {@code mode} is {@code UNNECESSARY} and {@code remainder} is not
   *     zero
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
            "rounding is necessary: "
                + Unsigned.toText(remainder)
                + " is left over in a division by "
                + Unsigned.toText(divisor)
                + "; pass another rounding mode to allow a loss");
    }
    throw new IllegalArgumentException("unknown rounding mode " + mode);
  }
}
