package io.foliot.duration;

import java.io.IOException;
import java.math.RoundingMode;
import org.teavm.interop.PlatformMarker;

/**
 * The ways to write a duration as text. Each of them can make a {@code String}, or write into a
 * {@code byte[]} or an {@link Appendable} of the caller without allocating anything.
 *
 * <p>All texts are ASCII and the same in every locale. None is longer than {@link #MAX_LENGTH}.
 *
 * <p>Thread safety: immutable.
 */
public final class DurationFormat {
  /**
   * Lossless and short: {@code 1d2h3m4.5s}, {@code 90s} is {@code 1m30s}, {@code 0s}. The text of
   * {@link Duration#toString()}.
   *
   * <p>Days, hours, minutes, seconds, milliseconds, microseconds and nanoseconds, largest first and
   * none that is zero. From the second down the last one written may be a decimal of at least 1,
   * which stands for the smaller ones; of all such texts this is the shortest, and of equally short
   * ones that with the larger last unit.
   */
  public static final DurationFormat COMPACT = new DurationFormat("COMPACT");

  /**
   * ISO 8601 with hours, minutes and seconds, as {@code java.time.Duration.toString()} prints:
   * {@code PT26H3M4.5S}, {@code PT0S}. Lossless. XML Schema ({@code xsd:dayTimeDuration}) and
   * PostgreSQL read it too.
   */
  public static final DurationFormat ISO = new DurationFormat("ISO");

  /**
   * As Go prints its {@code time.Duration}, and as Kubernetes reads it: {@code 26h3m4.5s}, {@code
   * 1h0m0s}, {@code 1.5ms}, {@code 0s}; microseconds are {@code us}, which Go reads. Lossless. Go
   * reads up to 2<sup>63</sup> − 1 ns, about 292 years.
   */
  public static final DurationFormat GO = new DurationFormat("GO");

  /**
   * The text of a day-time interval of SQL (ISO/IEC 9075-2, {@code INTERVAL DAY TO SECOND}): days,
   * then hours, minutes and seconds: {@code 1 02:03:04.5}, {@code 0 00:00:00}. Lossless. {@link
   * Duration#parse(CharSequence)} does not read it.
   */
  public static final DurationFormat SQL = new DurationFormat("SQL");

  /**
   * The two largest units, in the style of MirageOS: {@code 2a45d}, {@code 1d02h}, {@code 1h30m},
   * {@code 5m07s}, {@code 1.500s}, {@code 1.500ms}, {@code 0.010us}. A year is {@code a}, 365.25 d.
   * What is finer is cut off, so the text <b>can show less than the true value</b>, never more.
   */
  public static final DurationFormat CONCISE = new DurationFormat("CONCISE");

  /**
   * As {@link #CONCISE}, but rounded up: the text <b>can show more than the true value</b>, never
   * less. For timeouts.
   */
  public static final DurationFormat CONCISE_CEILING = new DurationFormat("CONCISE_CEILING");

  /** No text is longer than this many characters. */
  public static final int MAX_LENGTH = 26;

  private static final int MAX_UNITS = 4;

  private final String name;

  /** How many units a humane format has; 0 for the constants. */
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
   * A format for people, with at most so many units: with two units {@code 2 h 5 min}, {@code 1 y
   * 40 d}, {@code 1 s 500 ms}, {@code 3 d}, {@code 0 s}. The units are {@code y} (365.25 d), {@code
   * d}, {@code h}, {@code min}, {@code s}, {@code ms}, {@code us} and {@code ns}; the largest one
   * that is not zero comes first, and those that are zero are left out. What is smaller than the
   * last unit is rounded exactly, also into the next larger unit: 59.7 s in one unit, half up, are
   * {@code 1 min}.
   *
   * @param units how many units, 1 to 4
   * @param rounding how to round; with {@code UNNECESSARY} printing throws {@link
   *     ArithmeticException} where something would be lost
   * @return the format
   * @throws IllegalArgumentException if {@code units} is outside its range
   */
  public static DurationFormat humane(int units, RoundingMode rounding) {
    if (units < 1 || units > MAX_UNITS) {
      throw new IllegalArgumentException("a humane format has 1 to 4 units: got " + units);
    }
    String name = "humane(" + units + ", " + rounding.name() + ")";
    return new DurationFormat(name, units, rounding);
  }

  /**
   * Writes a duration as a string.
   *
   * @param duration any duration
   * @return the text
   */
  public String format(Duration duration) {
    return format(duration.toUnsignedNanos());
  }

  /**
   * Writes a duration as a string.
   *
   * @param nanos unsigned nanoseconds
   * @return the text
   */
  public String format(long nanos) {
    byte[] text = new byte[MAX_LENGTH];
    return ascii(text, writeToArray(nanos, text, 0));
  }

  /**
   * The JDK's only constructor that takes bytes as they are, on Java 8 as well: no charset is
   * looked up, and nothing is compressed again. It was deprecated for texts that are not ASCII.
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

  /** TeaVM, which lacks that constructor, makes this true before it looks at what is called. */
  @PlatformMarker
  private static boolean isTeaVm() {
    return false;
  }

  /**
   * Writes a duration as ASCII bytes.
   *
   * @param nanos unsigned nanoseconds
   * @param target takes the text
   * @param offset index of the first byte to write
   * @return the index after the last byte written
   * @throws IndexOutOfBoundsException if {@code target} has no room for the text; nothing has been
   *     written then. {@link #MAX_LENGTH} bytes are always enough.
   */
  public int print(long nanos, byte[] target, int offset) {
    if (offset < 0 || target.length - offset < MAX_LENGTH) {
      checkRoom(nanos, target.length, offset);
    }
    return writeToArray(nanos, target, offset);
  }

  /**
   * Writes a duration to an {@code Appendable}, one character at a time.
   *
   * @param nanos unsigned nanoseconds
   * @param target takes the text
   * @throws IOException if {@code target} throws it; some characters may have been written
   */
  public void print(long nanos, Appendable target) throws IOException {
    write(nanos, target, 0);
  }

  /**
   * The length of the text of a duration.
   *
   * @param nanos unsigned nanoseconds
   * @return 2 to {@link #MAX_LENGTH}
   */
  public int length(long nanos) {
    return writeToArray(nanos, null, 0);
  }

  /**
   * The name of this format.
   *
   * @return the name of the constant, or for example {@code humane(2, HALF_UP)}
   */
  @Override
  public String toString() {
    return name;
  }

  /** Writes to an array, or nowhere: neither throws. */
  private int writeToArray(long nanos, Object array, int at) {
    try {
      return write(nanos, array, at);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int write(long nanos, Object target, int at) throws IOException {
    if (this == COMPACT) {
      return DurationPrinter.compact(nanos, target, at);
    }
    if (this == ISO) {
      return DurationPrinter.iso(nanos, target, at);
    }
    if (units != 0) {
      return HumanePrinter.print(nanos, units, rounding, target, at);
    }
    if (this == GO) {
      return DurationPrinter.go(nanos, target, at);
    }
    if (this == SQL) {
      return DurationPrinter.sql(nanos, target, at);
    }
    return ConcisePrinter.print(nanos, this == CONCISE_CEILING, target, at);
  }

  private void checkRoom(long nanos, int room, int offset) {
    int length = length(nanos);
    if (offset < 0 || room - offset < length) {
      throw new IndexOutOfBoundsException(
          "no room for the text: it needs "
              + length
              + " bytes from offset "
              + offset
              + ", and the array has "
              + room);
    }
  }
}
