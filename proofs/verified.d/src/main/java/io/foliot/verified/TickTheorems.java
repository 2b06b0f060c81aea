package io.foliot.verified;

import io.foliot.duration.TickRate;
import io.foliot.duration.TickScale;

/** {@code TickRate} and {@code TickScale}: ticks of a counter to nanoseconds and back. */
final class TickTheorems {
  private static final Term MAX = Term.powerOfTwo(64).minus(1);

  private TickTheorems() {}

  static void state(Theorems in) {
    in.owner("io.foliot.duration.TickRate");
    in.owner("io.foliot.duration.TickScale");
    Type.Number notZero =
        new Type.Number(new Kind(new Range(Numbers.ONE, MAX.constant()), 64), "J");
    in.type("TickRate", Type.Shape.of(TickRate.class, "ticks", notZero, "nanos", notZero));
    in.type("TickScale", scale(0, 63, 0, 127));
    in.type("Scale", scale(0, 0, 0, 127));
    in.type("Pvclock", scale(0, 63, 32, 32));
    rates(in);
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
