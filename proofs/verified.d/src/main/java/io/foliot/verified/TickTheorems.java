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
    return claim.object(
        (Type.Shape) in.find("TickRate"), ticks.over(common), nanos.over(common));
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

  /** Durations and ticks in each other, rounded as told. */
  private static void rounded(Theorems in) {
    Type.Shape duration = (Type.Shape) in.find("Duration");
    for (RoundingMode mode : RoundingMode.values()) {
      String how = "RoundingMode." + mode + " mode";
      in.theorem(
          "u64 TickRate.rounded(u64 value, u64 factor, u64 divisor, " + how
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
          (claim, ticks, perTicks, nanos) ->
              rounded(claim, mode, nanos.times(ticks), perTicks));
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
    // Only a paravirtual clock cuts off bits before the product, and then it cuts off 32 after.
    for (String scale : new String[] {"Scale", "Pvclock"}) {
      in.theorem(
          "u64 TickScale.toNanos(" + scale + " this, u64 ticks)",
          (claim, shiftBefore, multiplier, shiftAfter, ticks) ->
              fits(claim, scaled(claim, shiftBefore, multiplier, shiftAfter, ticks)));
      in.theorem(
          "u64 TickScale.saturatingToNanos(" + scale + " this, u64 ticks)",
          (claim, shiftBefore, multiplier, shiftAfter, ticks) ->
              claim.min(scaled(claim, shiftBefore, multiplier, shiftAfter, ticks), MAX));
    }
    in.theorem(
        "TickScale TickScale.ofPvclock(u32 multiplier, s32 shift)",
        (claim, multiplier, shift) -> {
          claim.refuses(IllegalArgumentException.class, shift.below(-63).or(shift.above(63)));
          Type.Shape scale = (Type.Shape) in.find("TickScale");
          if (claim.when(shift.below(0))) {
            return claim.object(scale, shift.negate(), multiplier, Term.of(32));
          }
          return claim.when(shift.atMost(32))
              ? claim.object(scale, Term.ZERO, multiplier, Term.of(32).minus(shift))
              : claim.object(
                  scale, Term.ZERO, multiplier.times(claim.powerOfTwo(shift.minus(32))), Term.ZERO);
        });
  }

  private static Term scaled(
      Claim claim, Term shiftBefore, Term multiplier, Term shiftAfter, Term ticks) {
    Term shifted = ticks.over(claim.powerOfTwo(shiftBefore));
    return shifted.times(multiplier).over(claim.powerOfTwo(shiftAfter));
  }
}
