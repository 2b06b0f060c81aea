package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * A length of time: an unsigned 64-bit count of nanoseconds, 0 to 18446744073709551615 ns (about
 * 584.5 years). Never negative.
 *
 * <p>A day is 24 h, a week 7 d and a year 365.25 d (8766 h). Converting to a unit rounds down
 * unless a {@link RoundingMode} is given.
 *
 * <p>Errors are the same everywhere: a negative amount, factor or divisor is an {@link
 * IllegalArgumentException}; a result outside 0 to 18446744073709551615 ns, or a division by zero,
 * is an {@link ArithmeticException}; null is a {@link NullPointerException}. Nothing wraps around,
 * except the methods whose name says so.
 *
 * <p>Jackson writes a duration as the text of {@link #toString()} and reads what {@link
 * #parse(CharSequence)} reads; its annotations are optional at run time. A number has no unit
 * there, and is refused.
 *
 * <p>Value semantics: compare with {@link #equals}, not with {@code ==}. Thread safety: immutable.
 * {@link Nanos} has the same operations for raw {@code long} values.
 */
public final class Duration implements Comparable<Duration> {
  /** No time at all. */
  public static final Duration ZERO = new Duration(0, null);

  /**
   * The longest duration, 18446744073709551615 ns. It stands for ever where a duration must be
   * given: the {@code saturating…} methods reach it, {@link DurationParser#acceptForever} reads it,
   * {@link #saturatingToNanos()} makes {@code Long.MAX_VALUE} of it, and {@code Deadline.after}
   * never.
   */
  public static final Duration MAX = new Duration(Nanos.MAX, null);

  private final long nanos;

  /**
   * Two parameters, because binders of data take a constructor of one number, even a private one,
   * for a conversion from numbers: what would the unit be?
   */
  private Duration(long nanos, Void unused) {
    this.nanos = nanos;
  }

  // Making

  /**
   * A duration of nanoseconds.
   *
   * @param nanos not negative; for all 64 bits see {@link #ofUnsignedNanos}
   * @return the duration
   * @throws IllegalArgumentException if {@code nanos} is negative
   */
  public static Duration ofNanos(long nanos) {
    return of(nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * A duration of unsigned nanoseconds. Every value is a duration: −1 is {@link #MAX}.
   *
   * @param nanos unsigned nanoseconds
   * @return the duration
   */
  public static Duration ofUnsignedNanos(long nanos) {
    return new Duration(nanos, null);
  }

  /**
   * A duration of microseconds.
   *
   * @param micros 0 to 18446744073709551
   * @return the duration
   * @throws IllegalArgumentException if {@code micros} is negative
   * @throws ArithmeticException if {@code micros} is larger
   */
  public static Duration ofMicros(long micros) {
    return ofUnsignedNanos(Nanos.ofMicros(micros));
  }

  /**
   * A duration of milliseconds.
   *
   * @param millis 0 to 18446744073709
   * @return the duration
   * @throws IllegalArgumentException if {@code millis} is negative
   * @throws ArithmeticException if {@code millis} is larger
   */
  public static Duration ofMillis(long millis) {
    return ofUnsignedNanos(Nanos.ofMillis(millis));
  }

  /**
   * A duration of seconds.
   *
   * @param seconds 0 to 18446744073
   * @return the duration
   * @throws IllegalArgumentException if {@code seconds} is negative
   * @throws ArithmeticException if {@code seconds} is larger
   */
  public static Duration ofSeconds(long seconds) {
    return ofUnsignedNanos(Nanos.ofSeconds(seconds));
  }

  /**
   * A duration of minutes.
   *
   * @param minutes 0 to 307445734
   * @return the duration
   * @throws IllegalArgumentException if {@code minutes} is negative
   * @throws ArithmeticException if {@code minutes} is larger
   */
  public static Duration ofMinutes(long minutes) {
    return ofUnsignedNanos(Nanos.ofMinutes(minutes));
  }

  /**
   * A duration of hours.
   *
   * @param hours 0 to 5124095
   * @return the duration
   * @throws IllegalArgumentException if {@code hours} is negative
   * @throws ArithmeticException if {@code hours} is larger
   */
  public static Duration ofHours(long hours) {
    return ofUnsignedNanos(Nanos.ofHours(hours));
  }

  /**
   * A duration of days of 24 h.
   *
   * @param days 0 to 213503
   * @return the duration
   * @throws IllegalArgumentException if {@code days} is negative
   * @throws ArithmeticException if {@code days} is larger
   */
  public static Duration ofDays(long days) {
    return ofUnsignedNanos(Nanos.ofDays(days));
  }

  /**
   * A duration of weeks of 7 d.
   *
   * @param weeks 0 to 30500
   * @return the duration
   * @throws IllegalArgumentException if {@code weeks} is negative
   * @throws ArithmeticException if {@code weeks} is larger
   */
  public static Duration ofWeeks(long weeks) {
    return ofUnsignedNanos(Nanos.ofWeeks(weeks));
  }

  /**
   * A duration of years of 365.25 d.
   *
   * @param years 0 to 584
   * @return the duration
   * @throws IllegalArgumentException if {@code years} is negative
   * @throws ArithmeticException if {@code years} is larger
   */
  public static Duration ofYears(long years) {
    return ofUnsignedNanos(Nanos.ofYears(years));
  }

  /**
   * A duration in any unit of {@link TimeUnit}.
   *
   * @param amount not negative
   * @param unit any unit
   * @return the duration
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if the duration is over 18446744073709551615 ns
   */
  public static Duration of(long amount, TimeUnit unit) {
    return ofUnsignedNanos(Nanos.of(amount, unit));
  }

  /**
   * A duration in any unit of {@link TimeUnit}, or {@link #MAX} if it is longer than that. So
   * {@code Long.MAX_VALUE} of any unit from microseconds up, with which Java code says for ever, is
   * {@code MAX}.
   *
   * @param amount not negative
   * @param unit any unit
   * @return the shorter of that duration and {@code MAX}
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public static Duration saturatingOf(long amount, TimeUnit unit) {
    return ofUnsignedNanos(Nanos.saturatingOf(amount, unit));
  }

  /**
   * Reads a duration from text, in one of two notations. For more than these, see {@link
   * DurationParser}.
   *
   * <p><b>Compact</b>: {@code 1d2h3m4s5ms6us7ns}, {@code 1.5h}, {@code 1h 30m}, {@code 2 days};
   * also what Go and MirageOS write. One or more numbers, each followed by its unit, each unit at
   * most once, in any order. Units, in lower case:
   *
   * <ul>
   *   <li>{@code y}, {@code a}, {@code yr}, {@code year}: 365.25 d
   *   <li>{@code w}, {@code wk}, {@code week}: 7 d
   *   <li>{@code d}, {@code day}: 24 h
   *   <li>{@code h}, {@code hr}, {@code hour}
   *   <li>{@code m}, {@code min}, {@code minute}
   *   <li>{@code s}, {@code sec}, {@code second}
   *   <li>{@code ms}, {@code msec}, {@code milli}, {@code millisecond}
   *   <li>{@code us} (the u may be either Greek mu), {@code usec}, {@code micro}, {@code
   *       microsecond}
   *   <li>{@code ns}, {@code nsec}, {@code nano}, {@code nanosecond}
   * </ul>
   *
   * <p>The names of two or more letters before which no plain {@code s} stands may also end in
   * {@code s} ({@code hrs}, {@code hours}). Spaces may stand between a number and its unit and
   * between two items, nowhere else. A lone {@code 0} needs no unit.
   *
   * <p><b>ISO 8601</b>: {@code PT1H2.5S}, {@code P1DT2H}, {@code P2W}, in either case: weeks and
   * days, then after {@code T} hours, minutes and seconds, from large to small, each at most once,
   * no spaces. Only the last number may have a fraction, after a point or a comma. Years and months
   * have no fixed length there, and are refused unless they are zero: {@code P0Y0M0DT1H}.
   *
   * <p>In both, one {@code +} may stand before everything; a {@code -} is refused anywhere. Digits
   * are ASCII. A number may have a decimal fraction of any length ({@code 1.5}, {@code .5}, {@code
   * 1.}), whose value is taken exactly: text that is not a whole number of nanoseconds is refused.
   *
   * @param text the text
   * @return the duration
   * @throws DurationParseException if the text is anything else, or not a whole number of
   *     nanoseconds, or over 18446744073709551615 ns; it tells where
   */
  @JsonCreator
  public static Duration parse(CharSequence text) {
    return ofUnsignedNanos(Nanos.parse(text));
  }

  /**
   * Reads a duration from text, as {@link #parse(CharSequence)}, and rounds what is finer than a
   * nanosecond. Only one of the numbers may be finer.
   *
   * @param text the text
   * @param mode how to round; {@code UNNECESSARY} refuses to
   * @return the duration
   * @throws DurationParseException if the text is not a duration, or over 18446744073709551615 ns
   */
  public static Duration parse(CharSequence text, RoundingMode mode) {
    return ofUnsignedNanos(Nanos.parse(text, mode));
  }

  // Converting

  /**
   * Nanoseconds as an unsigned number.
   *
   * @return unsigned nanoseconds: a negative {@code long} is 2<sup>63</sup> ns or more
   */
  public long toUnsignedNanos() {
    return nanos;
  }

  /**
   * Nanoseconds as a signed number.
   *
   * @return 0 to 9223372036854775807
   * @throws ArithmeticException from 2<sup>63</sup> ns up (about 292 years)
   */
  public long toNanos() {
    return Nanos.toSigned(nanos);
  }

  /**
   * Nanoseconds as a signed number, or {@code Long.MAX_VALUE} if they do not fit: for methods that
   * take a {@code long} and a {@link TimeUnit}, and that number for ever.
   *
   * @return 0 to 9223372036854775807
   */
  public long saturatingToNanos() {
    return Nanos.saturatingToSigned(nanos);
  }

  /**
   * Whole microseconds, rounded down.
   *
   * @return 0 to 18446744073709551
   */
  public long toMicros() {
    return Nanos.toMicros(nanos);
  }

  /**
   * Whole milliseconds, rounded down.
   *
   * @return 0 to 18446744073709
   */
  public long toMillis() {
    return Nanos.toMillis(nanos);
  }

  /**
   * Whole seconds, rounded down.
   *
   * @return 0 to 18446744073
   */
  public long toSeconds() {
    return Nanos.toSeconds(nanos);
  }

  /**
   * Whole minutes, rounded down.
   *
   * @return 0 to 307445734
   */
  public long toMinutes() {
    return Nanos.toMinutes(nanos);
  }

  /**
   * Whole hours, rounded down.
   *
   * @return 0 to 5124095
   */
  public long toHours() {
    return Nanos.toHours(nanos);
  }

  /**
   * Whole days of 24 h, rounded down.
   *
   * @return 0 to 213503
   */
  public long toDays() {
    return Nanos.toDays(nanos);
  }

  /**
   * Whole weeks of 7 d, rounded down.
   *
   * @return 0 to 30500
   */
  public long toWeeks() {
    return Nanos.toWeeks(nanos);
  }

  /**
   * Whole years of 365.25 d, rounded down.
   *
   * @return 0 to 584
   */
  public long toYears() {
    return Nanos.toYears(nanos);
  }

  /**
   * Whole units, rounded down.
   *
   * @param unit any unit
   * @return the count of whole units
   * @throws ArithmeticException if the unit is nanoseconds and the count is over
   *     9223372036854775807
   */
  public long to(TimeUnit unit) {
    return Nanos.to(nanos, unit);
  }

  /**
   * Units, rounded as told. For weeks, years and any other unit see {@link #dividedBy(Duration,
   * RoundingMode)}.
   *
   * @param unit any unit
   * @param mode how to round; durations are never negative, so up is ceiling and down is floor
   * @return the count of units
   * @throws ArithmeticException if the unit is nanoseconds and the count is over
   *     9223372036854775807, or if {@code mode} is {@code UNNECESSARY} and something is left over
   */
  public long to(TimeUnit unit, RoundingMode mode) {
    return Nanos.to(nanos, unit, mode);
  }

  // Parts

  /**
   * The hours of the last, unfinished day.
   *
   * @return 0 to 23
   */
  public int hoursPart() {
    return Nanos.hoursPart(nanos);
  }

  /**
   * The minutes of the last, unfinished hour.
   *
   * @return 0 to 59
   */
  public int minutesPart() {
    return Nanos.minutesPart(nanos);
  }

  /**
   * The seconds of the last, unfinished minute.
   *
   * @return 0 to 59
   */
  public int secondsPart() {
    return Nanos.secondsPart(nanos);
  }

  /**
   * The milliseconds of the last, unfinished second.
   *
   * @return 0 to 999
   */
  public int millisPart() {
    return Nanos.millisPart(nanos);
  }

  /**
   * The microseconds of the last, unfinished millisecond.
   *
   * @return 0 to 999
   */
  public int microsPart() {
    return Nanos.microsPart(nanos);
  }

  /**
   * The nanoseconds of the last, unfinished microsecond.
   *
   * @return 0 to 999
   */
  public int nanosPart() {
    return Nanos.nanosPart(nanos);
  }

  /**
   * The nanoseconds of the last, unfinished second: milliseconds, microseconds and nanoseconds
   * together.
   *
   * @return 0 to 999999999
   */
  public int subsecondPart() {
    return Nanos.subsecondPart(nanos);
  }

  // Adding, subtracting, multiplying

  /**
   * The sum.
   *
   * @param other what to add
   * @return {@code this + other}
   * @throws ArithmeticException if the sum is longer than {@link #MAX}
   */
  public Duration plus(Duration other) {
    return ofUnsignedNanos(Nanos.plus(nanos, other.nanos));
  }

  /**
   * The difference, if it is not negative.
   *
   * @param other what to take away
   * @return {@code this − other}
   * @throws ArithmeticException if {@code other} is longer than this
   */
  public Duration minus(Duration other) {
    return ofUnsignedNanos(Nanos.minus(nanos, other.nanos));
  }

  /**
   * The difference, with a sign.
   *
   * @param other what to take away, shorter or longer than this
   * @return {@code this − other}, exactly
   */
  public SignedDuration signedMinus(Duration other) {
    return SignedDuration.ofDifference(nanos, other.nanos);
  }

  /**
   * The multiple.
   *
   * @param factor how many times, not negative
   * @return {@code this × factor}
   * @throws IllegalArgumentException if {@code factor} is negative
   * @throws ArithmeticException if the product is longer than {@link #MAX}
   */
  public Duration times(long factor) {
    return ofUnsignedNanos(Nanos.times(nanos, factor));
  }

  /**
   * The sum, or {@link #MAX} if it is longer than that.
   *
   * @param other what to add
   * @return the shorter of {@code this + other} and {@code MAX}
   */
  public Duration saturatingPlus(Duration other) {
    return ofUnsignedNanos(Nanos.saturatingPlus(nanos, other.nanos));
  }

  /**
   * The difference, or {@link #ZERO} if {@code other} is longer than this.
   *
   * @param other what to take away
   * @return {@code this − other} or {@code ZERO}
   */
  public Duration saturatingMinus(Duration other) {
    return ofUnsignedNanos(Nanos.saturatingMinus(nanos, other.nanos));
  }

  /**
   * The multiple, or {@link #MAX} if it is longer than that.
   *
   * @param factor how many times, not negative
   * @return the shorter of {@code this × factor} and {@code MAX}
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public Duration saturatingTimes(long factor) {
    return ofUnsignedNanos(Nanos.saturatingTimes(nanos, factor));
  }

  /**
   * The sum modulo 2<sup>64</sup> ns. <b>Wraps around</b>.
   *
   * @param other what to add
   * @return the low 64 bits of the sum
   */
  public Duration wrappingPlus(Duration other) {
    return ofUnsignedNanos(Nanos.wrappingPlus(nanos, other.nanos));
  }

  /**
   * The difference modulo 2<sup>64</sup> ns. <b>Wraps around</b>.
   *
   * @param other what to take away
   * @return the low 64 bits of the difference
   */
  public Duration wrappingMinus(Duration other) {
    return ofUnsignedNanos(Nanos.wrappingMinus(nanos, other.nanos));
  }

  /**
   * The multiple modulo 2<sup>64</sup> ns. <b>Wraps around</b>.
   *
   * @param factor how many times, not negative
   * @return the low 64 bits of the product
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public Duration wrappingTimes(long factor) {
    return ofUnsignedNanos(Nanos.wrappingTimes(nanos, factor));
  }

  /**
   * The distance to another duration, whichever is longer.
   *
   * @param other any duration
   * @return the longer minus the shorter
   */
  public Duration absDiff(Duration other) {
    return ofUnsignedNanos(Nanos.absDiff(nanos, other.nanos));
  }

  // Dividing

  /**
   * A fraction of this duration, rounded down to a nanosecond.
   *
   * @param divisor into how many pieces, not negative
   * @return the floor of {@code this ÷ divisor}
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public Duration dividedBy(long divisor) {
    return ofUnsignedNanos(Nanos.dividedBy(nanos, divisor));
  }

  /**
   * A fraction of this duration, rounded to a nanosecond as told.
   *
   * @param divisor into how many pieces, not negative
   * @param mode how to round
   * @return {@code this ÷ divisor}
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0, or if {@code mode} is {@code UNNECESSARY}
   *     and something is left over
   */
  public Duration dividedBy(long divisor, RoundingMode mode) {
    return ofUnsignedNanos(Nanos.dividedBy(nanos, divisor, mode));
  }

  /**
   * What is left when this duration has been divided into whole equal pieces.
   *
   * @param divisor into how many pieces, not negative
   * @return {@code this − dividedBy(divisor).times(divisor)}
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public Duration remainder(long divisor) {
    return ofUnsignedNanos(nanos - Nanos.dividedBy(nanos, divisor) * divisor);
  }

  /**
   * How many whole times another duration goes into this one.
   *
   * @param divisor not zero
   * @return the floor of {@code this ÷ divisor}
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}, or if the result is over
   *     9223372036854775807, which only a divisor of 1 ns makes possible
   */
  public long dividedBy(Duration divisor) {
    return Nanos.toSigned(Nanos.quotient(nanos, divisor.nanos));
  }

  /**
   * How many times another duration goes into this one, rounded as told.
   *
   * @param divisor not zero, for example {@code Duration.ofYears(1)}
   * @param mode how to round
   * @return {@code this ÷ divisor}
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}, if the result is over
   *     9223372036854775807, or if {@code mode} is {@code UNNECESSARY} and something is left over
   */
  public long dividedBy(Duration divisor, RoundingMode mode) {
    return Nanos.toSigned(Nanos.quotient(nanos, divisor.nanos, mode));
  }

  /**
   * What is left when another duration has been taken away from this one as often as it goes.
   *
   * @param divisor not zero
   * @return a duration shorter than {@code divisor}
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}
   */
  public Duration remainder(Duration divisor) {
    return ofUnsignedNanos(Nanos.remainder(nanos, divisor.nanos));
  }

  /**
   * The multiple of a quantum that is nearest in the direction asked for.
   *
   * @param quantum not zero
   * @param mode how to round; {@code HALF_EVEN} looks at the number of quanta
   * @return a multiple of {@code quantum}
   * @throws ArithmeticException if {@code quantum} is {@link #ZERO}, if the result is longer than
   *     {@link #MAX}, or if {@code mode} is {@code UNNECESSARY} and this is not a multiple
   */
  public Duration roundTo(Duration quantum, RoundingMode mode) {
    return ofUnsignedNanos(Nanos.roundTo(nanos, quantum.nanos, mode));
  }

  // Rates

  /**
   * How many events a second there are, if there are so many in this time. For the time that so
   * many events take at a rate, see {@link TickRate#timeOf}.
   *
   * @param count how many events, not negative
   * @param mode how to round
   * @return {@code count ÷ this}, a second
   * @throws IllegalArgumentException if {@code count} is negative
   * @throws ArithmeticException if this is {@link #ZERO}, if the result is over
   *     9223372036854775807, or if {@code mode} is {@code UNNECESSARY} and something is left over
   */
  public long perSecond(long count, RoundingMode mode) {
    return Nanos.perSecond(count, nanos, mode);
  }

  // Comparing

  /**
   * The shorter of two durations.
   *
   * @param a any duration
   * @param b any duration
   * @return {@code a} or {@code b}; {@code a} if they are equal
   */
  public static Duration min(Duration a, Duration b) {
    return b.isShorterThan(a) ? b : a;
  }

  /**
   * The longer of two durations.
   *
   * @param a any duration
   * @param b any duration
   * @return {@code a} or {@code b}; {@code a} if they are equal
   */
  public static Duration max(Duration a, Duration b) {
    return b.isLongerThan(a) ? b : a;
  }

  /**
   * Whether this is no time at all.
   *
   * @return whether this equals {@link #ZERO}
   */
  public boolean isZero() {
    return nanos == 0;
  }

  /**
   * Whether this is longer than another duration.
   *
   * @param other any duration
   * @return false if they are equal
   */
  public boolean isLongerThan(Duration other) {
    return compareTo(other) > 0;
  }

  /**
   * Whether this is shorter than another duration.
   *
   * @param other any duration
   * @return false if they are equal
   */
  public boolean isShorterThan(Duration other) {
    return compareTo(other) < 0;
  }

  /**
   * Orders durations from short to long.
   *
   * @param other any duration
   * @return negative, zero or positive as this is shorter than, equal to or longer than {@code
   *     other}
   */
  @Override
  public int compareTo(Duration other) {
    return Nanos.compare(nanos, other.nanos);
  }

  /**
   * Two durations are equal if they have the same number of nanoseconds.
   *
   * @param other anything
   * @return whether {@code other} is an equal duration
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Duration && nanos == ((Duration) other).nanos;
  }

  /**
   * A hash of the number of nanoseconds.
   *
   * @return the hash of {@code Long}
   */
  @Override
  public int hashCode() {
    return (int) (nanos ^ (nanos >>> 32));
  }

  // Writing text

  /**
   * Lossless and short text, which {@link #parse(CharSequence)} reads back as an equal duration.
   *
   * @return for example {@code 1h30m}, {@code 2.5s}, {@code 0s}; see {@link DurationFormat#COMPACT}
   */
  @JsonValue
  @Override
  public String toString() {
    return DurationFormat.COMPACT.format(nanos);
  }

  /**
   * Lossless ISO 8601 text, as {@code java.time.Duration.toString()} prints it.
   *
   * @return for example {@code PT1H30M}; see {@link DurationFormat#ISO}
   */
  public String toIsoString() {
    return DurationFormat.ISO.format(nanos);
  }

  /**
   * Text for people: the two largest units. <b>Cuts off</b> what is finer.
   *
   * @return for example {@code 1d02h} or {@code 1.500ms}; see {@link DurationFormat#CONCISE}
   */
  public String toConciseString() {
    return DurationFormat.CONCISE.format(nanos);
  }

  /**
   * Text for people that never shows less than the true value: for timeouts.
   *
   * @return as {@link #toConciseString()}, rounded up; see {@link DurationFormat#CONCISE_CEILING}
   */
  public String toConciseCeilingString() {
    return DurationFormat.CONCISE_CEILING.format(nanos);
  }
}
