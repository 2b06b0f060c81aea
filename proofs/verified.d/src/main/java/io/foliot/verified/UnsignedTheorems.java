package io.foliot.verified;

/** {@code Unsigned}: 64-bit and 128-bit arithmetic. */
final class UnsignedTheorems {
  private UnsignedTheorems() {}

  static void state(Theorems in) {
    in.owner("io.foliot.duration.Unsigned");

    in.theorem(
        "boolean Unsigned.less(u64 a, u64 b)", //
        (claim, a, b) -> claim.truth(a.below(b)));

    in.theorem(
        "u64 Unsigned.divide(u64 dividend, u64 divisor)",
        (claim, dividend, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return dividend.over(divisor);
        });

    in.theorem(
        "u64 Unsigned.remainder(u64 dividend, u64 divisor)",
        (claim, dividend, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return dividend.mod(divisor);
        });

    in.theorem(
        "u64 Unsigned.multiplyHigh(u64 a, u64 b)",
        (claim, a, b) -> a.times(b).over(Term.powerOfTwo(64)));

    // Knuth's algorithm D: one digit of 32 bits of the quotient.
    in.theorem(
        "u64 Unsigned.digit(u64 top, u64 next, u64 d)",
        (claim, top, next, d) -> {
          claim.requires(d.atLeast(Term.powerOfTwo(63)));
          claim.requires(top.below(d));
          claim.requires(next.below(Term.powerOfTwo(32)));
          Term digit = top.shiftedLeft(32).plus(next).over(d);
          claim.concludes(digit.below(Term.powerOfTwo(32)));
          return digit;
        });

    in.theorem(
        "u64 Unsigned.divide(u64 high, u64 low, u64 divisor)",
        (claim, high, low, divisor) -> {
          claim.requires(high.below(divisor));
          return high.shiftedLeft(64).plus(low).over(divisor);
        });
  }
}
