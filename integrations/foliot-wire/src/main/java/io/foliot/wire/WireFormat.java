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
 * The form of a {@link Duration} or a {@link PosixTime} outside the program: text, the default, or
 * a number in a given unit.
 *
 * <p>Text is what {@code toString()} prints and {@code parse} reads: {@code 1m30s}, {@code
 * 2026-11-22T08:57:00.250Z}. A number counts units: the length of a duration, or the time since
 * 1970-01-01T00:00:00Z. A number format reads text too, since text is unambiguous; a text format
 * rejects numbers, which have no unit.
 *
 * <p>Nothing is lost silently: a value that is not a whole number of units, or a number finer than
 * the type (nanoseconds for a duration, picoseconds for a time), is an exception, unless {@link
 * #rounding} sets a mode.
 *
 * <p>Thread safety: immutable.
 *
 * @param <T> {@code Duration} or {@code PosixTime}
 */
public final class WireFormat<T> {
  /** More digits than any value has; limits the work that a hostile number can cause. */
  private static final int MAX_DIGITS = 1_000;

  private static final int SHOWN = 64;

  private final WireType<T> wireType;

  /** The unit of numbers, or null for text. */
  private final TimeUnit unit;

  private final RoundingMode mode;

  private WireFormat(WireType<T> wireType, TimeUnit unit, RoundingMode mode) {
    this.wireType = wireType;
    this.unit = unit;
    this.mode = Objects.requireNonNull(mode, "mode");
  }

  /** {@return durations as text, such as {@code 1m30s}} */
  public static WireFormat<Duration> durations() {
    return new WireFormat<>(WireType.DURATION, null, RoundingMode.UNNECESSARY);
  }

  /** {@return times as RFC 3339 text, such as {@code 2026-11-22T08:57:00.250Z}} */
  public static WireFormat<PosixTime> times() {
    return new WireFormat<>(WireType.POSIX_TIME, null, RoundingMode.UNNECESSARY);
  }

  /**
   * {@return this format with numbers in a unit}
   *
   * @param unit the unit that a number counts
   */
  public WireFormat<T> in(TimeUnit unit) {
    return new WireFormat<>(wireType, Objects.requireNonNull(unit, "unit"), mode);
  }

  /** {@return this format with text} */
  public WireFormat<T> asText() {
    return new WireFormat<>(wireType, null, mode);
  }

  /**
   * {@return this format with rounding: to the unit when it writes a number, to the precision of
   * the type when it reads one}
   *
   * @param mode how to round; {@code UNNECESSARY}, the default, rejects what is finer
   */
  public WireFormat<T> rounding(RoundingMode mode) {
    return new WireFormat<>(wireType, unit, mode);
  }

  /** {@return the type of the values, {@code Duration} or {@code PosixTime}} */
  public Class<T> type() {
    return wireType.type();
  }

  /** {@return whether values are written as numbers} */
  public boolean isNumber() {
    return unit != null;
  }

  /**
   * {@return the value as text, in any format} For places that hold text only, such as the keys of
   * a map. {@link #ofText} reads it back.
   *
   * @param value the value
   */
  public String toText(T value) {
    return value.toString();
  }

  /**
   * {@return the value as a {@code Long}, or as a {@code BigInteger} if it exceeds that}
   *
   * @param value the value
   * @throws ArithmeticException if the value is not a whole number of units and no rounding is set
   * @throws IllegalStateException if this is a text format
   */
  public Number toNumber(T value) {
    if (unit == null) {
      throw new IllegalStateException("a text format writes no numbers; set a unit with in(unit)");
    }
    BigDecimal exact = new BigDecimal(wireType.toSteps(value));
    BigInteger count;
    try {
      count = exact.divide(stepsPerUnit(), 0, mode).toBigInteger();
    } catch (ArithmeticException e) {
      throw withCause(
          new ArithmeticException(
              toText(value)
                  + " is not a whole number of "
                  + unitName()
                  + "; use a rounding mode or a finer unit"),
          e);
    }
    return count.bitLength() < Long.SIZE ? (Number) count.longValue() : count;
  }

  /**
   * {@return the value of a text; in a number format, also of a number given as text}
   *
   * @param text the text
   * @throws IllegalArgumentException if {@code text} is invalid
   * @throws ArithmeticException if a number is out of range or too fine
   */
  public T ofText(String text) {
    BigDecimal number = unit == null ? null : numberOrNull(text);
    return number == null ? wireType.parse(text) : value(number, text);
  }

  /**
   * {@return the value of a number}
   *
   * @param literal the number as JSON writes it
   * @throws IllegalArgumentException if this is a text format, {@code literal} is not a number, or
   *     a duration is negative
   * @throws ArithmeticException if the number is out of range or too fine
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
              + "\", got "
              + shown(literal)
              + ", a number without a unit");
    }
    return value(number, literal);
  }

  private T value(BigDecimal number, String literal) {
    BigInteger steps;
    try {
      steps = number.multiply(stepsPerUnit()).setScale(0, mode).toBigInteger();
    } catch (ArithmeticException e) {
      throw withCause(
          new ArithmeticException(
              given(literal) + " is finer than " + wireType.stepName() + "; use a rounding mode"),
          e);
    }
    return wireType.ofSteps(steps, given(literal));
  }

  /** {@return the number that the text is, or null if it is not a number} */
  private static BigDecimal numberOrNull(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return null;
      }
    }
    if (text.length() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "a number must have at most " + MAX_DIGITS + " characters, got " + text.length());
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
    if (Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw new ArithmeticException(
          "the exponent of a number must be -"
              + MAX_DIGITS
              + " to "
              + MAX_DIGITS
              + ", got "
              + shown(text));
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

  /** The literal holds only digits, signs, points and exponents, and needs no escaping. */
  private static String shown(String literal) {
    return literal.length() > SHOWN ? literal.substring(0, SHOWN) + "..." : literal;
  }

  private static ArithmeticException withCause(ArithmeticException e, Throwable cause) {
    e.initCause(cause);
    return e;
  }

  /** {@return for example {@code Duration in milliseconds, rounding FLOOR}} */
  @Override
  public String toString() {
    return type().getSimpleName()
        + (unit == null ? " as text" : " in " + unitName())
        + ", rounding "
        + mode;
  }
}
