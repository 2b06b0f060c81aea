package io.foliot.verified;

import io.foliot.duration.SignedDuration;
import io.foliot.verified.Type.Shape;

/** {@code SignedDuration}, and {@code PosixTime} with it: a magnitude and a sign, as one number. */
final class SignedTheorems {
  private static final Term MAX = Term.powerOfTwo(64).minus(1);
  private static final long PICOS_PER_NANO = 1_000;

  private SignedTheorems() {}

  static void state(Theorems in) {
    in.owner(SignedDuration.class.getName());
    in.type(
        "SignedDuration",
        Shape.of(
            SignedDuration.class, "magnitude", in.find("u64"), "negative", in.find("boolean")));
    conversions(in);
    arithmetic(in);
    times(in);
  }

  /** The number that a signed duration is; zero has one form. */
  private static Term number(Claim claim, Term magnitude, Term negative) {
    claim.requires(magnitude.isNot(0).or(negative.is(0)));
    return claim.when(negative.is(1)) ? magnitude.negate() : magnitude;
  }

  /** A number as a signed duration, if it is one. */
  private static Value signed(Theorems in, Claim claim, Term number) {
    claim.refuses(ArithmeticException.class, number.above(MAX).or(number.below(MAX.negate())));
    boolean isNegative = claim.when(number.below(0));
    return claim.object(
        (Shape) in.find("SignedDuration"),
        isNegative ? number.negate() : number,
        Term.of(isNegative ? 1 : 0));
  }

  private static Term sign(Claim claim, Term number) {
    return claim.when(number.is(0)) ? Term.ZERO : Term.of(claim.when(number.below(0)) ? -1 : 1);
  }

  private static void conversions(Theorems in) {
    in.theorem(
        "SignedDuration SignedDuration.of(Duration duration)",
        (claim, nanos) -> signed(in, claim, nanos));
    in.theorem(
        "SignedDuration SignedDuration.ofNanos(s64 nanos)",
        (claim, nanos) -> signed(in, claim, nanos));
    in.theorem(
        "SignedDuration SignedDuration.ofDifference(u64 a, u64 b)",
        (claim, a, b) -> signed(in, claim, a.minus(b)));
    in.theorem(
        "Duration SignedDuration.abs(SignedDuration this)",
        (claim, magnitude, negative) -> {
          Term number = number(claim, magnitude, negative);
          return claim.object((Shape) in.find("Duration"), claim.max(number, number.negate()));
        });
    in.theorem(
        "s32 SignedDuration.signum(SignedDuration this)",
        (claim, magnitude, negative) -> sign(claim, number(claim, magnitude, negative)));
    in.theorem(
        "s64 SignedDuration.toNanos(SignedDuration this)",
        (claim, magnitude, negative) -> {
          Term number = number(claim, magnitude, negative);
          claim.refuses(ArithmeticException.class, number.within(Kind.signed(64).range()).not());
          return number;
        });
  }

  private static void arithmetic(Theorems in) {
    in.theorem(
        "SignedDuration SignedDuration.negated(SignedDuration this)",
        (claim, magnitude, negative) ->
            signed(in, claim, number(claim, magnitude, negative).negate()));
    in.theorem(
        "SignedDuration SignedDuration.plus(SignedDuration this, SignedDuration other)",
        (claim, magnitude, negative, otherMagnitude, otherNegative) -> {
          Term a = number(claim, magnitude, negative);
          Term b = number(claim, otherMagnitude, otherNegative);
          return signed(in, claim, a.plus(b));
        });
    in.theorem(
        "SignedDuration SignedDuration.minus(SignedDuration this, SignedDuration other)",
        (claim, magnitude, negative, otherMagnitude, otherNegative) -> {
          Term a = number(claim, magnitude, negative);
          Term b = number(claim, otherMagnitude, otherNegative);
          return signed(in, claim, a.minus(b));
        });
    in.theorem(
        "s32 SignedDuration.compareTo(SignedDuration this, SignedDuration other)",
        (claim, magnitude, negative, otherMagnitude, otherNegative) -> {
          Term a = number(claim, magnitude, negative);
          Term b = number(claim, otherMagnitude, otherNegative);
          return sign(claim, a.minus(b));
        });
  }

  private static void times(Theorems in) {
    in.theorem(
        "PosixTime PosixTime.plus(PosixTime this, SignedDuration difference)",
        (claim, days, picosOfDay, magnitude, negative) -> {
          Term nanos = number(claim, magnitude, negative);
          Term sum = PosixTheorems.picos(days, picosOfDay).plus(nanos.times(PICOS_PER_NANO));
          claim.refuses(
              ArithmeticException.class,
              sum.below(PosixTheorems.MIN).or(sum.above(PosixTheorems.MAX)));
          return PosixTheorems.time(claim, (Shape) in.find("PosixTime"), sum);
        });
    // Rounded towards zero.
    in.theorem(
        "SignedDuration PosixTime.signedSince(PosixTime this, PosixTime other)",
        (claim, days, picosOfDay, otherDays, otherPicos) -> {
          Term picos =
              PosixTheorems.picos(days, picosOfDay)
                  .minus(PosixTheorems.picos(otherDays, otherPicos));
          return signed(
              in,
              claim,
              claim.when(picos.below(0))
                  ? picos.overUp(Term.of(PICOS_PER_NANO))
                  : picos.over(PICOS_PER_NANO));
        });
  }
}
