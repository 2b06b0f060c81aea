package io.foliot.verified;

import java.math.BigInteger;
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
    arrays(in);
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
    in.theorem(
        "s64 Nanos.saturatingToSigned(u64 nanos)",
        (claim, nanos) -> claim.min(nanos, Term.powerOfTwo(63).minus(1)));
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

  /**
   * The array form, for each unit: it converts all amounts or, at the first invalid one, throws as
   * the scalar form does and has written nothing. The result may be in the array of the amounts.
   */
  private static void arrays(Theorems in) {
    Type.Number any = new Type.Number(Kind.signed(64), "J");
    Range all = any.kind().range();
    in.type("index", new Type.AnyNumber(Type.Elements.LENGTHS));
    Type.Number word = new Type.Number(Kind.unsigned(64), "J");
    in.type("u64[]", new Type.Elements(word, word.kind().range(), word.kind().range()));
    in.type("same[]", new Type.SameArray("[J"));
    for (TimeUnit unit : TimeUnit.values()) {
      BigInteger limit = MAX.constant().divide(BigInteger.valueOf(unit.toNanos(1)));
      limit = limit.min(BigInteger.valueOf(Long.MAX_VALUE));
      Type.Number right = new Type.Number(new Kind(new Range(BigInteger.ZERO, limit), 64), "J");
      in.type(unit + "[]", new Type.Elements(right, right.kind().range(), right.kind().range()));
      in.type("right" + unit + "[]", new Type.Elements(any, right.kind().range(), all));
      arrays(in, unit);
    }
  }

  private static void arrays(Theorems in, TimeUnit unit) {
    long size = unit.toNanos(1);
    String unitParameter = "TimeUnit." + unit + " unit";
    in.type("nanos[index]", new Type.ElementAfter(2, new Type.Number(Kind.unsigned(64), "J")));
    in.theorem(
        "nanos[index] Nanos.of("
            + unit
            + "[] amounts, "
            + unitParameter
            + ", u64[] nanos, index i)",
        5,
        (claim, inputs) -> {
          Term amounts = inputs.get(0);
          Term amount = inputs.get(1);
          Term nanos = inputs.get(2);
          Term before = inputs.get(3);
          Term i = inputs.get(4);
          claim.requires(i.below(nanos));
          claim.refuses(IndexOutOfBoundsException.class, nanos.below(amounts));
          return converted(claim, false, size, amounts, amount, before, i);
        });
    in.theorem(
        "nanos[index] Nanos.of("
            + unit
            + "[] amounts, "
            + unitParameter
            + ", same[] nanos, index i)",
        3,
        (claim, inputs) -> {
          Term amounts = inputs.get(0);
          Term amount = inputs.get(1);
          Term i = inputs.get(2);
          claim.requires(i.below(amounts));
          return converted(claim, true, size, amounts, amount, amount, i);
        });
    in.theorem(
        "void Nanos.of(right" + unit + "[] amounts, " + unitParameter + ", u64[] nanos, index i)",
        5,
        (claim, inputs) -> {
          Term amounts = inputs.get(0);
          Term amount = inputs.get(1);
          Term nanos = inputs.get(2);
          Term i = inputs.get(4);
          claim.requires(i.below(amounts));
          claim.requires(amount.below(0).or(amount.times(size).above(MAX)));
          claim.refuses(IndexOutOfBoundsException.class, nanos.below(amounts));
          refused(claim, amounts, amount, i);
          make(claim, amount, size);
          throw new IllegalStateException("the amount is not wrong");
        });
    in.theorem(
        "void Nanos.of(right" + unit + "[] amounts, " + unitParameter + ", same[] nanos, index i)",
        3,
        (claim, inputs) -> {
          Term amounts = inputs.get(0);
          Term amount = inputs.get(1);
          Term i = inputs.get(2);
          claim.requires(i.below(amounts));
          claim.requires(amount.below(0).or(amount.times(size).above(MAX)));
          refused(claim, amounts, amount, i);
          make(claim, amount, size);
          throw new IllegalStateException("the amount is not wrong");
        });
  }

  private static Term converted(
      Claim claim, boolean isSame, long size, Term length, Term amount, Term before, Term i) {
    claim.follows(i);
    // The second loop refuses no right amount, whatever the first one finds.
    claim.loop(check -> count(check, check.s32(11), length));
    claim.loop(find -> count(find, find.s32(9), length));
    claim.loop(
        convert -> {
          Term next = convert.s32(9);
          Term element = convert.element(2);
          // Only one of the two arrays changes.
          convert.keeps(isSame ? Condition.TRUE : convert.element(0).is(amount));
          convert.keeps(element.is(claim.when(i.below(next)) ? amount.times(size) : before));
          count(convert, next, length);
        });
    return claim.when(i.below(length)) ? amount.times(size) : before;
  }

  private static void refused(Claim claim, Term length, Term amount, Term i) {
    claim.follows(i);
    claim.loop(
        check -> {
          Term next = check.s32(11);
          check.keeps(next.atMost(i).or(check.s64(7).below(0)));
          count(check, next, length);
        });
    claim.loop(
        find -> {
          Term next = find.s32(9);
          find.keeps(next.atMost(i));
          count(find, next, length);
        });
    claim.loop(convert -> count(convert, convert.s32(9), length));
  }

  private static void count(Loop loop, Term next, Term length) {
    loop.keeps(next.atLeast(0));
    loop.keeps(next.atMost(length));
    loop.lowers(length.minus(next));
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

  /** Whole units within the next larger unit. */
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

    for (TimeUnit unit : TimeUnit.values()) {
      long size = unit.toNanos(1);
      in.theorem(
          "u64 Nanos.saturatingOf(s64 amount, TimeUnit." + unit + " unit)",
          (claim, amount) -> {
            claim.refuses(IllegalArgumentException.class, amount.below(0));
            return claim.min(amount.times(size), MAX);
          });
    }

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
      in.theorem(
          "s64 Nanos.perSecond(s64 count, u64 nanos, " + how + ")",
          (claim, count, nanos) -> {
            claim.refuses(IllegalArgumentException.class, count.below(0));
            claim.refuses(ArithmeticException.class, nanos.is(0));
            Term events = count.times(1_000_000_000);
            // Overflow and a remainder are the same exception.
            claim.refuses(
                ArithmeticException.class, events.over(nanos).atLeast(Term.powerOfTwo(63)));
            return signed(claim, rounded(claim, mode, events, nanos));
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
  static Term rounded(Claim claim, RoundingMode mode, Term dividend, Term divisor) {
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
