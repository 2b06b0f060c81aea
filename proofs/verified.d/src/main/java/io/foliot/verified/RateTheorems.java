package io.foliot.verified;

import io.foliot.clock.counter.Sample;
import io.foliot.verified.Type.Number;
import io.foliot.verified.Type.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code RateEstimate}: each method exactly, and then a summary of each for the theorems that use
 * it.
 *
 * <p>The reference shows times within 68 years of 0, and a sample is less than 2^60 ticks wide.
 * Counters may stand anywhere and wrap around.
 */
final class RateTheorems {
  static final String RATE_ESTIMATE = "io.foliot.clock.counter.RateEstimate";

  private static final long LATEST = 15L << 57;

  /** The highest rate of {@code RateEstimate}: a tick of 2^16 ns, times 2^32. */
  static final int MAX_RATE_BITS = 48;

  /** A rate changes by at most this power of two from one sample to the next. */
  static final int FACTOR_BITS = 3;

  private static final int TOLERANCE_BITS = 10;
  private static final int UNCERTAINTY_BITS = 20;

  /** The uncertainty of a rate of which nothing is known: all of it, rounded up. */
  static final long MOST_UNCERTAIN = (1L << UNCERTAINTY_BITS) + 1;

  private static final Number WIDTH = signed(0, 1L << 60);

  static final long SMALL_UNCERTAINTY = 64;
  static final long MIN_BASELINE = 16_000_000;
  static final long BASELINE = 50_000_000;
  static final long MAX_GAP = 4 * BASELINE;

  private final Theorems in;

  // Of each method, its summary: what names its result in the theorems after it.
  private Theorem rate;
  private Theorem uncertainty;
  private Theorem clamped;
  private Theorem fits;

  private RateTheorems(Theorems in) {
    this.in = in;
  }

  /** States them, and returns the summary of {@code RateEstimate.after}. */
  static Theorem state(Theorems in) {
    in.owner(RATE_ESTIMATE);
    in.owner(Sample.class.getName());
    in.type("reference", signed(-LATEST, LATEST));
    in.type(
        "Sample",
        Shape.of(
            Sample.class, "ticks", in.find("u64"), "nanos", in.find("reference"), "width", WIDTH));
    in.type("Estimate", estimate(in, signed(1, 1L << MAX_RATE_BITS)));
    in.type("FirstEstimate", estimate(in, signed(0, Long.MAX_VALUE)));
    RateTheorems theorems = new RateTheorems(in);
    theorems.measure();
    theorems.judge();
    return theorems.estimate();
  }

  static Number signed(long low, long high) {
    return new Number(Kind.signed(64).from(low, high), "J");
  }

  private static Shape estimate(Theorems in, Number rate) {
    Type sample = in.find("Sample");
    return Shape.of(
        RATE_ESTIMATE,
        "rate",
        rate,
        "uncertainty",
        signed(0, MOST_UNCERTAIN),
        "last",
        sample,
        "outlier",
        in.find("boolean"),
        "baselineStart",
        sample,
        "nextBaselineStart",
        sample);
  }

  /** The numbers of a sample. */
  record Sampled(Term ticks, Term nanos, Term width) {
    static Sampled of(List<Term> numbers) {
      return new Sampled(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    List<Term> numbers() {
      return List.of(ticks, nanos, width);
    }
  }

  /** The numbers of an estimate. */
  record Estimated(
      Term rate,
      Term uncertainty,
      Sampled last,
      Term outlier,
      Sampled baselineStart,
      Sampled nextBaselineStart) {
    static final int SIZE = 12;

    static Estimated of(List<Term> numbers) {
      return new Estimated(
          numbers.get(0),
          numbers.get(1),
          Sampled.of(numbers.subList(2, 5)),
          numbers.get(5),
          Sampled.of(numbers.subList(6, 9)),
          Sampled.of(numbers.subList(9, SIZE)));
    }

    List<Term> numbers() {
      List<Term> numbers = new ArrayList<>(List.of(rate, uncertainty));
      numbers.addAll(last.numbers());
      numbers.add(outlier);
      numbers.addAll(baselineStart.numbers());
      numbers.addAll(nextBaselineStart.numbers());
      return numbers;
    }
  }

  /** The ticks from one reading of a counter to another; negative back in time. */
  static Term ticks(Claim claim, Term from, Term to) {
    Term difference = to.minus(from);
    if (claim.when(difference.within(Kind.signed(64).range()))) {
      return difference;
    }
    Term round = Term.powerOfTwo(64);
    return claim.when(difference.above(0)) ? difference.minus(round) : difference.plus(round);
  }

  private static Term ticks(Claim claim, Sampled from, Sampled to) {
    return ticks(claim, from.ticks, to.ticks);
  }

  private static Term nanos(Sampled from, Sampled to) {
    return to.nanos.minus(from.nanos);
  }

  // Two samples

  private void measure() {
    rate = ofSamples("rate", RateTheorems::rate, signed(0, Long.MAX_VALUE));
    uncertainty = ofSamples("uncertainty", RateTheorems::uncertainty, signed(1, MOST_UNCERTAIN));
  }

  private interface OfSamples {
    Term say(Claim claim, Sampled from, Sampled to);
  }

  /** States exactly what a method makes of two samples, and its range. */
  private Theorem ofSamples(String method, OfSamples exactly, Number range) {
    Theorem exact =
        in.theorem(
            "s64 RateEstimate." + method + "(Sample from, Sample to)",
            6,
            (claim, inputs) -> say(exactly, claim, inputs));
    return in.summary(
        exact,
        (claim, inputs) -> {
          claim.hint(() -> say(exactly, claim, inputs));
          return claim.some(range);
        });
  }

  private static Term say(OfSamples exactly, Claim claim, List<Term> inputs) {
    return exactly.say(claim, Sampled.of(inputs.subList(0, 3)), Sampled.of(inputs.subList(3, 6)));
  }

  /** As many bits of both as fit: of up to 2^31 ns, the floor of 2^32 · nanos / ticks. */
  private static Term rate(Claim claim, Sampled from, Sampled to) {
    claim.keepsExponents();
    Term ticks = ticks(claim, from, to);
    Term nanos = nanos(from, to);
    if (claim.when(ticks.below(1)) || claim.when(nanos.below(1))) {
      return Term.ZERO;
    }
    Term unit = unit(claim, nanos, 33);
    return nanos.over(unit).shiftedLeft(32).over(claim.max(Term.ONE, ticks.over(unit)));
  }

  /** The part of the ticks that the widths are, at most all of it, rounded up. */
  private static Term uncertainty(Claim claim, Sampled from, Sampled to) {
    Term ticks = ticks(claim, from, to);
    if (claim.when(ticks.below(1))) {
      // Without a meaning.
      return claim.when(ticks.is(0)) ? Term.ONE : Term.of(MOST_UNCERTAIN);
    }
    claim.keepsExponents();
    Term unit = unit(claim, ticks, UNCERTAINTY_BITS + 1);
    Term wide = claim.min(from.width.plus(to.width), ticks).over(unit);
    return wide.shiftedLeft(UNCERTAINTY_BITS).over(claim.max(Term.ONE, ticks.over(unit))).plus(1);
  }

  /** The power of two by which a number is divided, so that it has so many leading zeros. */
  private static Term unit(Claim claim, Term number, int zeros) {
    Term excess = claim.max(Term.ZERO, Term.of(zeros).minus(claim.leadingZeros(number)));
    claim.leadingZeros(number, zeros);
    return claim.powerOfTwo(excess);
  }

  // An estimate and a sample

  private void judge() {
    Theorem clampedExactly =
        in.theorem(
                "s64 RateEstimate.clamped(Estimate this, s64 measured)",
                Estimated.SIZE + 1,
                (claim, inputs) -> {
                  Term before = Estimated.of(inputs).rate;
                  Term least = claim.max(Term.ONE, before.over(1L << FACTOR_BITS));
                  Term most =
                      claim.min(Term.powerOfTwo(MAX_RATE_BITS), before.shiftedLeft(FACTOR_BITS));
                  return claim.max(least, claim.min(inputs.get(Estimated.SIZE), most));
                })
            .tries(RateExamples::measured);
    Theorem fitsExactly =
        in.theorem(
                "boolean RateEstimate.fits(Estimate this, Sample sample)",
                Estimated.SIZE + 3,
                (claim, inputs) -> claim.truth(fits(claim, Estimated.of(inputs), sample(inputs))))
            .tries(RateExamples::sampled);
    clamped = in.summary(clampedExactly, (claim, inputs) -> near(claim, Estimated.of(inputs).rate));
    fits = in.summary(fitsExactly, (claim, inputs) -> claim.some((Number) in.find("boolean")));
  }

  /** The sample that follows an estimate among inputs. */
  private static Sampled sample(List<Term> inputs) {
    return Sampled.of(inputs.subList(Estimated.SIZE, Estimated.SIZE + 3));
  }

  private Condition fits(Claim claim, Estimated estimate, Sampled sample) {
    Term ticks = ticks(claim, estimate.last, sample);
    Term nanos = nanos(estimate.last, sample);
    Term widths = sample.width.plus(estimate.last.width);
    if (claim.when(ticks.below(1)) || claim.when(nanos.below(0))) {
      return Condition.FALSE;
    }
    if (claim.when(widths.atLeast(ticks))) {
      Term most = Term.powerOfTwo(62).over(estimate.rate);
      Term wide = claim.min(widths, most);
      claim.sameSign(most.minus(wide), estimate.rate);
      Term reached = wide.times(estimate.rate).over(Term.powerOfTwo(32));
      return nanos.atMost(reached.times(2));
    }
    Term uncertain = estimate.uncertainty.plus(of(claim, uncertainty, estimate.last, sample));
    Term allowed = estimate.rate.over(1L << UNCERTAINTY_BITS).times(uncertain);
    Term change = of(claim, rate, estimate.last, sample).minus(estimate.rate);
    Term distance = claim.when(change.atLeast(0)) ? change : change.negate();
    return distance.atMost(estimate.rate.over(1L << TOLERANCE_BITS).plus(allowed));
  }

  /** 1 to the highest rate, and at most three powers of two from the rate before. */
  private static Term near(Claim claim, Term rate) {
    Term near = claim.some(signed(1, 1L << MAX_RATE_BITS));
    claim.concludes(near.atMost(rate.shiftedLeft(FACTOR_BITS)));
    claim.concludes(near.plus(1).shiftedLeft(FACTOR_BITS).above(rate));
    return near;
  }

  // Estimates

  private Theorem estimate() {
    Shape shape = (Shape) in.find("Estimate");
    in.theorem(
        "FirstEstimate RateEstimate.between(Sample first, Sample last)",
        6,
        (claim, inputs) -> {
          Sampled first = Sampled.of(inputs);
          Sampled last = Sampled.of(inputs.subList(3, 6));
          Term measured = of(claim, rate, inputs);
          Term doubt = of(claim, uncertainty, inputs);
          return object(
              (Shape) in.find("FirstEstimate"),
              new Estimated(measured, doubt, last, Term.ZERO, first, last));
        });
    Theorem after =
        in.theorem(
                "Estimate RateEstimate.after(Estimate this, Sample sample)",
                Estimated.SIZE + 3,
                (claim, inputs) ->
                    object(shape, after(claim, Estimated.of(inputs), sample(inputs), inputs)))
            .tries(RateExamples::sampled);
    return in.summary(
        after,
        (claim, inputs) -> {
          Term near = near(claim, Estimated.of(inputs).rate);
          Term doubt = claim.some(signed(0, MOST_UNCERTAIN));
          Term outlier = claim.some((Number) in.find("boolean"));
          Sampled last = sample(inputs);
          return object(shape, new Estimated(near, doubt, last, outlier, some(claim), some(claim)));
        });
  }

  /** A sample of which nothing is said. */
  private Sampled some(Claim claim) {
    return new Sampled(
        claim.some((Number) in.find("u64")),
        claim.some((Number) in.find("reference")),
        claim.some(WIDTH));
  }

  private static Value object(Shape shape, Estimated estimate) {
    return shape.object(estimate.numbers());
  }

  private static Term of(Claim claim, Theorem method, List<Term> arguments) {
    return (Term) claim.ofCall(method, arguments);
  }

  private static Term of(Claim claim, Theorem method, Sampled from, Sampled to) {
    List<Term> arguments = new ArrayList<>(from.numbers());
    arguments.addAll(to.numbers());
    return of(claim, method, arguments);
  }

  private Term clamped(Claim claim, Estimated estimate, Term measured) {
    List<Term> arguments = new ArrayList<>(estimate.numbers());
    arguments.add(measured);
    return of(claim, clamped, arguments);
  }

  /** The estimate after a sample, in terms of the methods above. */
  private Estimated after(Claim claim, Estimated now, Sampled sample, List<Term> inputs) {
    if (claim.when(of(claim, fits, inputs).is(0))) {
      // An outlier: the second in a row makes a new rate.
      Term measured = of(claim, rate, now.last, sample);
      boolean isRate = claim.when(now.outlier.is(1)) && claim.when(measured.isNot(0));
      return new Estimated(
          isRate ? clamped(claim, now, measured) : now.rate,
          isRate
              ? of(claim, uncertainty, now.last, sample)
              : Term.powerOfTwo(UNCERTAINTY_BITS - TOLERANCE_BITS),
          sample,
          Term.ONE,
          sample,
          sample);
    }
    if (claim.when(sample.width.below(now.baselineStart.width.over(8)))
        || claim.when(nanos(now.last, sample).above(MAX_GAP))) {
      return new Estimated(now.rate, now.uncertainty, sample, Term.ZERO, sample, sample);
    }
    Term doubt = of(claim, uncertainty, now.baselineStart, sample);
    boolean isSettled =
        claim.when(nanos(now.baselineStart, sample).atLeast(MIN_BASELINE))
            && claim.when(doubt.atMost(SMALL_UNCERTAINTY));
    if (!isSettled && claim.when(doubt.atLeast(now.uncertainty))) {
      return new Estimated(
          now.rate, now.uncertainty, sample, Term.ZERO, now.baselineStart, now.nextBaselineStart);
    }
    Term measured = of(claim, rate, now.baselineStart, sample);
    boolean isDue = claim.when(nanos(now.nextBaselineStart, sample).atLeast(BASELINE));
    return new Estimated(
        clamped(claim, now, measured),
        doubt,
        sample,
        Term.ZERO,
        isDue ? now.nextBaselineStart : now.baselineStart,
        isDue ? sample : now.nextBaselineStart);
  }
}
