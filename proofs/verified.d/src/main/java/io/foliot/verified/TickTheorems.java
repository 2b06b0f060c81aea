package io.foliot.verified;

import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import io.foliot.duration.TickScale;
import java.math.RoundingMode;

/** {@code TickRate} and {@code TickScale}: ticks of a counter to nanoseconds and back. */
final class TickTheorems {
  private static final Term MAX = Term.powerOfTwo(64).minus(1);

  private static final long SECOND = 1_000_000_000;

  private TickTheorems() {}

  static void state(Theorems in) {
    in.owner("io.foliot.duration.TickRate");
    in.owner("io.foliot.duration.TickScale");
    Type.Number notZero =
        new Type.Number(new Kind(new Range(Numbers.ONE, MAX.constant()), 64), "J");
    in.type("positive", notZero);
    in.type("Duration", Type.Shape.of(Duration.class, "nanos", in.find("u64")));
    in.type("TickRate", Type.Shape.of(TickRate.class, "ticks", notZero, "nanos", notZero));
    in.type("TickScale", scale(0, 63, 0, 127));
    in.type("Scale", scale(0, 0, 0, 127));
    in.type("Pvclock", scale(0, 63, 32, 32));
    ratios(in);
    rates(in);
    rounded(in);
    scales(in);
    errors(in);
  }

  private static Type.Shape scale(int leastBefore, int mostBefore, int leastAfter, int mostAfter) {
    return Type.Shape.of(
        TickScale.class,
        "shiftBefore",
        new Type.Number(Kind.signed(32).from(leastBefore, mostBefore), "I"),
        "multiplier",
        new Type.Number(Kind.unsigned(64), "J"),
        "shiftAfter",
        new Type.Number(Kind.signed(32).from(leastAfter, mostAfter), "I"));
  }

  /** A rate in lowest terms. */
  private static void ratios(Theorems in) {
    in.theorem(
        "positive TickRate.commonDivisor(positive a, u64 b)",
        (claim, a, b) -> {
          claim.loop(
              loop -> {
                Term larger = loop.u64(4);
                Term smaller = loop.u64(6);
                loop.keeps(larger.isNot(0).or(smaller.isNot(0)));
                loop.keeps(larger.greatestCommonDivisor(smaller).is(a.greatestCommonDivisor(b)));
                loop.lowers(smaller);
              });
          return a.greatestCommonDivisor(b);
        });
    in.theorem(
        "TickRate TickRate.ofRatio(u64 ticks, u64 nanos)",
        (claim, ticks, nanos) -> {
          claim.refuses(IllegalArgumentException.class, ticks.is(0).or(nanos.is(0)));
          return rate(in, claim, ticks, nanos);
        });
    in.theorem(
        "TickRate TickRate.ofHertz(s64 hertz)",
        (claim, hertz) -> {
          claim.refuses(IllegalArgumentException.class, hertz.atMost(0));
          return rate(in, claim, hertz, Term.of(SECOND));
        });
    in.theorem(
        "TickRate TickRate.ofHertz(s64 numerator, s64 seconds)",
        (claim, numerator, seconds) -> {
          claim.refuses(IllegalArgumentException.class, numerator.atMost(0).or(seconds.atMost(0)));
          claim.refuses(ArithmeticException.class, seconds.times(SECOND).above(MAX));
          return rate(in, claim, numerator, seconds.times(SECOND));
        });
  }

  private static Value rate(Theorems in, Claim claim, Term ticks, Term nanos) {
    Term common = ticks.greatestCommonDivisor(nanos);
    return claim.object((Type.Shape) in.find("TickRate"), ticks.over(common), nanos.over(common));
  }

  private static void rates(Theorems in) {
    in.theorem(
        "u64 TickRate.floor(u64 value, u64 factor, u64 divisor, String from, String to)",
        (claim, value, factor, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return fits(claim, value.times(factor).over(divisor));
        });
    in.theorem(
        "u64 TickRate.ceiling(u64 value, u64 factor, u64 divisor, String from, String to)",
        (claim, value, factor, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return fits(claim, ceiling(claim, value.times(factor), divisor));
        });
    in.theorem(
        "u64 TickRate.saturatingFloor(u64 value, u64 factor, u64 divisor)",
        (claim, value, factor, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return claim.min(value.times(factor).over(divisor), MAX);
        });
    in.theorem(
        "u64 TickRate.saturatingCeiling(u64 value, u64 factor, u64 divisor)",
        (claim, value, factor, divisor) -> {
          claim.requires(divisor.atLeast(1));
          return claim.min(ceiling(claim, value.times(factor), divisor), MAX);
        });

    in.theorem(
        "u64 TickRate.floorToNanos(TickRate this, u64 ticks)",
        (claim, perNanos, nanos, ticks) -> fits(claim, ticks.times(nanos).over(perNanos)));
    in.theorem(
        "u64 TickRate.ceilingToNanos(TickRate this, u64 ticks)",
        (claim, perNanos, nanos, ticks) ->
            fits(claim, ceiling(claim, ticks.times(nanos), perNanos)));
    in.theorem(
        "u64 TickRate.floorToTicks(TickRate this, u64 nanos)",
        (claim, ticks, perTicks, nanos) -> fits(claim, nanos.times(ticks).over(perTicks)));
    in.theorem(
        "u64 TickRate.ceilingToTicks(TickRate this, u64 nanos)",
        (claim, ticks, perTicks, nanos) ->
            fits(claim, ceiling(claim, nanos.times(ticks), perTicks)));

    in.theorem(
        "u64 TickRate.saturatingFloorToNanos(TickRate this, u64 ticks)",
        (claim, perNanos, nanos, ticks) -> claim.min(ticks.times(nanos).over(perNanos), MAX));
    in.theorem(
        "u64 TickRate.saturatingCeilingToNanos(TickRate this, u64 ticks)",
        (claim, perNanos, nanos, ticks) ->
            claim.min(ceiling(claim, ticks.times(nanos), perNanos), MAX));
    in.theorem(
        "u64 TickRate.saturatingFloorToTicks(TickRate this, u64 nanos)",
        (claim, ticks, perTicks, nanos) -> claim.min(nanos.times(ticks).over(perTicks), MAX));
    in.theorem(
        "u64 TickRate.saturatingCeilingToTicks(TickRate this, u64 nanos)",
        (claim, ticks, perTicks, nanos) ->
            claim.min(ceiling(claim, nanos.times(ticks), perTicks), MAX));
  }

  /** Durations and ticks converted with a rounding mode. */
  private static void rounded(Theorems in) {
    Type.Shape duration = (Type.Shape) in.find("Duration");
    for (RoundingMode mode : RoundingMode.values()) {
      String how = "RoundingMode." + mode + " mode";
      in.theorem(
          "u64 TickRate.rounded(u64 value, u64 factor, u64 divisor, "
              + how
              + ", String from, String to)",
          (claim, value, factor, divisor) -> {
            claim.requires(divisor.atLeast(1));
            return rounded(claim, mode, value.times(factor), divisor);
          });
      in.theorem(
          "Duration TickRate.timeOf(TickRate this, u64 ticks, " + how + ")",
          (claim, perNanos, nanos, ticks) ->
              claim.object(duration, rounded(claim, mode, ticks.times(nanos), perNanos)));
      in.theorem(
          "u64 TickRate.ticksIn(TickRate this, Duration time, " + how + ")",
          (claim, ticks, perTicks, nanos) -> rounded(claim, mode, nanos.times(ticks), perTicks));
    }
  }

  private static Term rounded(Claim claim, RoundingMode mode, Term dividend, Term divisor) {
    claim.refuses(ArithmeticException.class, dividend.over(divisor).above(MAX));
    return fits(claim, NanosTheorems.rounded(claim, mode, dividend, divisor));
  }

  private static Term fits(Claim claim, Term result) {
    claim.refuses(ArithmeticException.class, result.above(MAX));
    return result;
  }

  private static Term ceiling(Claim claim, Term dividend, Term divisor) {
    return dividend.over(divisor).plus(claim.truth(dividend.mod(divisor).isNot(0)));
  }

  private static void scales(Theorems in) {
    // Only a paravirtual clock shifts before the product, and then it shifts by 32 after.
    for (String scale : new String[] {"Scale", "Pvclock"}) {
      in.theorem(
          "u64 TickScale.toNanos(" + scale + " this, u64 ticks)",
          (claim, shiftBefore, multiplier, shiftAfter, ticks) ->
              fits(claim, scaled(claim, shiftBefore, multiplier, shiftAfter, ticks)));
      in.theorem(
          "u64 TickScale.saturatingToNanos(" + scale + " this, u64 ticks)",
          (claim, shiftBefore, multiplier, shiftAfter, ticks) -> {
            claim.keepsExponents();
            // The power of two is known to be above all words, or to be in one.
            claim.when(shiftAfter.atLeast(64));
            return claim.min(scaled(claim, shiftBefore, multiplier, shiftAfter, ticks), MAX);
          });
    }
    in.theorem(
        "TickScale TickScale.ofPvclock(u32 multiplier, s32 shift)",
        (claim, multiplier, shift) -> ofPvclock(in, claim, multiplier, shift));

    in.theorem(
        "Scale TickScale.of(TickRate rate)",
        (claim, ticks, nanos) -> {
          MostExact exact = MostExact.of(claim, ticks, nanos);
          claim.concludes(exact.multiplier.atLeast(Term.powerOfTwo(63)));
          claim.concludes(exact.multiplier.atMost(MAX));
          claim.hint(() -> exact.compare(claim, ticks, nanos));
          // "For a rate over 1 GHz all numbers of ticks are in the first range."
          claim.concludes(ticks.atMost(nanos).or(exact.shift.atLeast(64)));
          return claim.object(
              (Type.Shape) in.find("Scale"), Term.ZERO, exact.multiplier, exact.shift);
        });
    in.theorem(
        "TickScale TickScale.pvclock(TickRate rate)",
        (claim, ticks, nanos) -> {
          claim.refuses(
              IllegalArgumentException.class, nanos.atLeast(ticks.times(Term.powerOfTwo(63))));
          MostExact exact = MostExact.of(claim, ticks, nanos);
          // The upper half of the multiplier: the floor of 2^(shift − 32) · nanos / ticks.
          Term multiplier = exact.multiplier.over(Term.powerOfTwo(32));
          return ofPvclock(in, claim, multiplier, Term.of(64).minus(exact.shift));
        });
  }

  /** The error of a scale against its rate; a power of two can be any number. */
  private static void errors(Theorems in) {
    in.lemma(
        "TickScale.of(positive ticks, positive nanos, u64 count, positive power)",
        4,
        (claim, inputs) -> {
          Term ticks = inputs.get(0);
          Term nanos = inputs.get(1);
          Term count = inputs.get(2);
          Term power = inputs.get(3);
          Term multiplier = nanos.times(power).over(ticks);
          claim.requires(multiplier.atLeast(Term.powerOfTwo(63)));
          Term exact = count.times(nanos).over(ticks);
          Term scaled = count.times(multiplier).over(power);
          claim.sameSign(nanos.times(power).minus(multiplier.times(ticks)), count);
          claim.sameSign(count.times(multiplier).minus(scaled.times(power)), ticks);
          Term less = exact.minus(scaled);
          claim.sameSign(less.plus(1), ticks);
          claim.concludes(less.atLeast(0));
          claim.concludes(count.above(power).or(less.atMost(1)));
          claim.concludes(exact.above(MAX).or(less.atMost(2)));
          return null;
        });
    pvclockErrors(in);
  }

  /** The same for 32 bits of the multiplier; three lemmas, as the shift is one of three kinds. */
  private static void pvclockErrors(Theorems in) {
    in.lemma(
        "TickScale.pvclock(positive ticks, positive nanos, u64 count, positive before)",
        4,
        (claim, inputs) -> {
          Term ticks = inputs.get(0);
          Term nanos = inputs.get(1);
          Term count = inputs.get(2);
          Term before = inputs.get(3);
          Term multiplier = nanos.times(before).shiftedLeft(32).over(ticks);
          requireBits32(claim, multiplier);
          Term cut = count.over(before);
          Term scaled = cut.times(multiplier).over(Term.powerOfTwo(32));
          sameSigns(claim, nanos.times(before).shiftedLeft(32), multiplier, ticks, cut);
          sameSigns(claim, cut.times(multiplier), scaled, Term.powerOfTwo(32), ticks);
          sameSigns(claim, count, cut, before, nanos);
          claim.sameSign(multiplier.minus(Term.powerOfTwo(31)), cut.times(ticks));
          claim.sameSign(Term.powerOfTwo(32).minus(1).minus(multiplier), ticks);
          losesLittle(claim, ticks, nanos, count, scaled, Term.ONE);
          return null;
        });
    in.lemma(
        "TickScale.pvclock(positive ticks, positive nanos, u64 count, positive after)",
        4,
        (claim, inputs) -> {
          Term ticks = inputs.get(0);
          Term nanos = inputs.get(1);
          Term count = inputs.get(2);
          Term after = inputs.get(3);
          Term multiplier = nanos.times(after).over(ticks);
          requireBits32(claim, multiplier);
          Term scaled = count.times(multiplier).over(after);
          sameSigns(claim, nanos.times(after), multiplier, ticks, count);
          sameSigns(claim, count.times(multiplier), scaled, after, ticks);
          claim.sameSign(multiplier.minus(Term.powerOfTwo(31)), count.times(ticks));
          losesLittle(claim, ticks, nanos, count, scaled, after);
          return null;
        });
    in.lemma(
        "TickScale.pvclock(positive ticks, positive nanos, u64 count, positive times)",
        4,
        (claim, inputs) -> {
          Term ticks = inputs.get(0);
          Term nanos = inputs.get(1);
          Term count = inputs.get(2);
          Term times = inputs.get(3);
          Term multiplier = nanos.over(ticks.times(times));
          requireBits32(claim, multiplier);
          Term scaled = count.times(multiplier).times(times);
          sameSigns(claim, nanos, multiplier, ticks.times(times), count);
          claim.sameSign(multiplier.minus(Term.powerOfTwo(31)), count.times(times).times(ticks));
          losesLittle(claim, ticks, nanos, count, scaled, Term.ONE);
          return null;
        });
  }

  private static void requireBits32(Claim claim, Term multiplier) {
    claim.requires(multiplier.atLeast(Term.powerOfTwo(31)));
    claim.requires(multiplier.below(Term.powerOfTwo(32)));
  }

  /** A remainder is at least 0 and below the divisor, and so are its multiples. */
  private static void sameSigns(
      Claim claim, Term dividend, Term floor, Term divisor, Term multiple) {
    Term rest = dividend.minus(floor.times(divisor));
    claim.sameSign(rest, multiple);
    claim.sameSign(divisor.minus(1).minus(rest), multiple);
  }

  /** At most the 2^31th part of the exact result, rounded up, plus 1. */
  private static void losesLittle(
      Claim claim, Term ticks, Term nanos, Term count, Term scaled, Term power) {
    Term exact = count.times(nanos);
    Term floor = exact.over(ticks);
    Term part = exact.overUp(ticks.shiftedLeft(31));
    Term less = floor.minus(scaled);
    claim.sameSign(exact.minus(floor.times(ticks)), power);
    claim.sameSign(ticks.shiftedLeft(31).times(part).minus(exact), power);
    claim.sameSign(less.minus(part).minus(2), ticks.times(power));
    claim.sameSign(less.plus(1), ticks.times(power));
    claim.concludes(less.atLeast(0));
    claim.concludes(less.atMost(part.plus(1)));
  }

  private static Value ofPvclock(Theorems in, Claim claim, Term multiplier, Term shift) {
    claim.refuses(IllegalArgumentException.class, shift.below(-63).or(shift.above(63)));
    Type.Shape scale = (Type.Shape) in.find("TickScale");
    if (claim.when(shift.below(0))) {
      return claim.object(scale, shift.negate(), multiplier, Term.of(32));
    }
    return claim.when(shift.atMost(32))
        ? claim.object(scale, Term.ZERO, multiplier, Term.of(32).minus(shift))
        : claim.object(
            scale, Term.ZERO, multiplier.times(claim.powerOfTwo(shift.minus(32))), Term.ZERO);
  }

  /** The floor of 2^shift · nanos / ticks, with the one shift for which it has 64 bits. */
  private record MostExact(Term multiplier, Term shift, Term tickPower, Term nanoPower) {
    /** Of two numbers, the power of two that moves the larger one to the left is not larger. */
    void compare(Claim claim, Term ticks, Term nanos) {
      if (claim.when(ticks.above(nanos)) && claim.when(shift.below(64))) {
        claim.derives(nanoPower.atMost(tickPower));
        claim.derives(nanoPower.times(2).atMost(tickPower));
        claim.sameSign(tickPower.minus(nanoPower), nanos);
        claim.sameSign(tickPower.minus(nanoPower.times(2)), nanos);
        claim.sameSign(ticks.minus(nanos), tickPower);
      }
    }

    static MostExact of(Claim claim, Term ticks, Term nanos) {
      claim.keepsExponents();
      Term tickZeros = claim.leadingZeros(ticks);
      Term nanoZeros = claim.leadingZeros(nanos);
      claim.leadingZeros(ticks, 63);
      claim.leadingZeros(nanos, 1);
      // Both to the left until their highest bit is that of a word: 2^shift is 2^64 or 2^63, times
      // the quotient of these two powers.
      Term tickPower = claim.powerOfTwo(tickZeros);
      Term nanoPower = claim.powerOfTwo(nanoZeros);
      Term t = ticks.times(tickPower);
      Term n = nanos.times(nanoPower);
      int bits = claim.when(n.below(t)) ? 64 : 63;
      return new MostExact(
          n.shiftedLeft(bits).over(t), nanoZeros.minus(tickZeros).plus(bits), tickPower, nanoPower);
    }
  }

  private static Term scaled(
      Claim claim, Term shiftBefore, Term multiplier, Term shiftAfter, Term ticks) {
    Term shifted = ticks.over(claim.powerOfTwo(shiftBefore));
    return shifted.times(multiplier).over(claim.powerOfTwo(shiftAfter));
  }
}
