package io.foliot.verified;

import io.foliot.clock.counter.LinearSegment;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.Sampler;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.verified.RateTheorems.Estimated;
import io.foliot.verified.RateTheorems.Sampled;
import io.foliot.verified.Type.Number;
import io.foliot.verified.Type.Shape;
import io.foliot.verified.Value.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The segments that {@code SteeredClock} makes of a {@code RateEstimate}: nothing overflows, and
 * the next segment of a monotonic clock is not below the one before it.
 *
 * <p>A clock keeps at most 2 years from its reference.
 */
final class SteeringTheorems {
  private static final long MOST_OFFSET = 1L << 56;

  /** What a segment of 3.2 ms comes to, or four ticks of the highest rate: ns · 2^32. */
  private static final Term MOST_NANOS = Term.powerOfTwo(54);

  private static final List<String> CLOCKS = List.of("Monotonic", "Wall");

  private final Theorems in;

  /** The summary of {@code RateEstimate.after}. */
  private final Theorem after;

  /** Of {@code SteeredClock.begin}, by the kind of clock and of estimate. */
  private final Map<String, Theorem> begin = new HashMap<>();

  private SteeringTheorems(Theorems in, Theorem after) {
    this.in = in;
    this.after = after;
  }

  static void state(Theorems in, Theorem after) {
    in.type("rateOfTicks", RateTheorems.signed(1, 1L << RateTheorems.MAX_RATE_BITS));
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
            RateTheorems.signed(4, 1L << 62),
            "renewalTicks",
            in.find("s64"),
            "durationNanos",
            in.find("length"),
            "offset",
            RateTheorems.signed(-MOST_OFFSET, MOST_OFFSET),
            "estimate",
            in.find("Estimate")));
    Type sample = in.find("Sample");
    in.type("SamplingMonotonic", sampling(sample, 1));
    in.type("SamplingWall", sampling(sample, 0));
    in.type("UnsampledWall", sampling(Type.Missing.of(Sample.class), 0));
    SteeringTheorems theorems = new SteeringTheorems(in, after);
    theorems.begin();
    theorems.segments();
  }

  /** The segments that follow another. The reference is within 2^61 ns of 0. */
  private void begin() {
    Number shown = RateTheorems.signed(-(1L << 61), 1L << 61);
    Number no = new Number(Kind.signed(32).from(0, 0), "Z");
    Number yes = new Number(Kind.signed(32).from(1, 1), "Z");
    Type rate = in.find("rate");
    in.type("shown", shown);
    in.type("Explained", Shape.of(RateTheorems.RATE_ESTIMATE, "rate", rate, "outlier", no));
    in.type("Surprise", Shape.of(RateTheorems.RATE_ESTIMATE, "rate", rate, "outlier", yes));
    Number either = (Number) in.find("boolean");
    in.type("Monotonic", clock(either, yes));
    in.type("Wall", clock(either, no));
    in.type("TrustedMonotonic", clock(yes, yes));
    in.type("TrustedWall", clock(yes, no));
    in.type("UntrustedWall", clock(no, no));
    in.type(
        "Before",
        Shape.of(
            LinearSegment.class,
            "start",
            in.find("u64"),
            "base",
            shown,
            "slope",
            in.find("slope"),
            "durationTicks",
            RateTheorems.signed(4, 1L << 62),
            "renewalTicks",
            in.find("s64"),
            "durationNanos",
            in.find("length"),
            "offset",
            shown));
    for (String clock : CLOCKS) {
      begin.put(clock + "Explained", begin(clock, "Explained"));
      begin.put(clock + "Surprise", begin("Trusted" + clock, "Surprise"));
    }
    in.theorem(
        "NewLine SteeredClock.begin(UntrustedWall this, Before before, Surprise estimate, u64"
            + " start, shown due)",
        13,
        (claim, inputs) -> {
          claim.requires(inputs.get(5).times(inputs.get(4)).below(Term.powerOfTwo(58)));
          return empty(claim, inputs.subList(2, 9), inputs.get(9));
        });
  }

  private static Shape clock(Number isTrusted, Number isMonotonic) {
    Shape trusted = Shape.of(BooleanSupplier.class, Shape.ANSWER, isTrusted);
    return Shape.of(SteeredClock.class, "trusted", trusted, "monotonic", isMonotonic);
  }

  /** The end of a segment, where a clock that does not trust its counter reads the reference. */
  private Value empty(Claim claim, List<Term> line, Term rate) {
    Term end = line.get(3);
    return claim.object(
        (Shape) in.find("NewLine"),
        line.get(0).plus(end).mod(Term.powerOfTwo(64)),
        line.get(1).plus(end.times(line.get(2)).over(Term.powerOfTwo(32))),
        Term.ZERO,
        Term.ZERO,
        Term.ZERO,
        Term.ZERO,
        line.get(6),
        rate);
  }

  private Theorem begin(String clock, String estimate) {
    return in.theorem(
            "NewLine SteeredClock.begin("
                + clock
                + " this, Before before, "
                + estimate
                + " estimate, u64 start, shown due)",
            13,
            (claim, inputs) -> {
              boolean isMonotonic = clock.endsWith("Monotonic");
              Term base = inputs.get(3);
              Term slope = inputs.get(4);
              Term end = inputs.get(5);
              Term origin = inputs.get(8);
              Term perTick = inputs.get(9);
              Term start = inputs.get(11);
              Term due = inputs.get(12);
              // As concluded for LinearSegment.of.
              claim.requires(end.times(slope).below(Term.powerOfTwo(58)));
              Term lasts =
                  estimate.equals("Surprise")
                      ? Term.of(LineTheorems.SHORTEST)
                      : claim.min(inputs.get(7).times(2), Term.of(LineTheorems.INTERVAL));
              Term reached = base.plus(end.times(slope).over(Term.powerOfTwo(32)));
              Term lead = reached.minus(due);
              boolean joins =
                  claim.when(start.is(inputs.get(2).plus(end).mod(Term.powerOfTwo(64))));
              boolean steps =
                  claim.when(lead.below(joins ? -LineTheorems.STEP : 0))
                      || (!isMonotonic && claim.when(lead.above(LineTheorems.STEP)));
              if (steps) {
                claim.concludes(due.atLeast(reached).or(Condition.of(!isMonotonic)));
                return LineTheorems.line(in, claim, start, due, perTick, lasts, perTick, origin);
              }
              if (claim.when(lead.above(LineTheorems.SLEW_LIMIT))) {
                return LineTheorems.line(
                    in, claim, start, reached, perTick, lasts, perTick, origin.plus(lead));
              }
              Term tilted = LineTheorems.tilted(claim, perTick, lead, lasts);
              return LineTheorems.line(in, claim, start, reached, tilted, lasts, perTick, origin);
            })
        .tries(RateExamples::next);
  }

  /** A clock that takes this sample, and whose counter is trusted. */
  private static Shape sampling(Type sample, int isMonotonic) {
    Number monotonic = new Number(Kind.signed(32).from(isMonotonic, isMonotonic), "Z");
    Number yes = new Number(Kind.signed(32).from(1, 1), "Z");
    return Shape.of(
        SteeredClock.class,
        "sampler",
        Shape.of(Sampler.class, Shape.ANSWER, sample),
        "trusted",
        Shape.of(BooleanSupplier.class, Shape.ANSWER, yes),
        "monotonic",
        monotonic);
  }

  /** The segment after another, and the segment after a gap, at every rate of an estimate. */
  private void segments() {
    in.lemma(
        "LinearSegment.of(rateOfTicks rate, length length)",
        2,
        (claim, inputs) -> {
          Term rate = inputs.get(0);
          Term end = claim.max(Term.of(4), inputs.get(1).shiftedLeft(32).over(rate));
          claim.concludes(end.times(rate).below(MOST_NANOS));
          return null;
        });
    for (String clock : CLOCKS) {
      successor(clock);
      afresh(clock);
    }
    in.theorem(
        "NewLine SteeredClock.afresh(UnsampledWall this, Current line)",
        21,
        (claim, inputs) -> {
          Current line = Current.of(claim, inputs.subList(2, 21));
          return empty(claim, inputs.subList(2, 9), line.estimate.rate());
        });
  }

  /** It starts where the one before ends, where the reference is what the new rate foretells. */
  private void successor(String clock) {
    in.theorem(
            "NewLine SteeredClock.successor(Trusted"
                + clock
                + " this, Current line, Sample sample)",
            24,
            (claim, inputs) -> {
              Current line = Current.of(claim, inputs.subList(2, 21));
              Sampled sample = Sampled.of(inputs.subList(21, 24));
              Term passed = RateTheorems.ticks(claim, line.start, sample.ticks());
              claim.requires(passed.atLeast(0));
              claim.requires(passed.below(line.end));
              Estimated estimate = next(claim, line, sample);
              Term rate = estimate.rate();
              claim.hint(
                  () -> {
                    claim.sameSign(passed, rate);
                    claim.sameSign(line.end.minus(passed), rate);
                    claim.sameSign(
                        line.estimate.rate().shiftedLeft(RateTheorems.FACTOR_BITS).minus(rate),
                        line.end);
                  });
              Term start = line.start.plus(line.end);
              Term ahead =
                  claim.unsigned(start.minus(sample.ticks()).times(rate)).over(Term.powerOfTwo(32));
              // Nothing wraps but the ticks: this is the floor of what remains of the segment.
              Term rest = line.end.minus(passed).times(rate).minus(ahead.shiftedLeft(32));
              Condition isFloor = rest.atLeast(0).and(rest.below(Term.powerOfTwo(32)));
              claim.hint(() -> claim.derives(isFloor));
              claim.concludes(isFloor);
              Term due = sample.nanos().plus(line.offset).plus(ahead);
              return begin(claim, clock, line, estimate, claim.unsigned(start), due);
            })
        .tries(RateExamples::renewal);
  }

  /** It starts at the sample. */
  private void afresh(String clock) {
    in.theorem(
            "NewLine SteeredClock.afresh(Sampling" + clock + " this, Current line)",
            24,
            (claim, inputs) -> {
              Sampled sample = Sampled.of(inputs.subList(0, 3));
              Current line = Current.of(claim, inputs.subList(5, 24));
              Term due = sample.nanos().plus(line.offset);
              return begin(claim, clock, line, next(claim, line, sample), sample.ticks(), due);
            })
        .tries(RateExamples::gap);
  }

  /** The estimate after one more sample. */
  private Estimated next(Claim claim, Current line, Sampled sample) {
    List<Term> arguments = new ArrayList<>(line.estimate.numbers());
    arguments.addAll(sample.numbers());
    Instance next = (Instance) claim.ofCall(after, arguments);
    return Estimated.of(((Shape) in.find("Estimate")).numbers(next));
  }

  /** What {@code SteeredClock.begin} makes of that, by its theorem. */
  private Value begin(
      Claim claim, String clock, Current line, Estimated estimate, Term start, Term due) {
    String kind = claim.when(estimate.outlier().is(1)) ? "Surprise" : "Explained";
    List<Term> arguments =
        List.of(
            Term.ONE,
            Term.of(clock.equals("Monotonic") ? 1 : 0),
            line.start,
            line.base,
            line.slope,
            line.end,
            line.renewal,
            line.length,
            line.offset,
            estimate.rate(),
            estimate.outlier(),
            start,
            due);
    Instance next = (Instance) claim.ofCall(begin.get(clock + kind), arguments);
    Term highest = line.base.plus(line.end.times(line.slope).over(Term.powerOfTwo(32)));
    claim.concludes(
        Condition.of(clock.equals("Wall")).or(((Term) next.fields.get("base")).atLeast(highest)));
    return next;
  }

  /** A segment and its estimate. */
  private record Current(
      Term start,
      Term base,
      Term slope,
      Term end,
      Term renewal,
      Term length,
      Term offset,
      Estimated estimate) {
    static Current of(Claim claim, List<Term> numbers) {
      Current line =
          new Current(
              numbers.get(0),
              numbers.get(1),
              numbers.get(2),
              numbers.get(3),
              numbers.get(4),
              numbers.get(5),
              numbers.get(6),
              Estimated.of(numbers.subList(7, 7 + Estimated.SIZE)));
      // As LinearSegment.of makes it.
      claim.requires(line.end.times(line.slope).below(Term.powerOfTwo(58)));
      claim.requires(line.end.times(line.estimate.rate()).below(MOST_NANOS));
      return line;
    }
  }
}
