package io.foliot.duration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * A length of time: an unsigned 64-bit count of nanoseconds, 0 to 18446744073709551615 ns (about
 * 584.5 years). Never negative.
 *
 * <p>A day is 24 h, a week 7 d and a year 365.25 d. Conversions round down unless a {@link
 * RoundingMode} is given; durations are never negative, so {@code UP} is {@code CEILING} and {@code
 * DOWN} is {@code FLOOR}.
 *
 * <pre>{@code
 * // Construction
 * Duration timeout = Duration.ofSeconds(90);
 * Duration.of(2, TimeUnit.HOURS);                                  // 2h
 * Duration.saturatingOf(Long.MAX_VALUE, TimeUnit.DAYS).equals(Duration.MAX);   // true
 *
 * // Conversion
 * timeout.toMillis();                                              // 90000
 * timeout.to(TimeUnit.MINUTES);                                    // 1
 * timeout.to(TimeUnit.MINUTES, RoundingMode.CEILING);              // 2
 * timeout.minutesPart();                                           // 1
 * timeout.secondsPart();                                           // 30
 *
 * // Arithmetic
 * timeout.plus(Duration.ofMillis(250));                            // 1m30.25s
 * timeout.saturatingMinus(Duration.ofMinutes(5));                  // 0s
 * timeout.times(3);                                                // 4m30s
 * timeout.dividedBy(4);                                            // 22.5s
 * timeout.dividedBy(Duration.ofSeconds(25));                       // 3
 * timeout.remainder(Duration.ofSeconds(25));                       // 15s
 * Duration.ofSeconds(3).signedMinus(Duration.ofSeconds(5));        // -2s
 *
 * // Rounding
 * Duration.ofMillis(2_500).roundTo(Duration.ofSeconds(1), RoundingMode.HALF_EVEN);   // 2s
 * Duration.ofSeconds(2).dividedBy(3, RoundingMode.UP);             // 666.666667ms
 *
 * // Text
 * Duration.parse("1.5 h");                                         // 1h30m
 * Duration.parse("PT1H30M");                                       // 1h30m
 * timeout.toIsoString();                                           // PT1M30S
 * Duration.ofHours(26).toConciseString();                          // 1d02h
 * DurationFormat.humanReadable(2, RoundingMode.DOWN).format(timeout);   // 1 min 30 s
 *
 * // Rates
 * timeout.perSecond(2_700, RoundingMode.DOWN);                     // 30
 * TickRate.ofHertz(32_768).timeOf(49_152, RoundingMode.UNNECESSARY);   // 1.5s
 * }</pre>
 *
 * <p>A negative amount, factor, divisor or count is an {@link IllegalArgumentException}. A result
 * outside 0 to 18446744073709551615 ns, or a division by zero, is an {@link ArithmeticException}.
 * Only the {@code wrapping…} methods wrap around.
 *
 * <p>Jackson writes a duration as the text of {@link #toString()} and reads what {@link
 * #parse(CharSequence)} parses, but not a number, which has no unit. Its annotations are optional
 * at run time.
 *
 * <p>Value semantics: compare with {@link #equals}, not with {@code ==}. Thread safety: immutable.
 */
public final class Duration implements Comparable<Duration> {
  /** The zero duration. */
  public static final Duration ZERO = new Duration(0, null);

  /**
   * The maximum duration, 18446744073709551615 ns. Use it for "forever": the {@code saturating…}
   * methods reach it, {@link DurationParser#acceptForever} parses it, {@link #saturatingToNanos()}
   * turns it into {@code Long.MAX_VALUE}, and {@code Deadline.after} into a deadline that never
   * passes.
   */
  public static final Duration MAX = new Duration(Nanos.MAX, null);

  private final long nanos;

  /**
   * Data binders take even a private constructor of one number for a conversion from numbers, whose
   * unit they cannot know. The second parameter stops them.
   */
  private Duration(long nanos, Void unused) {
    this.nanos = nanos;
  }

  // Construction

  /**
   * {@return a duration in nanoseconds}
   *
   * @param nanos not negative; for all 64 bits see {@link #ofUnsignedNanos}
   * @throws IllegalArgumentException if negative
   */
  public static Duration ofNanos(long nanos) {
    return of(nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * {@return a duration in unsigned nanoseconds; −1 is {@link #MAX}}
   *
   * @param nanos unsigned
   */
  public static Duration ofUnsignedNanos(long nanos) {
    return new Duration(nanos, null);
  }

  /**
   * {@return a duration in microseconds}
   *
   * @param micros 0 to 18446744073709551
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofMicros(long micros) {
    return ofUnsignedNanos(Nanos.ofMicros(micros));
  }

  /**
   * {@return a duration in milliseconds}
   *
   * @param millis 0 to 18446744073709
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofMillis(long millis) {
    return ofUnsignedNanos(Nanos.ofMillis(millis));
  }

  /**
   * {@return a duration in seconds}
   *
   * @param seconds 0 to 18446744073
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofSeconds(long seconds) {
    return ofUnsignedNanos(Nanos.ofSeconds(seconds));
  }

  /**
   * {@return a duration in minutes}
   *
   * @param minutes 0 to 307445734
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofMinutes(long minutes) {
    return ofUnsignedNanos(Nanos.ofMinutes(minutes));
  }

  /**
   * {@return a duration in hours}
   *
   * @param hours 0 to 5124095
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofHours(long hours) {
    return ofUnsignedNanos(Nanos.ofHours(hours));
  }

  /**
   * {@return a duration in days of 24 h}
   *
   * @param days 0 to 213503
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofDays(long days) {
    return ofUnsignedNanos(Nanos.ofDays(days));
  }

  /**
   * {@return a duration in weeks of 7 d}
   *
   * @param weeks 0 to 30500
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofWeeks(long weeks) {
    return ofUnsignedNanos(Nanos.ofWeeks(weeks));
  }

  /**
   * {@return a duration in years of 365.25 d}
   *
   * @param years 0 to 584
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if larger
   */
  public static Duration ofYears(long years) {
    return ofUnsignedNanos(Nanos.ofYears(years));
  }

  /**
   * {@return a duration in any unit}
   *
   * @param amount not negative
   * @param unit any unit
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if the result exceeds {@link #MAX}
   */
  public static Duration of(long amount, TimeUnit unit) {
    return ofUnsignedNanos(Nanos.of(amount, unit));
  }

  /**
   * {@return a duration in any unit, or {@link #MAX} if it exceeds that} {@code Long.MAX_VALUE} of
   * any unit from microseconds up, which Java code uses for "forever", gives {@code MAX}.
   *
   * @param amount not negative
   * @param unit any unit
   * @throws IllegalArgumentException if {@code amount} is negative
   */
  public static Duration saturatingOf(long amount, TimeUnit unit) {
    return ofUnsignedNanos(Nanos.saturatingOf(amount, unit));
  }

  /**
   * {@return the duration that the text names, in one of two notations} For other notations, see
   * {@link DurationParser}.
   *
   * <p><b>Compact</b>: {@code 1d2h3m4s5ms6us7ns}, {@code 1.5h}, {@code 1h 30m}, {@code 2 days};
   * also what Go and MirageOS print. One or more numbers, each followed by its unit, each unit at
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
   *   <li>{@code us} (or a micro sign or Greek mu for the u), {@code usec}, {@code micro}, {@code
   *       microsecond}
   *   <li>{@code ns}, {@code nsec}, {@code nano}, {@code nanosecond}
   * </ul>
   *
   * <p>Names of two or more letters, other than {@code ms}, {@code us} and {@code ns}, may take a
   * plural {@code s}: {@code hrs}, {@code hours}. Spaces may separate a number from its unit, and
   * items from each other. A lone {@code 0} needs no unit.
   *
   * <p><b>ISO 8601</b>: {@code PT1H2.5S}, {@code P1DT2H}, {@code P2W}, in upper or lower case:
   * weeks and days, then {@code T} and hours, minutes and seconds, from largest to smallest, each
   * at most once, without spaces. Only the last number may have a fraction, after a point or a
   * comma. Years and months have no fixed length and must be zero: {@code P0Y0M0DT1H}.
   *
   * <p>In both, a {@code +} may precede the text; a {@code -} is an error. Digits are ASCII. A
   * number may have a decimal fraction of any length ({@code 1.5}, {@code .5}, {@code 1.}); its
   * value is exact.
   *
   * @param text the text
   * @throws DurationParseException if the text is anything else, is not a whole number of
   *     nanoseconds, or exceeds {@link #MAX}
   */
  @JsonCreator
  public static Duration parse(CharSequence text) {
    return ofUnsignedNanos(DurationScanner.parse(text, RoundingMode.UNNECESSARY));
  }

  /**
   * {@return the duration that the text names, as {@link #parse(CharSequence)}, rounded to
   * nanoseconds} Only one of its numbers may be finer than a nanosecond.
   *
   * @param text the text
   * @param mode how to round; {@code UNNECESSARY} rejects finer fractions
   * @throws DurationParseException if the text is not a duration, or exceeds {@link #MAX}
   */
  public static Duration parse(CharSequence text, RoundingMode mode) {
    return ofUnsignedNanos(DurationScanner.parse(text, mode));
  }

  // Conversion

  /** {@return unsigned nanoseconds: a negative {@code long} is 2<sup>63</sup> ns or more} */
  public long toUnsignedNanos() {
    return nanos;
  }

  /**
   * {@return nanoseconds: 0 to 9223372036854775807}
   *
   * @throws ArithmeticException from 2<sup>63</sup> ns up (about 292 years)
   */
  public long toNanos() {
    return Nanos.toSigned(nanos);
  }

  /**
   * {@return nanoseconds, or {@code Long.MAX_VALUE} from 2<sup>63</sup> ns up} For methods that
   * take a {@code long} and a {@link TimeUnit}, and {@code Long.MAX_VALUE} for "forever".
   */
  public long saturatingToNanos() {
    return Nanos.saturatingToSigned(nanos);
  }

  /** {@return whole microseconds, rounded down: 0 to 18446744073709551} */
  public long toMicros() {
    return Nanos.toMicros(nanos);
  }

  /** {@return whole milliseconds, rounded down: 0 to 18446744073709} */
  public long toMillis() {
    return Nanos.toMillis(nanos);
  }

  /** {@return whole seconds, rounded down: 0 to 18446744073} */
  public long toSeconds() {
    return Nanos.toSeconds(nanos);
  }

  /** {@return whole minutes, rounded down: 0 to 307445734} */
  public long toMinutes() {
    return Nanos.toMinutes(nanos);
  }

  /** {@return whole hours, rounded down: 0 to 5124095} */
  public long toHours() {
    return Nanos.toHours(nanos);
  }

  /** {@return whole days of 24 h, rounded down: 0 to 213503} */
  public long toDays() {
    return Nanos.toDays(nanos);
  }

  /** {@return whole weeks of 7 d, rounded down: 0 to 30500} */
  public long toWeeks() {
    return Nanos.toWeeks(nanos);
  }

  /** {@return whole years of 365.25 d, rounded down: 0 to 584} */
  public long toYears() {
    return Nanos.toYears(nanos);
  }

  /**
   * {@return whole units, rounded down}
   *
   * @param unit any unit
   * @throws ArithmeticException if {@code unit} is nanoseconds and the result exceeds {@code
   *     Long.MAX_VALUE}
   */
  public long to(TimeUnit unit) {
    return Nanos.to(nanos, unit);
  }

  /**
   * {@return units, rounded as {@code mode} says} For other units, see {@link #dividedBy(Duration,
   * RoundingMode)}.
   *
   * @param unit any unit
   * @param mode how to round
   * @throws ArithmeticException if {@code unit} is nanoseconds and the result exceeds {@code
   *     Long.MAX_VALUE}, or if {@code mode} is {@code UNNECESSARY} and the result is inexact
   */
  public long to(TimeUnit unit, RoundingMode mode) {
    return Nanos.to(nanos, unit, mode);
  }

  // Parts

  /** {@return the hours within the day: 0 to 23} */
  public int hoursPart() {
    return Nanos.hoursPart(nanos);
  }

  /** {@return the minutes within the hour: 0 to 59} */
  public int minutesPart() {
    return Nanos.minutesPart(nanos);
  }

  /** {@return the seconds within the minute: 0 to 59} */
  public int secondsPart() {
    return Nanos.secondsPart(nanos);
  }

  /** {@return the milliseconds within the second: 0 to 999} */
  public int millisPart() {
    return Nanos.millisPart(nanos);
  }

  /** {@return the microseconds within the millisecond: 0 to 999} */
  public int microsPart() {
    return Nanos.microsPart(nanos);
  }

  /** {@return the nanoseconds within the microsecond: 0 to 999} */
  public int nanosPart() {
    return Nanos.nanosPart(nanos);
  }

  /** {@return the nanoseconds within the second: 0 to 999999999} */
  public int subsecondPart() {
    return Nanos.subsecondPart(nanos);
  }

  // Addition, subtraction, multiplication

  /**
   * {@return {@code this + other}}
   *
   * @param other any duration
   * @throws ArithmeticException if the sum exceeds {@link #MAX}
   */
  public Duration plus(Duration other) {
    return ofUnsignedNanos(Nanos.plus(nanos, other.nanos));
  }

  /**
   * {@return {@code this − other}}
   *
   * @param other any duration, at most this
   * @throws ArithmeticException if {@code other} exceeds this
   */
  public Duration minus(Duration other) {
    return ofUnsignedNanos(Nanos.minus(nanos, other.nanos));
  }

  /**
   * {@return {@code this − other} with its sign, exactly}
   *
   * @param other any duration
   */
  public SignedDuration signedMinus(Duration other) {
    return SignedDuration.ofDifference(nanos, other.nanos);
  }

  /**
   * {@return {@code this × factor}}
   *
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   * @throws ArithmeticException if the product exceeds {@link #MAX}
   */
  public Duration times(long factor) {
    return ofUnsignedNanos(Nanos.times(nanos, factor));
  }

  /**
   * {@return {@code this + other}, or {@link #MAX} if the sum exceeds that}
   *
   * @param other any duration
   */
  public Duration saturatingPlus(Duration other) {
    return ofUnsignedNanos(Nanos.saturatingPlus(nanos, other.nanos));
  }

  /**
   * {@return {@code this − other}, or {@link #ZERO} if {@code other} exceeds this}
   *
   * @param other any duration
   */
  public Duration saturatingMinus(Duration other) {
    return ofUnsignedNanos(Nanos.saturatingMinus(nanos, other.nanos));
  }

  /**
   * {@return {@code this × factor}, or {@link #MAX} if the product exceeds that}
   *
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public Duration saturatingTimes(long factor) {
    return ofUnsignedNanos(Nanos.saturatingTimes(nanos, factor));
  }

  /**
   * {@return {@code this + other} modulo 2<sup>64</sup> ns} <b>Wraps around</b>.
   *
   * @param other any duration
   */
  public Duration wrappingPlus(Duration other) {
    return ofUnsignedNanos(Nanos.wrappingPlus(nanos, other.nanos));
  }

  /**
   * {@return {@code this − other} modulo 2<sup>64</sup> ns} <b>Wraps around</b>.
   *
   * @param other any duration
   */
  public Duration wrappingMinus(Duration other) {
    return ofUnsignedNanos(Nanos.wrappingMinus(nanos, other.nanos));
  }

  /**
   * {@return {@code this × factor} modulo 2<sup>64</sup> ns} <b>Wraps around</b>.
   *
   * @param factor not negative
   * @throws IllegalArgumentException if {@code factor} is negative
   */
  public Duration wrappingTimes(long factor) {
    return ofUnsignedNanos(Nanos.wrappingTimes(nanos, factor));
  }

  /**
   * {@return the absolute difference from another duration}
   *
   * @param other any duration
   */
  public Duration absDiff(Duration other) {
    return ofUnsignedNanos(Nanos.absDiff(nanos, other.nanos));
  }

  // Division

  /**
   * {@return {@code this ÷ divisor}, rounded down to a nanosecond}
   *
   * @param divisor positive
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public Duration dividedBy(long divisor) {
    return ofUnsignedNanos(Nanos.dividedBy(nanos, divisor));
  }

  /**
   * {@return {@code this ÷ divisor}, rounded to a nanosecond as {@code mode} says}
   *
   * @param divisor positive
   * @param mode how to round
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0, or if {@code mode} is {@code UNNECESSARY}
   *     and the result is inexact
   */
  public Duration dividedBy(long divisor, RoundingMode mode) {
    return ofUnsignedNanos(Nanos.dividedBy(nanos, divisor, mode));
  }

  /**
   * {@return {@code this − dividedBy(divisor).times(divisor)}}
   *
   * @param divisor positive
   * @throws IllegalArgumentException if {@code divisor} is negative
   * @throws ArithmeticException if {@code divisor} is 0
   */
  public Duration remainder(long divisor) {
    return ofUnsignedNanos(nanos - Nanos.dividedBy(nanos, divisor) * divisor);
  }

  /**
   * {@return how many whole times another duration fits into this one}
   *
   * @param divisor not zero
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}, or if the result exceeds
   *     {@code Long.MAX_VALUE}, which takes a divisor of 1 ns
   */
  public long dividedBy(Duration divisor) {
    return Nanos.toSigned(Nanos.quotient(nanos, divisor.nanos));
  }

  /**
   * {@return how many times another duration fits into this one, rounded as {@code mode} says}
   *
   * @param divisor not zero; for example {@code Duration.ofYears(1)}
   * @param mode how to round
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}, if the result exceeds {@code
   *     Long.MAX_VALUE}, or if {@code mode} is {@code UNNECESSARY} and the result is inexact
   */
  public long dividedBy(Duration divisor, RoundingMode mode) {
    return Nanos.toSigned(Nanos.quotient(nanos, divisor.nanos, mode));
  }

  /**
   * {@return the remainder of dividing this by another duration}
   *
   * @param divisor not zero
   * @throws ArithmeticException if {@code divisor} is {@link #ZERO}
   */
  public Duration remainder(Duration divisor) {
    return ofUnsignedNanos(Nanos.remainder(nanos, divisor.nanos));
  }

  /**
   * {@return this duration rounded to a multiple of a quantum}
   *
   * @param quantum not zero
   * @param mode how to round; {@code HALF_EVEN} chooses the even number of quanta
   * @throws ArithmeticException if {@code quantum} is {@link #ZERO}, if the result exceeds {@link
   *     #MAX}, or if {@code mode} is {@code UNNECESSARY} and this is not a multiple
   */
  public Duration roundTo(Duration quantum, RoundingMode mode) {
    return ofUnsignedNanos(Nanos.roundTo(nanos, quantum.nanos, mode));
  }

  // Rates

  /**
   * {@return events per second, {@code count ÷ this}} For the reverse, see {@link TickRate#timeOf}.
   *
   * @param count the number of events in this time, not negative
   * @param mode how to round
   * @throws IllegalArgumentException if {@code count} is negative
   * @throws ArithmeticException if this is {@link #ZERO}, if the result exceeds {@code
   *     Long.MAX_VALUE}, or if {@code mode} is {@code UNNECESSARY} and the result is inexact
   */
  public long perSecond(long count, RoundingMode mode) {
    return Nanos.perSecond(count, nanos, mode);
  }

  // Comparison

  /**
   * {@return the shorter duration, {@code a} if they are equal}
   *
   * @param a any duration
   * @param b any duration
   */
  public static Duration min(Duration a, Duration b) {
    return b.isShorterThan(a) ? b : a;
  }

  /**
   * {@return the longer duration, {@code a} if they are equal}
   *
   * @param a any duration
   * @param b any duration
   */
  public static Duration max(Duration a, Duration b) {
    return b.isLongerThan(a) ? b : a;
  }

  /** {@return whether this equals {@link #ZERO}} */
  public boolean isZero() {
    return nanos == 0;
  }

  /**
   * {@return whether this is longer than {@code other}}
   *
   * @param other any duration
   */
  public boolean isLongerThan(Duration other) {
    return compareTo(other) > 0;
  }

  /**
   * {@return whether this is shorter than {@code other}}
   *
   * @param other any duration
   */
  public boolean isShorterThan(Duration other) {
    return compareTo(other) < 0;
  }

  /**
   * {@return a negative number, zero or a positive number as this is shorter than, equal to or
   * longer than {@code other}}
   *
   * @param other any duration
   */
  @Override
  public int compareTo(Duration other) {
    return Nanos.compare(nanos, other.nanos);
  }

  /**
   * {@return whether {@code other} is a duration of as many nanoseconds}
   *
   * @param other any object
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Duration && nanos == ((Duration) other).nanos;
  }

  @Override
  public int hashCode() {
    return (int) (nanos ^ (nanos >>> 32));
  }

  // Text

  /**
   * {@return the shortest lossless text, such as {@code 1h30m}, {@code 2.5s} or {@code 0s}, as
   * {@link DurationFormat#COMPACT}} {@link #parse(CharSequence)} reads it back.
   */
  @JsonValue
  @Override
  public String toString() {
    return DurationFormat.COMPACT.format(nanos);
  }

  /** {@return lossless ISO 8601 text, such as {@code PT1H30M}, as {@link DurationFormat#ISO}} */
  public String toIsoString() {
    return DurationFormat.ISO.format(nanos);
  }

  /**
   * {@return the two largest units, such as {@code 1d02h} or {@code 1.500ms}, <b>rounded down</b>,
   * as {@link DurationFormat#CONCISE}}
   */
  public String toConciseString() {
    return DurationFormat.CONCISE.format(nanos);
  }

  /**
   * {@return the two largest units, <b>rounded up</b>, as {@link DurationFormat#CONCISE_CEILING}}
   * For timeouts: it never shows less than the value.
   */
  public String toConciseCeilingString() {
    return DurationFormat.CONCISE_CEILING.format(nanos);
  }
}
