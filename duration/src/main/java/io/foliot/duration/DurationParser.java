package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Parses durations as {@link Duration#parse(CharSequence)} does, and texts of other systems as its
 * options allow:
 *
 * <pre>{@code
 * static final DurationParser SPRING =
 *     DurationParser.STRICT.acceptBareNumbers(TimeUnit.MILLISECONDS).acceptUpperCase();
 * static final DurationParser SYSTEMD =
 *     DurationParser.STRICT
 *         .acceptBareNumbers(TimeUnit.SECONDS)
 *         .acceptSurroundingBlanks()
 *         .acceptForever("infinity");
 *
 * SPRING.parse("90");                            // 90ms
 * SPRING.parse("10S");                           // 10s
 * SYSTEMD.parse(" 90 ");                         // 1m30s
 * SYSTEMD.parse("infinity").equals(Duration.MAX);   // true
 * }</pre>
 *
 * <p>Each option returns a new parser. No option changes the meaning of a text that is valid
 * without it, unless {@link #acceptForever} names that text.
 *
 * <p>Thread safety: immutable.
 */
public final class DurationParser {
  /** Parses what {@link Duration#parse(CharSequence)} parses, and nothing else. */
  public static final DurationParser STRICT =
      new DurationParser(null, false, false, new String[0], RoundingMode.UNNECESSARY);

  /** The name of the unit of a bare number, or null. */
  private final String bareUnit;

  private final boolean upperCase;
  private final boolean blanks;
  private final String[] forever;
  private final RoundingMode rounding;
  private final boolean strict;

  private DurationParser(
      String bareUnit, boolean upperCase, boolean blanks, String[] forever, RoundingMode rounding) {
    this.bareUnit = bareUnit;
    this.upperCase = upperCase;
    this.blanks = blanks;
    this.forever = forever;
    this.rounding = rounding;
    this.strict = bareUnit == null && !upperCase && !blanks && forever.length == 0;
  }

  /**
   * {@return a parser that also accepts a number without a unit as the whole text: {@code 90},
   * {@code 1.5}, {@code +3}}
   *
   * @param unit the unit of the number
   */
  public DurationParser acceptBareNumbers(TimeUnit unit) {
    // In lower case, the names of the constants are names of units.
    return new DurationParser(
        AsciiText.lowerCase(unit.name()), upperCase, blanks, forever, rounding);
  }

  /**
   * {@return a parser that also accepts units in upper or mixed case: {@code 10S}, {@code 5
   * Minutes}} <b>{@code M} is a minute</b> as in Spring, not a month as in systemd.
   */
  public DurationParser acceptUpperCase() {
    return new DurationParser(bareUnit, true, blanks, forever, rounding);
  }

  /**
   * {@return a parser that also accepts ASCII white space (spaces, tabs, line ends) around a text}
   */
  public DurationParser acceptSurroundingBlanks() {
    return new DurationParser(bareUnit, upperCase, true, forever, rounding);
  }

  /**
   * {@return a parser that also accepts words for an unlimited duration} They mean {@link
   * Duration#MAX}, and {@code Deadline.after} of that never passes. A word must be the whole text,
   * in the same case unless upper case is accepted.
   *
   * @param words such as {@code infinity}, {@code off} or {@code -1}; they replace earlier words
   */
  public DurationParser acceptForever(String... words) {
    String[] copy = words.clone();
    for (String word : copy) {
      Objects.requireNonNull(word, "word");
    }
    return new DurationParser(bareUnit, upperCase, blanks, copy, rounding);
  }

  /**
   * {@return a parser that rounds to nanoseconds, as {@link Duration#parse(CharSequence,
   * RoundingMode)}}
   *
   * @param mode how to round; {@code UNNECESSARY} rejects finer fractions
   */
  public DurationParser rounding(RoundingMode mode) {
    Objects.requireNonNull(mode, "mode");
    return new DurationParser(bareUnit, upperCase, blanks, forever, mode);
  }

  /**
   * {@return the duration that the text names}
   *
   * @param text the text
   * @throws DurationParseException if the text is not accepted
   */
  public Duration parse(CharSequence text) {
    return Duration.ofUnsignedNanos(parseNanos(text));
  }

  /**
   * {@return the duration that the text names, in unsigned nanoseconds} Does not allocate if no
   * option but the rounding is set, except to throw.
   *
   * @param text the text
   * @throws DurationParseException if the text is not accepted
   */
  public long parseNanos(CharSequence text) {
    return strict ? DurationScanner.parse(text, rounding) : parseLenient(text);
  }

  private long parseLenient(CharSequence text) {
    int start = 0;
    int end = text.length();
    if (blanks) {
      while (start < end && AsciiText.isBlank(text.charAt(start))) {
        start++;
      }
      while (start < end && AsciiText.isBlank(text.charAt(end - 1))) {
        end--;
      }
    }
    String read =
        upperCase ? AsciiText.lowerCase(text, start, end) : AsciiText.copy(text, start, end);
    if (isForever(read)) {
      return Nanos.MAX;
    }
    if (bareUnit != null && isBareNumber(read)) {
      read += bareUnit;
    }
    try {
      return DurationScanner.parse(read, rounding);
    } catch (DurationParseException e) {
      throw e.in(text, start);
    }
  }

  private boolean isForever(String text) {
    for (String word : forever) {
      if (text.equals(upperCase ? AsciiText.lowerCase(word) : word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether the text is digits, points and a leading plus} The scanner rejects a second
   * point.
   */
  private static boolean isBareNumber(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && (c != '+' || i != 0)) {
        return false;
      }
    }
    return digit;
  }
}
