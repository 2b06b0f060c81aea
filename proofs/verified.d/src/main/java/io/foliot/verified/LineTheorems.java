package io.foliot.verified;

import io.foliot.clock.counter.LinearSegment;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.verified.Type.Number;
import io.foliot.verified.Type.Shape;

/**
 * {@code LinearSegment} and the slope of {@code SteeredClock}, a clock that follows a reference.
 *
 * <p>The numbers are those of {@code SteeredClock}: a line lasts 0.2 to 3.2 ms and corrects a lag
 * of up to 50 µs or a lead of up to 8 ms; a tick takes less than 2^19 ns, half a millisecond.
 */
final class LineTheorems {
  static final long SHORTEST = 200_000;
  static final long INTERVAL = 3_200_000;
  static final long STEP = 50_000;
  static final long SLEW_LIMIT = 8_000_000;

  /** The slope of a tick of 2^19 ns. */
  private static final long STEEPEST_RATE = 1L << 51;

  private LineTheorems() {}

  static void state(Theorems in) {
    in.owner(LinearSegment.class.getName());
    in.owner(SteeredClock.class.getName());
    Kind signed = Kind.signed(64);
    Number s64 = new Number(signed, "J");
    Number u64 = new Number(Kind.unsigned(64), "J");
    Number rate = new Number(signed.from(1, STEEPEST_RATE), "J");
    Number length = new Number(signed.from(SHORTEST, INTERVAL), "J");
    in.type("rate", rate);
    in.type("length", length);
    in.type("lead", new Number(signed.from(-STEP, SLEW_LIMIT), "J"));
    in.type("slope", new Number(signed.from(0, STEEPEST_RATE / 4 * 5), "J"));
    in.type("RateEstimate", Shape.of(RateTheorems.RATE_ESTIMATE, "rate", rate));
    Shape line =
        Shape.of(
            LinearSegment.class,
            "start",
            u64,
            "base",
            s64,
            "slope",
            s64,
            "durationTicks",
            s64,
            "renewalTicks",
            s64,
            "durationNanos",
            s64,
            "offset",
            s64);
    in.type("LinearSegment", line);
    in.type("NewLine", line.with("estimate", in.find("RateEstimate")));

    // rate × (1 − bounded ÷ length), where both divisions round towards zero.
    in.theorem(
        "s64 SteeredClock.tilted(rate rate, lead lead, length length)",
        (claim, perTick, lead, lasts) -> {
          Term slope = tilted(claim, perTick, lead, lasts);
          // Half to five quarters of the rate: a line always rises, and never much too fast.
          claim.concludes(slope.times(2).atLeast(perTick));
          claim.concludes(slope.times(4).atMost(perTick.times(5)));
          return slope;
        });

    in.theorem(
        "NewLine LinearSegment.of(u64 start, s64 base, slope slope, length length, s64 offset,"
            + " RateEstimate estimate)",
        6,
        (claim, inputs) -> {
          Term slope = inputs.get(2);
          Term lasts = inputs.get(3);
          Term perTick = inputs.get(5);
          claim.requires(slope.times(4).atMost(perTick.times(5)));
          Term end = claim.max(Term.of(4), lasts.shiftedLeft(32).over(perTick));
          // The product in LinearSegment.at at the end of the segment: far from overflow.
          claim.concludes(end.times(slope).below(Term.powerOfTwo(58)));
          return claim.object(
              (Shape) in.find("NewLine"),
              inputs.get(0),
              inputs.get(1),
              slope,
              end,
              end.minus(end.over(4)),
              lasts,
              inputs.get(4),
              perTick);
        });

    in.theorem(
        "s64 LinearSegment.at(LinearSegment this, s64 passed)",
        8,
        (claim, inputs) -> {
          Term base = inputs.get(1);
          Term slope = inputs.get(2);
          Term end = inputs.get(3);
          Term passed = inputs.get(7);
          claim.requires(slope.atLeast(0));
          claim.requires(passed.atLeast(0));
          claim.requires(passed.atMost(end));
          claim.requires(end.times(slope).below(Term.powerOfTwo(58)));
          claim.requires(base.below(Term.powerOfTwo(62)));
          Term gained = passed.times(slope).over(Term.powerOfTwo(32));
          // Between the base and the highest reading, where the next line begins: never back.
          Term left = end.minus(passed);
          claim.requires(left.times(slope).atLeast(0));
          claim.concludes(gained.atLeast(0));
          claim.concludes(gained.atMost(end.times(slope).over(Term.powerOfTwo(32))));
          return base.plus(gained);
        });
  }

  static Term tilted(Claim claim, Term perTick, Term lead, Term lasts) {
    Term bounded = claim.min(lead, lasts.over(2));
    Term whole = bounded.times(perTick.over(lasts));
    Term part = bounded.times(perTick.mod(lasts));
    return perTick
        .minus(whole)
        .minus(claim.when(part.atLeast(0)) ? part.over(lasts) : part.overUp(lasts));
  }

  /** A line as {@code LinearSegment.of} makes it. */
  static Value line(
      Theorems in,
      Claim claim,
      Term start,
      Term base,
      Term slope,
      Term lasts,
      Term perTick,
      Term origin) {
    Term end = claim.max(Term.of(4), lasts.shiftedLeft(32).over(perTick));
    Shape line = (Shape) in.find("NewLine");
    return claim.object(
        line, start, base, slope, end, end.minus(end.over(4)), lasts, origin, perTick);
  }
}
