package io.foliot.verified;

import io.foliot.clock.PosixTime;
import io.foliot.verified.Type.Shape;

/** {@code PosixTime} and {@code CivilDate}: the years 0000 to 9999, to the picosecond. */
final class PosixTheorems {
  private static final long MIN_DAYS = -719_528;
  private static final long MAX_DAYS = 2_932_896;
  private static final long PICOS_PER_DAY = 86_400_000_000_000_000L;
  private static final long SECOND = 1_000_000_000_000L;

  /** The earliest and the latest time, in picoseconds since 1970. */
  static final Term MIN = Term.of(MIN_DAYS).times(PICOS_PER_DAY);

  static final Term MAX = Term.of(MAX_DAYS + 1).times(PICOS_PER_DAY).minus(1);

  private static final Term MAX_NANOS = Term.powerOfTwo(64).minus(1);

  private PosixTheorems() {}

  static void state(Theorems in) {
    in.owner("io.foliot.clock.PosixTime");
    in.owner("io.foliot.clock.CivilDate");
    Shape time =
        Shape.of(
            PosixTime.class,
            "days",
            new Type.Number(Kind.signed(32).from(MIN_DAYS, MAX_DAYS), "I"),
            "picosOfDay",
            new Type.Number(Kind.signed(64).from(0, PICOS_PER_DAY - 1), "J"));
    in.type("PosixTime", time);
    // One year more than a time has, so that a mutant which lets it through can be walked.
    in.type("year", new Type.Number(Kind.signed(32).from(0, 10_000), "I"));
    in.type("month", new Type.Number(Kind.signed(32).from(1, 12), "I"));
    in.type("day", new Type.Number(Kind.signed(32).from(1, 31), "I"));
    calendar(in, time);
    epochs(in, time);
    fields(in);
    arithmetic(in, time);
    comparison(in);
  }

  private static void calendar(Theorems in, Shape time) {
    in.theorem(
        "boolean CivilDate.isLeapYear(year year)", //
        (claim, year) -> claim.truth(isLeapYear(year)));
    in.theorem("s32 CivilDate.lengthOfMonth(year year, month month)", PosixTheorems::length);
    in.theorem(
        "s32 CivilDate.toDays(year year, month month, day day)",
        (claim, year, month, day) -> {
          claim.requires(day.atMost(length(claim, year, month)));
          return toDays(claim, year, month, day);
        });
    in.theorem(
        "PosixTime PosixTime.ofDate(s32 year, s32 month, s32 day)",
        (claim, year, month, day) -> {
          claim.refuses(IllegalArgumentException.class, year.below(0).or(year.above(9999)));
          claim.refuses(IllegalArgumentException.class, month.below(1).or(month.above(12)));
          claim.refuses(
              IllegalArgumentException.class,
              day.below(1).or(day.above(length(claim, year, month))));
          return claim.object(time, toDays(claim, year, month, day), Term.ZERO);
        });
  }

  private static Condition isLeapYear(Term year) {
    return year.mod(4).is(0).and(year.mod(100).isNot(0).or(year.mod(400).is(0)));
  }

  /** The length of a month. */
  private static Term length(Claim claim, Term year, Term month) {
    return switch (claim.valueOf(month)) {
      case 4, 6, 9, 11 -> Term.of(30);
      case 2 -> Term.of(claim.when(isLeapYear(year)) ? 29 : 28);
      default -> Term.of(31);
    };
  }

  /** The days of all earlier years and months, as a sum of lengths of months. */
  private static Term toDays(Claim claim, Term year, Term month, Term day) {
    Term leapYearsBefore =
        year.plus(3).over(4).minus(year.plus(99).over(100)).plus(year.plus(399).over(400));
    Term days = year.times(365).plus(leapYearsBefore).plus(day).minus(1).plus(MIN_DAYS);
    for (int before = 1; before < claim.valueOf(month); before++) {
      days = days.plus(length(claim, year, Term.of(before)));
    }
    return days;
  }

  private static void epochs(Theorems in, Shape time) {
    in.theorem(
        "PosixTime PosixTime.of(s32 days, s64 picosOfDay)",
        (claim, days, picos) -> {
          claim.refuses(
              IllegalArgumentException.class, days.below(MIN_DAYS).or(days.above(MAX_DAYS)));
          claim.refuses(
              IllegalArgumentException.class, picos.below(0).or(picos.atLeast(PICOS_PER_DAY)));
          return claim.object(time, days, picos);
        });
    epoch(in, time, "Second", SECOND);
    epoch(in, time, "Millis", SECOND / 1_000);
    epoch(in, time, "Micros", SECOND / 1_000_000);
    epoch(in, time, "Nanos", SECOND / 1_000_000_000);
  }

  private static void epoch(Theorems in, Shape time, String unit, long picosPerUnit) {
    in.theorem(
        "PosixTime PosixTime.ofEpoch" + unit + "(s64 count)",
        (claim, count) -> {
          Term days = count.over(PICOS_PER_DAY / picosPerUnit);
          claim.refuses(ArithmeticException.class, days.below(MIN_DAYS).or(days.above(MAX_DAYS)));
          Term ofDay = count.mod(PICOS_PER_DAY / picosPerUnit);
          return claim.object(time, days, ofDay.times(picosPerUnit));
        });
    in.theorem(
        "s64 PosixTime.toEpoch" + unit + "(PosixTime this)",
        (claim, days, picosOfDay) -> {
          Term count = picos(days, picosOfDay).over(picosPerUnit);
          claim.refuses(
              ArithmeticException.class,
              count.below(Term.powerOfTwo(63).negate()).or(count.atLeast(Term.powerOfTwo(63))));
          return count;
        });
  }

  /** Picoseconds since 1970. */
  static Term picos(Term days, Term picosOfDay) {
    return days.times(PICOS_PER_DAY).plus(picosOfDay);
  }

  static Value time(Claim claim, Shape time, Term picos) {
    return claim.object(time, picos.over(PICOS_PER_DAY), picos.mod(PICOS_PER_DAY));
  }

  private static void fields(Theorems in) {
    in.theorem(
        "s32 PosixTime.dayOfWeek(PosixTime this)",
        // 1970-01-01 was a Thursday, the fourth day of its week.
        (claim, days, picosOfDay) -> days.plus(3).mod(7).plus(1));
    in.theorem(
        "s32 PosixTime.hour(PosixTime this)", //
        (claim, days, picosOfDay) -> picosOfDay.over(3_600 * SECOND));
    in.theorem(
        "s32 PosixTime.minute(PosixTime this)",
        (claim, days, picosOfDay) -> picosOfDay.over(60 * SECOND).mod(60));
    in.theorem(
        "s32 PosixTime.second(PosixTime this)",
        (claim, days, picosOfDay) -> picosOfDay.over(SECOND).mod(60));
    in.theorem(
        "s64 PosixTime.picosOfSecond(PosixTime this)",
        (claim, days, picosOfDay) -> picosOfDay.mod(SECOND));
  }

  private static void arithmetic(Theorems in, Shape time) {
    in.theorem(
        "PosixTime PosixTime.plus(PosixTime this, Duration duration)",
        (claim, days, picosOfDay, nanos) -> {
          Term sum = picos(days, picosOfDay).plus(nanos.times(1_000));
          claim.refuses(ArithmeticException.class, sum.above(MAX));
          return time(claim, time, sum);
        });
    in.theorem(
        "PosixTime PosixTime.minus(PosixTime this, Duration duration)",
        (claim, days, picosOfDay, nanos) -> {
          Term difference = picos(days, picosOfDay).minus(nanos.times(1_000));
          claim.refuses(ArithmeticException.class, difference.below(MIN));
          return time(claim, time, difference);
        });
    in.theorem(
        "PosixTime PosixTime.saturatingPlus(PosixTime this, Duration duration)",
        (claim, days, picosOfDay, nanos) ->
            time(claim, time, claim.min(picos(days, picosOfDay).plus(nanos.times(1_000)), MAX)));
    in.theorem(
        "PosixTime PosixTime.saturatingMinus(PosixTime this, Duration duration)",
        (claim, days, picosOfDay, nanos) ->
            time(claim, time, claim.max(picos(days, picosOfDay).minus(nanos.times(1_000)), MIN)));
    in.theorem(
        "Duration PosixTime.since(PosixTime this, PosixTime earlier)",
        (claim, days, picosOfDay, earlierDays, earlierPicos) -> {
          Term picos = picos(days, picosOfDay).minus(picos(earlierDays, earlierPicos));
          claim.refuses(ArithmeticException.class, picos.below(0));
          return nanos(in, claim, picos);
        });
    in.theorem(
        "Duration PosixTime.absDiff(PosixTime this, PosixTime other)",
        (claim, days, picosOfDay, otherDays, otherPicos) -> {
          Term picos = picos(days, picosOfDay).minus(picos(otherDays, otherPicos));
          return nanos(in, claim, claim.max(picos, picos.negate()));
        });
  }

  private static Value nanos(Theorems in, Claim claim, Term picos) {
    Term nanos = picos.over(1_000);
    claim.refuses(ArithmeticException.class, nanos.above(MAX_NANOS));
    return claim.object((Shape) in.find("Duration"), nanos);
  }

  private static void comparison(Theorems in) {
    in.theorem(
        "boolean PosixTime.isBefore(PosixTime this, PosixTime other)",
        (claim, days, picosOfDay, otherDays, otherPicos) ->
            claim.truth(picos(days, picosOfDay).below(picos(otherDays, otherPicos))));
    in.theorem(
        "boolean PosixTime.isAfter(PosixTime this, PosixTime other)",
        (claim, days, picosOfDay, otherDays, otherPicos) ->
            claim.truth(picos(days, picosOfDay).above(picos(otherDays, otherPicos))));
    in.theorem(
        "s32 PosixTime.compareTo(PosixTime this, PosixTime other)",
        (claim, days, picosOfDay, otherDays, otherPicos) -> {
          Term difference = picos(days, picosOfDay).minus(picos(otherDays, otherPicos));
          return claim.when(difference.is(0))
              ? Term.ZERO
              : Term.of(claim.when(difference.below(0)) ? -1 : 1);
        });
  }
}
