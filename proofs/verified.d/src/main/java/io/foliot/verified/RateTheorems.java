package io.foliot.verified;

import io.foliot.clock.counter.LinearSegment;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.Sampler;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.verified.Type.Number;
import io.foliot.verified.Type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * {@code RateEstimate}, and the lines that {@code SteeredClock} makes of it: nothing overflows, a
 * rate is never 0, and a line is not below the one before it.
 *
 * <p>The reference shows times within 68 years of 0, of which a clock keeps at most 2 years away,
 * and a sample is less than 2^60 ticks wide. Counters may stand anywhere and wrap around.
 */
final class RateTheorems {
  private static final String RATE_ESTIMATE = "io.foliot.clock.counter.RateEstimate";

  private static final long MOST_SHOWN = 15L << 57;
  private static final long MOST_ORIGIN = 1L << 56;

  /** The highest rate of {@code RateEstimate}: a tick of 2^16 ns, times 2^32. */
  private static final int MAX_RATE_BITS = 48;

  /** By how many powers of two a rate changes from one sample to the next. */
  private static final int FACTOR_BITS = 3;

  /** What a line of 3.2 ms comes to, or four ticks of the highest rate: ns · 2^32. */
  private static final Term MOST_NANOS = Term.powerOfTwo(54);

  private static final int TOLERANCE_BITS = 10;
  private static final int DOUBT_BITS = 20;

  /** The doubt about a rate of which nothing is known: all of it, rounded up. */
  private static final long MOST_DOUBT = (1L << DOUBT_BITS) + 1;

  private RateTheorems() {}

  static void state(Theorems in) {
    in.owner(RATE_ESTIMATE);
    in.owner(Sample.class.getName());
    Number width = signed(0, 1L << 60);
    in.type("reference", signed(-MOST_SHOWN, MOST_SHOWN));
    Shape sample =
        Shape.of(
            Sample.class,
            "ticks",
            in.find("u64"),
            "nanos",
            in.find("reference"),
            "width",
            width);
    in.type("Sample", sample);
    in.type("Estimate", estimate(in, MAX_RATE_BITS));
    in.type(
        "NextRate",
        Shape.of(
            RATE_ESTIMATE,
            "rate",
            rates(MAX_RATE_BITS),
            "outlier",
            in.find("boolean")));
    in.type("rateOfTicks", rates(MAX_RATE_BITS));
    in.type(
        "NextLine",
        Shape.of(
            LinearSegment.class,
            "start",
            in.find("u64"),
            "base",
            in.find("s64"),
            "estimate",
            Shape.of(RATE_ESTIMATE, "rate", rates(MAX_RATE_BITS))));
    in.type(
        "Current",
        Shape.of(
            LinearSegment.class,
            "start",
            in.find("u64"),
            "base",
            in.find("reference"),
            "slope",
            in.find("slope"),
            "durationTicks",
            signed(4, 1L << 62),
            "renewalTicks",
            in.find("s64"),
            "durationNanos",
            in.find("length"),
            "offset",
            signed(-MOST_ORIGIN, MOST_ORIGIN),
            "estimate",
            in.find("Estimate")));
    in.type("SamplingMonotonic", sampling(in, 1));
    in.type("SamplingWall", sampling(in, 0));
    measured(in);
    explained(in);
    next(in);
  }

  /** A clock that takes a sample, and whose counter is trusted. */
  private static Shape sampling(Theorems in, int isMonotonic) {
    Number monotonic = new Number(Kind.signed(32).from(isMonotonic, isMonotonic), "Z");
    Number yes = new Number(Kind.signed(32).from(1, 1), "Z");
    return Shape.of(
        SteeredClock.class,
        "sampler",
        Shape.of(Sampler.class, Shape.ANSWER, in.find("Sample")),
        "trusted",
        Shape.of(BooleanSupplier.class, Shape.ANSWER, yes),
        "monotonic",
        monotonic);
  }

  private static Number signed(long low, long high) {
    return new Number(Kind.signed(64).from(low, high), "J");
  }

  private static Number rates(int bits) {
    return signed(1, 1L << bits);
  }

  private static Shape estimate(Theorems in, int bits) {
    Type sample = in.find("Sample");
    return Shape.of(
        RATE_ESTIMATE,
        "rate",
        rates(bits),
        "uncertainty",
        signed(0, MOST_DOUBT),
        "last",
        sample,
        "outlier",
        in.find("boolean"),
        "baselineStart",
        sample,
        "nextBaselineStart",
        sample);
  }

  /** How far a counter is ahead of another reading of it, or with a minus behind. */
  private static Term ahead(Claim claim, Term counter, Term other) {
    Term difference = counter.minus(other);
    Range word = Kind.signed(64).range();
    if (claim.when(difference.within(word))) {
      return difference;
    }
    Term round = Term.powerOfTwo(64);
    return claim.when(difference.above(0)) ? difference.minus(round) : difference.plus(round);
  }

  /** The rate and the doubt about it from two samples: exactly, and then what is used of that. */
  private static void measured(Theorems in) {
    in.theorem("s64 RateEstimate.rate(Sample from, Sample to)", 6, RateTheorems::rate);
    in.theorem(
        "s64 RateEstimate.uncertainty(Sample from, Sample to)",
        6,
        (claim, inputs) -> {
          claim.keepsExponents();
          Term ticks = ahead(claim, inputs.get(3), inputs.get(0));
          claim.requires(ticks.atLeast(1));
          Term result = doubt(claim, ticks, inputs.get(2).plus(inputs.get(5)));
          claim.concludes(result.within(signed(1, MOST_DOUBT).kind().range()));
          return result;
        });
  }

  private static Term rate(Claim claim, List<Term> samples) {
    claim.keepsExponents();
    Term ticks = ahead(claim, samples.get(3), samples.get(0));
    return rate(claim, ticks, samples.get(4).minus(samples.get(1)));
  }

  /** As many bits of both as fit: of up to 2^31 ns, the floor of 2^32 · nanos / ticks. */
  private static Term rate(Claim claim, Term ticks, Term nanos) {
    if (claim.when(ticks.below(1)) || claim.when(nanos.below(1))) {
      return Term.ZERO;
    }
    Term unit = unit(claim, nanos, 33);
    return nanos.over(unit).shiftedLeft(32).over(claim.max(Term.ONE, ticks.over(unit)));
  }

  private static Term doubt(Claim claim, Term ticks, Term widths) {
    Term unit = unit(claim, ticks, DOUBT_BITS + 1);
    Term wide = claim.min(widths, ticks).over(unit);
    return wide.shiftedLeft(DOUBT_BITS).over(claim.max(Term.ONE, ticks.over(unit))).plus(1);
  }

  /** The power of two by which a number is divided, so that so many leading zeros are left. */
  private static Term unit(Claim claim, Term number, int zeros) {
    Term excess = claim.max(Term.ZERO, Term.of(zeros).minus(claim.leadingZeros(number)));
    claim.leadingZeros(number, zeros);
    return claim.powerOfTwo(excess);
  }

  private static void explained(Theorems in) {
    in.theorem(
        "s64 RateEstimate.clamped(Estimate this, s64 measured)",
        13,
        (claim, inputs) -> {
          Term rate = inputs.get(0);
          Term least = claim.max(Term.ONE, rate.over(1L << FACTOR_BITS));
          Term most = claim.min(Term.powerOfTwo(MAX_RATE_BITS), rate.shiftedLeft(FACTOR_BITS));
          return claim.max(least, claim.min(inputs.get(12), most));
        });
    in.theorem(
        "boolean RateEstimate.fits(Estimate this, Sample sample)",
        15,
        (claim, inputs) -> {
          claim.keepsExponents();
          Term rate = inputs.get(0);
          Term ticks = ahead(claim, inputs.get(12), inputs.get(2));
          Term nanos = inputs.get(13).minus(inputs.get(3));
          Term widths = inputs.get(14).plus(inputs.get(4));
          if (claim.when(ticks.below(1)) || claim.when(nanos.below(0))) {
            return Term.ZERO;
          }
          if (claim.when(widths.atLeast(ticks))) {
            Term most = Term.powerOfTwo(62).over(rate);
            Term wide = claim.min(widths, most);
            claim.sameSign(most.minus(wide), rate);
            Term reached = wide.times(rate).over(Term.powerOfTwo(32));
            return claim.truth(nanos.atMost(reached.times(2)));
          }
          Term doubt = inputs.get(1).plus(doubt(claim, ticks, widths));
          Term unsure = rate.over(1L << DOUBT_BITS).times(doubt);
          Term change = rate(claim, ticks, nanos).minus(rate);
          Term distance = claim.when(change.atLeast(0)) ? change : change.negate();
          return claim.truth(distance.atMost(rate.over(1L << TOLERANCE_BITS).plus(unsure)));
        });
  }

  /** What follows of all that for the next rate, with as few cases as that needs. */
  private static void next(Theorems in) {
    in.summary(
        "s64 RateEstimate.rate(Sample from, Sample to)",
        6,
        (claim, inputs) -> {
          claim.hint(() -> rate(claim, inputs));
          return claim.some(signed(0, Long.MAX_VALUE));
        });
    in.summary(
        "s64 RateEstimate.uncertainty(Sample from, Sample to)",
        6,
        (claim, inputs) -> {
          claim.hint(claim::keepsExponents);
          return claim.some(signed(Long.MIN_VALUE, Long.MAX_VALUE));
        });
    in.summary(
        "boolean RateEstimate.fits(Estimate this, Sample sample)",
        15,
        (claim, inputs) -> claim.some((Number) in.find("boolean")));
    in.summary(
        "s64 RateEstimate.clamped(Estimate this, s64 measured)",
        13,
        (claim, inputs) -> near(claim, inputs.get(0)));
    Theorem after =
        in.theorem(
            "NextRate RateEstimate.after(Estimate this, Sample sample)",
            15,
            (claim, inputs) ->
                claim.object(
                    (Shape) in.find("NextRate"),
                    near(claim, inputs.get(0)),
                    claim.some((Number) in.find("boolean"))));
    lines(in, after);
  }

  /** 1 to the highest rate, and at most three powers of two from the rate before. */
  private static Term near(Claim claim, Term rate) {
    Term near = claim.some(rates(MAX_RATE_BITS));
    claim.concludes(near.atMost(rate.shiftedLeft(FACTOR_BITS)));
    claim.concludes(near.plus(1).shiftedLeft(FACTOR_BITS).above(rate));
    return near;
  }

  /**
   * The line after another, and the line after a gap. Nothing overflows, at every rate that an
   * estimate can have; and a line of a monotonic clock begins at or above all readings of the one before.
   */
  private static void lines(Theorems in, Theorem after) {
    in.lemma(
        "LinearSegment.of(rateOfTicks rate, length length)",
        2,
        (claim, inputs) -> {
          Term rate = inputs.get(0);
          Term end = claim.max(Term.of(4), inputs.get(1).shiftedLeft(32).over(rate));
          claim.concludes(end.times(rate).below(MOST_NANOS));
          return null;
        });
    for (String clock : List.of("Monotonic", "Wall")) {
      successor(in, after, clock);
      afresh(in, clock);
    }
  }

  private static void successor(Theorems in, Theorem after, String clock) {
    in.theorem(
        "NextLine SteeredClock.successor(" + clock + " this, Current line, Sample sample)",
        24,
        (claim, inputs) -> {
          Current line = Current.of(claim, inputs);
          Term passed = ahead(claim, inputs.get(21), line.start);
          claim.requires(passed.atLeast(0));
          claim.requires(passed.below(line.end));
          claim.hint(
              () -> {
                Term next = line.nextRate(claim, after, inputs.subList(21, 24));
                claim.sameSign(passed, next);
                claim.sameSign(line.end.minus(passed), next);
                claim.sameSign(line.rate.shiftedLeft(FACTOR_BITS).minus(next), line.end);
              });
          Term start = line.start.plus(line.end).mod(Term.powerOfTwo(64));
          return line.next(
              in, claim, clock, start, line.end.minus(passed), inputs.get(22));
        });
  }

  private static void afresh(Theorems in, String clock) {
    in.theorem(
        "NextLine SteeredClock.afresh(Sampling" + clock + " this, Current line)",
        24,
        (claim, inputs) -> {
          List<Term> sample = inputs.subList(0, 3);
          List<Term> others = new ArrayList<>(inputs.subList(3, 24));
          Current line = Current.of(claim, others);
          return line.next(in, claim, clock, sample.get(0), Term.ZERO, sample.get(1));
        });
  }

  /** A line and the estimate that it is made of. */
  private record Current(
      Term start, Term base, Term slope, Term end, Term origin, Term rate, List<Term> estimate) {
    /** Inputs that begin with those of a clock and of a line. */
    static Current of(Claim claim, List<Term> inputs) {
      Current line =
          new Current(
              inputs.get(2),
              inputs.get(3),
              inputs.get(4),
              inputs.get(5),
              inputs.get(8),
              inputs.get(9),
              inputs.subList(9, 21));
      // As LinearSegment.of makes it.
      claim.requires(line.end.times(line.slope).below(Term.powerOfTwo(58)));
      claim.requires(line.end.times(line.rate).below(MOST_NANOS));
      return line;
    }

    Term nextRate(Claim claim, Theorem after, List<Term> sample) {
      List<Term> arguments = new ArrayList<>(estimate);
      arguments.addAll(sample);
      return (Term) ((Value.Instance) claim.ofCall(after, arguments)).fields.get("rate");
    }

    /**
     * The next line begins at what the reference shows, as far as the next rate says, or at the
     * highest reading of this one; that of a monotonic clock never below that.
     */
    Value next(
        Theorems in, Claim claim, String clock, Term nextStart, Term left, Term sampledNanos) {
      Term nextBase = claim.some((Number) in.find("s64"));
      Term nextRate = claim.some(rates(MAX_RATE_BITS));
      Term highest = base.plus(end.times(slope).over(Term.powerOfTwo(32)));
      // 2^32 times what the base is off: the rest of a floor.
      Term rest =
          left.times(nextRate).minus(nextBase.minus(sampledNanos).minus(origin).shiftedLeft(32));
      Condition isDue = rest.atLeast(0).and(rest.below(Term.powerOfTwo(32)));
      claim.concludes(isDue.or(nextBase.is(highest)));
      claim.concludes(Condition.of(clock.equals("Wall")).or(nextBase.atLeast(highest)));
      return claim.object(
          (Shape) in.find("NextLine"), nextStart, nextBase, nextRate);
    }
  }
}
