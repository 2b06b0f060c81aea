package io.foliot.verified;

import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/** {@code Nanos} and {@code Rounding}: unsigned 64-bit nanoseconds. */
final class NanosTheorems {
  private static final Term TWO_TO_64 = Term.powerOfTwo(64);
  private static final Term MAX = TWO_TO_64.minus(1);
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private NanosTheorems() {}

  static void state(Theorems in) {
    in.owner("io.foliot.duration.Nanos");
    in.owner("io.foliot.duration.Rounding");
    for (RoundingMode mode : RoundingMode.values()) {
      in.type("RoundingMode." + mode, new Type.EnumConstant(mode));
    }
    for (TimeUnit unit : TimeUnit.values()) {
      in.type("TimeUnit." + unit, new Type.EnumConstant(unit));
    }
    unit(in, "Micros", 1_000);
    unit(in, "Millis", 1_000_000);
    unit(in, "Seconds", 1_000_000_000);
    unit(in, "Minutes", 60_000_000_000L);
    unit(in, "Hours", 3_600_000_000_000L);
    unit(in, "Days", NANOS_PER_DAY);
    unit(in, "Weeks", 7 * NANOS_PER_DAY);
    unit(in, "Years", 365 * NANOS_PER_DAY + NANOS_PER_DAY / 4);
    timeUnits(in);
    parts(in);
    arithmetic(in);
    division(in);
    rounding(in);
    comparison(in);
  }

  private static void unit(Theorems in, String unit, long size) {
    in.theorem(
        "u64 Nanos.of" + unit + "(s64 amount)", //
        (claim, amount) -> make(claim, amount, size));
    in.theorem(
        "u64 Nanos.to" + unit + "(u64 nanos)", //
        (claim, nanos) -> nanos.over(size));
  }

  private static Term make(Claim claim, Term amount, long size) {
    claim.refuses(IllegalArgumentException.class, amount.below(0));
    claim.refuses(ArithmeticException.class, amount.times(size).above(MAX));
    return amount.times(size);
  }

  private static Term signed(Claim claim, Term nanos) {
    claim.refuses(ArithmeticException.class, nanos.atLeast(Term.powerOfTwo(63)));
    return nanos;
  }

  private static void timeUnits(Theorems in) {
    in.theorem("u64 Nanos.toSigned(u64 nanos)", NanosTheorems::signed);
    for (TimeUnit unit : TimeUnit.values()) {
      long size = unit.toNanos(1);
      in.theorem(
          "u64 Nanos.of(s64 amount, TimeUnit." + unit + " unit)",
          (claim, amount) -> make(claim, amount, size));
      in.theorem(
          "s64 Nanos.to(u64 nanos, TimeUnit." + unit + " unit)",
          (claim, nanos) -> signed(claim, nanos.over(size)));
    }
  }

  private static void parts(Theorems in) {
    part(in, "hours", 24, 3_600_000_000_000L);
    part(in, "minutes", 60, 60_000_000_000L);
    part(in, "seconds", 60, 1_000_000_000);
    part(in, "millis", 1_000, 1_000_000);
    part(in, "micros", 1_000, 1_000);
    part(in, "nanos", 1_000, 1);
    part(in, "subsecond", 1_000_000_000, 1);
  }

  /** Whole units, of which so many make a larger one that is left out. */
  private static void part(Theorems in, String name, long perLarger, long size) {
    in.theorem(
        "s32 Nanos." + name + "Part(u64 nanos)", //
        (claim, nanos) -> nanos.over(size).mod(perLarger));
  }

  private static void arithmetic(Theorems in) {
    in.theorem(
        "u64 Nanos.plus(u64 a, u64 b)",
        (claim, a, b) -> {
          claim.refuses(ArithmeticException.class, a.plus(b).above(MAX));
          return a.plus(b);
        });
    in.theorem(
        "u64 Nanos.minus(u64 a, u64 b)",
        (claim, a, b) -> {
          claim.refuses(ArithmeticException.class, a.below(b));
          return a.minus(b);
        });
    in.theorem(
        "u64 Nanos.times(u64 nanos, s64 factor)",
        (claim, nanos, factor) -> {
          claim.refuses(IllegalArgumentException.class, factor.below(0));
          claim.refuses(ArithmeticException.class, nanos.times(factor).above(MAX));
          return nanos.times(factor);
        });

    in.theorem(
        "u64 Nanos.saturatingPlus(u64 a, u64 b)", //
        (claim, a, b) -> claim.min(a.plus(b), MAX));
    in.theorem(
        "u64 Nanos.saturatingMinus(u64 a, u64 b)",
        (claim, a, b) -> claim.max(a.minus(b), Term.ZERO));
    in.theorem(
        "u64 Nanos.saturatingTimes(u64 nanos, s64 factor)",
        (claim, nanos, factor) -> {
          claim.refuses(IllegalArgumentException.class, factor.below(0));
          return claim.min(nanos.times(factor), MAX);
        });

    in.theorem(
        "u64 Nanos.wrappingPlus(u64 a, u64 b)", //
        (claim, a, b) -> a.plus(b).mod(TWO_TO_64));
    in.theorem(
        "u64 Nanos.wrappingMinus(u64 a, u64 b)", //
        (claim, a, b) -> a.minus(b).mod(TWO_TO_64));
    in.theorem(
        "u64 Nanos.wrappingTimes(u64 nanos, s64 factor)",
        (claim, nanos, factor) -> {
          claim.refuses(IllegalArgumentException.class, factor.below(0));
          return nanos.times(factor).mod(TWO_TO_64);
        });

    in.theorem(
        "u64 Nanos.absDiff(u64 a, u64 b)", (claim, a, b) -> claim.max(a.minus(b), b.minus(a)));
  }

  private static void division(Theorems in) {
    in.theorem(
        "u64 Nanos.dividedBy(u64 nanos, s64 divisor)",
        (claim, nanos, divisor) -> {
          claim.refuses(IllegalArgumentException.class, divisor.below(0));
          claim.refuses(ArithmeticException.class, divisor.is(0));
          return nanos.over(divisor);
        });
    in.theorem(
        "u64 Nanos.quotient(u64 nanos, u64 divisorNanos)",
        (claim, nanos, divisor) -> {
          claim.refuses(ArithmeticException.class, divisor.is(0));
          return nanos.over(divisor);
        });
    in.theorem(
        "u64 Nanos.remainder(u64 nanos, u64 divisorNanos)",
        (claim, nanos, divisor) -> {
          claim.refuses(ArithmeticException.class, divisor.is(0));
          return nanos.mod(divisor);
        });
  }

  private static void rounding(Theorems in) {
    for (RoundingMode mode : RoundingMode.values()) {
      String how = "RoundingMode." + mode + " mode";
      in.theorem(
          "s32 Rounding.increment(" + how + ", u64 remainder, u64 divisor, u64 quotient)",
          (claim, remainder, divisor, quotient) -> {
            claim.requires(remainder.below(divisor));
            return increment(claim, mode, remainder, divisor, quotient);
          });
      in.theorem(
          "u64 Nanos.quotient(u64 nanos, u64 divisorNanos, " + how + ")",
          (claim, nanos, divisor) -> {
            claim.refuses(ArithmeticException.class, divisor.is(0));
            return rounded(claim, mode, nanos, divisor);
          });
      in.theorem(
          "u64 Nanos.dividedBy(u64 nanos, s64 divisor, " + how + ")",
          (claim, nanos, divisor) -> {
            claim.refuses(IllegalArgumentException.class, divisor.below(0));
            claim.refuses(ArithmeticException.class, divisor.is(0));
            return rounded(claim, mode, nanos, divisor);
          });
      in.theorem(
          "u64 Nanos.roundTo(u64 nanos, u64 quantumNanos, " + how + ")",
          (claim, nanos, quantum) -> {
            claim.refuses(ArithmeticException.class, quantum.is(0));
            Term multiple = rounded(claim, mode, nanos, quantum).times(quantum);
            claim.refuses(ArithmeticException.class, multiple.above(MAX));
            return multiple;
          });
      for (TimeUnit unit : TimeUnit.values()) {
        Term size = Term.of(unit.toNanos(1));
        in.theorem(
            "s64 Nanos.to(u64 nanos, TimeUnit." + unit + " unit, " + how + ")",
            (claim, nanos) -> signed(claim, rounded(claim, mode, nanos, size)));
      }
    }
  }

  /** The quotient of two numbers, rounded as {@link RoundingMode} says. */
  private static Term rounded(Claim claim, RoundingMode mode, Term dividend, Term divisor) {
    Term floor = dividend.over(divisor);
    return floor.plus(increment(claim, mode, dividend.mod(divisor), divisor, floor));
  }

  private static Term increment(
      Claim claim, RoundingMode mode, Term remainder, Term divisor, Term floor) {
    Condition isExact = remainder.is(0);
    Condition isOverHalf = remainder.times(2).above(divisor);
    Condition isHalf = remainder.times(2).is(divisor);
    return switch (mode) {
      case UP, CEILING -> claim.truth(isExact.not());
      case DOWN, FLOOR -> Term.ZERO;
      case HALF_UP -> claim.truth(isOverHalf.or(isHalf));
      case HALF_DOWN -> claim.truth(isOverHalf);
      case HALF_EVEN ->
          claim.when(isHalf) ? claim.truth(floor.mod(2).is(1)) : claim.truth(isOverHalf);
      case UNNECESSARY -> {
        claim.refuses(ArithmeticException.class, isExact.not());
        yield Term.ZERO;
      }
    };
  }

  private static void comparison(Theorems in) {
    in.theorem(
        "s32 Nanos.compare(u64 a, u64 b)",
        (claim, a, b) ->
            claim.when(a.is(b)) ? Term.ZERO : Term.of(claim.when(a.below(b)) ? -1 : 1));
    in.theorem("u64 Nanos.min(u64 a, u64 b)", Claim::min);
    in.theorem("u64 Nanos.max(u64 a, u64 b)", Claim::max);
  }
}
