package io.foliot.wire;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How a {@link Duration} or a {@link PosixTime} looks outside the program: as text, which is the
 * default, or as a number in a unit that is named here.
 *
 * <p>Text is what the type's {@code toString()} gives and its {@code parse} reads: {@code 1m30s},
 * {@code 2026-11-22T08:57:00.250Z}. Numbers are counts of the unit: of its whole length for a
 * duration, since 1970-01-01T00:00:00Z for a time. Text says by itself what it means, so a format
 * in numbers reads it too; a bare number does not, so a format in text refuses it.
 *
 * <p>Nothing is lost in silence: a value that is not a whole number of the unit, or a number that
 * is finer than the type (nanoseconds for a duration, picoseconds for a time), is refused, unless
 * {@link #rounding} chooses a mode.
 *
 * <p>Thread safety: immutable.
 *
 * @param <T> {@code Duration} or {@code PosixTime}
 */
public final class WireFormat<T> {
  /** More digits than any value has; a limit on the work that a hostile number can cause. */
  private static final int MAX_DIGITS = 1_000;

  private static final int SHOWN = 64;

  private final WireType<T> wireType;

  /** Unit of numbers, or null for text. */
  private final TimeUnit unit;

  private final RoundingMode mode;

  private WireFormat(WireType<T> wireType, TimeUnit unit, RoundingMode mode) {
    this.wireType = wireType;
    this.unit = unit;
    this.mode = Objects.requireNonNull(mode, "mode");
  }

  /**
   * Durations as text, such as {@code 1m30s}.
   *
   * @return the format
   */
  public static WireFormat<Duration> durations() {
    return new WireFormat<>(WireType.DURATION, null, RoundingMode.UNNECESSARY);
  }

  /**
   * Times as RFC 3339 text, such as {@code 2026-11-22T08:57:00.250Z}.
   *
   * @return the format
   */
  public static WireFormat<PosixTime> times() {
    return new WireFormat<>(WireType.POSIX_TIME, null, RoundingMode.UNNECESSARY);
  }

  /**
   * This format with numbers in a unit.
   *
   * @param unit what a number counts
   * @return the format
   */
  public WireFormat<T> in(TimeUnit unit) {
    return new WireFormat<>(wireType, Objects.requireNonNull(unit, "unit"), mode);
  }

  /**
   * This format with text.
   *
   * @return the format
   */
  public WireFormat<T> asText() {
    return new WireFormat<>(wireType, null, mode);
  }

  /**
   * This format with rounding: of what is finer than the unit when it writes a number, and of what
   * is finer than the type when it reads one.
   *
   * @param mode how to round; {@code UNNECESSARY}, as at first, refuses to
   * @return the format
   */
  public WireFormat<T> rounding(RoundingMode mode) {
    return new WireFormat<>(wireType, unit, mode);
  }

  /**
   * The type of the values.
   *
   * @return {@code Duration} or {@code PosixTime}
   */
  public Class<T> type() {
    return wireType.type();
  }

  /**
   * Whether values are written as numbers.
   *
   * @return false for text
   */
  public boolean isNumber() {
    return unit != null;
  }

  /**
   * Writes text, whatever the format: for what can only be text, such as the keys of a map.
   *
   * @param value the value
   * @return text that {@link #ofText} reads back as an equal value
   */
  public String toText(T value) {
    return value.toString();
  }

  /**
   * Writes a number.
   *
   * @param value the value
   * @return a {@code Long}, or a {@code BigInteger} where that is too small
   * @throws ArithmeticException if the value is not a whole number of units and no rounding is
   *     chosen
   * @throws IllegalStateException if this is a format in text
   */
  public Number toNumber(T value) {
    if (unit == null) {
      throw new IllegalStateException("this is a format in text; name a unit with in(unit)");
    }
    BigDecimal exact = new BigDecimal(wireType.toSteps(value));
    BigInteger count;
    try {
      count = exact.divide(stepsPerUnit(), 0, mode).toBigInteger();
    } catch (ArithmeticException refusal) {
      throw withCause(
          new ArithmeticException(
              toText(value)
                  + " is not a whole number of "
                  + unitName()
                  + "; choose a rounding mode or a finer unit"),
          refusal);
    }
    return count.bitLength() < Long.SIZE ? (Number) count.longValue() : count;
  }

  /**
   * Reads text; in a format in numbers, also a number that comes as text.
   *
   * @param text the text
   * @return the value
   * @throws IllegalArgumentException if it cannot be read
   * @throws ArithmeticException if a number is out of range or too fine
   */
  public T ofText(String text) {
    BigDecimal number = unit == null ? null : numberOrNull(text);
    return number == null ? wireType.parse(text) : value(number, text);
  }

  /**
   * Reads a number.
   *
   * @param literal the number as JSON writes it
   * @return the value
   * @throws IllegalArgumentException if this is a format in text, or {@code literal} is not a
   *     number, or a duration would be negative
   * @throws ArithmeticException if it is out of range or too fine
   */
  public T ofNumber(String literal) {
    BigDecimal number = numberOrNull(literal);
    if (number == null) {
      return wireType.parse(literal);
    }
    if (unit == null) {
      throw new IllegalArgumentException(
          "expected text such as \""
              + wireType.example()
              + "\", got the number "
              + shown(literal)
              + ", which does not name its unit");
    }
    return value(number, literal);
  }

  private T value(BigDecimal number, String literal) {
    BigInteger steps;
    try {
      steps = number.multiply(stepsPerUnit()).setScale(0, mode).toBigInteger();
    } catch (ArithmeticException refusal) {
      throw withCause(
          new ArithmeticException(
              given(literal)
                  + " is finer than "
                  + wireType.stepName()
                  + "; choose a rounding mode"),
          refusal);
    }
    return wireType.ofSteps(steps, given(literal));
  }

  /** The number that the text is, or null if it is something else. */
  private static BigDecimal numberOrNull(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return null;
      }
    }
    if (text.length() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "a number of " + text.length() + " characters is too long: at most " + MAX_DIGITS);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
    if (Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw new ArithmeticException(
          "the exponent of " + shown(text) + " is outside -" + MAX_DIGITS + " to " + MAX_DIGITS);
    }
    return number;
  }

  private BigDecimal stepsPerUnit() {
    return BigDecimal.valueOf(unit.toNanos(1) * wireType.stepsPerNano());
  }

  private String given(String literal) {
    return shown(literal) + " " + unitName();
  }

  private String unitName() {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  /** Only digits, signs, points and exponents come here. */
  private static String shown(String literal) {
    return literal.length() > SHOWN ? literal.substring(0, SHOWN) + "..." : literal;
  }

  private static ArithmeticException withCause(ArithmeticException refusal, Throwable cause) {
    refusal.initCause(cause);
    return refusal;
  }

  /**
   * Names the format.
   *
   * @return for example {@code Duration in milliseconds, rounding FLOOR}
   */
  @Override
  public String toString() {
    return type().getSimpleName()
        + (unit == null ? " as text" : " in " + unitName())
        + ", rounding "
        + mode;
  }
}
