package io.foliot.duration;

import java.io.IOException;
import java.math.RoundingMode;
import org.teavm.interop.PlatformMarker;

/**
 * The formats of durations as text. Each returns a {@code String}, or writes to the caller's {@code
 * byte[]} or {@link Appendable} without allocating.
 *
 * <p>All texts are ASCII, the same in every locale, and at most {@link #MAX_LENGTH} characters.
 *
 * <p>Thread safety: immutable.
 */
public final class DurationFormat {
  /**
   * Lossless and short: {@code 1d2h3m4.5s}, {@code 1m30s}, {@code 0s}. The text of {@link
   * Duration#toString()}.
   *
   * <p>Days, hours, minutes, seconds, milliseconds, microseconds and nanoseconds, largest first,
   * without those that are zero. From the second down, the last one may have a decimal fraction in
   * place of the smaller ones, if its whole part is not zero. Of these texts, the shortest is
   * written; of equally short ones, the one with the larger last unit.
   */
  public static final DurationFormat COMPACT = new DurationFormat("COMPACT");

  /**
   * ISO 8601 in hours, minutes and seconds, as {@code java.time.Duration.toString()} prints: {@code
   * PT26H3M4.5S}, {@code PT0S}. Lossless. XML Schema ({@code xsd:dayTimeDuration}) and PostgreSQL
   * read it too.
   */
  public static final DurationFormat ISO = new DurationFormat("ISO");

  /**
   * As Go prints {@code time.Duration} and Kubernetes reads it: {@code 26h3m4.5s}, {@code 1h0m0s},
   * {@code 1.5ms}, {@code 0s}, with {@code us} for microseconds, which Go reads. Lossless. Go reads
   * up to 2<sup>63</sup> − 1 ns, about 292 years.
   */
  public static final DurationFormat GO = new DurationFormat("GO");

  /**
   * A day-time interval of SQL (ISO/IEC 9075-2, {@code INTERVAL DAY TO SECOND}): {@code 1
   * 02:03:04.5}, {@code 0 00:00:00}. Lossless. {@link Duration#parse(CharSequence)} does not read
   * it.
   */
  public static final DurationFormat SQL = new DurationFormat("SQL");

  /**
   * The two largest units, in the style of MirageOS: {@code 2a45d}, {@code 1d02h}, {@code 1h30m},
   * {@code 5m07s}, {@code 1.500s}, {@code 1.500ms}, {@code 0.010us}. A year is {@code a}, 365.25 d.
   * <b>Rounds down</b>: the text never shows more than the value.
   */
  public static final DurationFormat CONCISE = new DurationFormat("CONCISE");

  /**
   * As {@link #CONCISE}, but <b>rounds up</b>: the text never shows less than the value. For
   * timeouts.
   */
  public static final DurationFormat CONCISE_CEILING = new DurationFormat("CONCISE_CEILING");

  /** The maximum length of a text, in characters. */
  public static final int MAX_LENGTH = 26;

  private static final int MAX_UNITS = 4;

  private final String name;

  /** The maximum number of units of a human-readable format; 0 for the constants. */
  private final int units;

  private final RoundingMode rounding;

  private DurationFormat(String name) {
    this(name, 0, RoundingMode.UNNECESSARY);
  }

  private DurationFormat(String name, int units, RoundingMode rounding) {
    this.name = name;
    this.units = units;
    this.rounding = rounding;
  }

  /**
   * {@return a format for people, with up to {@code units} units} With two: {@code 2 h 5 min},
   * {@code 1 y 40 d}, {@code 1 s 500 ms}, {@code 3 d}, {@code 0 s}. The units are {@code y} (365.25
   * d), {@code d}, {@code h}, {@code min}, {@code s}, {@code ms}, {@code us} and {@code ns},
   * starting with the largest that is not zero; zeros are omitted. Anything smaller is rounded
   * exactly, and carries: 59.7 s in one unit, half up, is {@code 1 min}.
   *
   * @param units 1 to 4
   * @param rounding how to round; with {@code UNNECESSARY}, an inexact text is an {@link
   *     ArithmeticException}
   * @throws IllegalArgumentException if {@code units} is outside its range
   */
  public static DurationFormat humanReadable(int units, RoundingMode rounding) {
    if (units < 1 || units > MAX_UNITS) {
      throw new IllegalArgumentException("a human-readable format has 1 to 4 units, got " + units);
    }
    String name = "humanReadable(" + units + ", " + rounding.name() + ")";
    return new DurationFormat(name, units, rounding);
  }

  /**
   * {@return the text of a duration}
   *
   * @param duration any duration
   */
  public String format(Duration duration) {
    return format(duration.toUnsignedNanos());
  }

  /**
   * {@return the text of a duration}
   *
   * @param nanos unsigned nanoseconds
   */
  public String format(long nanos) {
    byte[] text = new byte[MAX_LENGTH];
    return ascii(text, writeToArray(nanos, text, 0));
  }

  /**
   * Makes a string with the JDK's only constructor that copies bytes without a charset, on Java 8
   * too. It is deprecated because it is right for ASCII only.
   */
  @SuppressWarnings("deprecation")
  private static String ascii(byte[] text, int length) {
    if (isTeaVm()) {
      char[] chars = new char[length];
      for (int i = 0; i < length; i++) {
        chars[i] = (char) text[i];
      }
      return new String(chars);
    }
    return new String(text, 0, 0, length);
  }

  /** TeaVM, which lacks that constructor, replaces this with true before it follows calls. */
  @PlatformMarker
  private static boolean isTeaVm() {
    return false;
  }

  /**
   * Writes the text of a duration as ASCII bytes.
   *
   * @param nanos unsigned nanoseconds
   * @param target receives the text
   * @param offset the index of the first byte
   * @return the index after the last byte
   * @throws IndexOutOfBoundsException if the text does not fit; {@code target} is unchanged. {@link
   *     #MAX_LENGTH} bytes are always enough.
   */
  public int print(long nanos, byte[] target, int offset) {
    if (offset < 0 || target.length - offset < MAX_LENGTH) {
      checkRoom(nanos, target.length, offset);
    }
    return writeToArray(nanos, target, offset);
  }

  /**
   * Appends the text of a duration, one character at a time.
   *
   * @param nanos unsigned nanoseconds
   * @param target receives the text
   * @throws IOException if {@code target} throws it; part of the text may have been appended
   */
  public void print(long nanos, Appendable target) throws IOException {
    write(nanos, target, 0);
  }

  /**
   * {@return the length of the text of a duration: 2 to {@link #MAX_LENGTH}}
   *
   * @param nanos unsigned nanoseconds
   */
  public int length(long nanos) {
    return writeToArray(nanos, null, 0);
  }

  /** {@return the name of the constant, or for example {@code humanReadable(2, HALF_UP)}} */
  @Override
  public String toString() {
    return name;
  }

  /** Writes to an array, or to null, neither of which throws {@code IOException}. */
  private int writeToArray(long nanos, Object array, int at) {
    try {
      return write(nanos, array, at);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int write(long nanos, Object target, int at) throws IOException {
    if (this == COMPACT) {
      return LosslessPrinter.compact(nanos, target, at);
    }
    if (this == ISO) {
      return LosslessPrinter.iso(nanos, target, at);
    }
    if (units != 0) {
      return HumanReadablePrinter.print(nanos, units, rounding, target, at);
    }
    if (this == GO) {
      return LosslessPrinter.go(nanos, target, at);
    }
    if (this == SQL) {
      return LosslessPrinter.sql(nanos, target, at);
    }
    return ConcisePrinter.print(nanos, this == CONCISE_CEILING, target, at);
  }

  private void checkRoom(long nanos, int room, int offset) {
    int length = length(nanos);
    if (offset < 0 || room - offset < length) {
      throw new IndexOutOfBoundsException(
          "the text needs "
              + length
              + " bytes from offset "
              + offset
              + ", got an array of "
              + room);
    }
  }
}
