package io.foliot.duration;

import java.math.RoundingMode;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Reads durations as {@link Duration#parse(CharSequence)} does, and also what it is told to accept.
 * For the texts of other systems' configurations:
 *
 * <pre>{@code
 * static final DurationParser SPRING =
 *     DurationParser.STRICT.acceptBareNumbers(TimeUnit.MILLISECONDS).acceptUpperCase();
 * static final DurationParser SYSTEMD =
 *     DurationParser.STRICT
 *         .acceptBareNumbers(TimeUnit.SECONDS)
 *         .acceptSurroundingBlanks()
 *         .acceptForever("infinity");
 * }</pre>
 *
 * <p>Every option gives a new parser. None changes the meaning of a text that is read without it,
 * unless the text itself is named as a word for ever.
 *
 * <p>Thread safety: immutable.
 */
public final class DurationParser {
  /** Reads what {@link Duration#parse(CharSequence)} reads, and nothing else. */
  public static final DurationParser STRICT =
      new DurationParser(null, false, false, new String[0], RoundingMode.UNNECESSARY);

  /** The name of the unit of a number without one, or null. */
  private final String bareUnit;

  private final boolean upperCase;
  private final boolean blanks;
  private final String[] forever;
  private final RoundingMode rounding;

  private DurationParser(
      String bareUnit, boolean upperCase, boolean blanks, String[] forever, RoundingMode rounding) {
    this.bareUnit = bareUnit;
    this.upperCase = upperCase;
    this.blanks = blanks;
    this.forever = forever;
    this.rounding = rounding;
  }

  /**
   * Accepts a number without a unit, if it is the whole text: {@code 90}, {@code 1.5}, {@code +3}.
   *
   * @param unit the unit of such a number
   * @return a parser that does so
   */
  public DurationParser acceptBareNumbers(TimeUnit unit) {
    // The names of the constants are names of units here.
    String name = DurationHints.lowerCase(unit.name(), 0, unit.name().length());
    return new DurationParser(name, upperCase, blanks, forever, rounding);
  }

  /**
   * Accepts units in upper and mixed case: {@code 10S}, {@code 5 Minutes}. <b>{@code M} is a
   * minute</b> then, as in Spring, and not the month that it is in systemd.
   *
   * @return a parser that does so
   */
  public DurationParser acceptUpperCase() {
    return new DurationParser(bareUnit, true, blanks, forever, rounding);
  }

  /**
   * Accepts white space of ASCII (spaces, tabs, line ends) before and after a text.
   *
   * @return a parser that does so
   */
  public DurationParser acceptSurroundingBlanks() {
    return new DurationParser(bareUnit, upperCase, true, forever, rounding);
  }

  /**
   * Accepts words for a time without an end, and reads them as {@link Duration#MAX}, of which
   * {@code Deadline.after} makes a deadline that never passes. A text is such a word only as a
   * whole, in the case given here unless upper case is accepted.
   *
   * @param words for example {@code infinity}, {@code off} or {@code -1}; in place of those named
   *     before
   * @return a parser that does so
   */
  public DurationParser acceptForever(String... words) {
    String[] copy = words.clone();
    for (String word : copy) {
      Objects.requireNonNull(word, "word");
    }
    return new DurationParser(bareUnit, upperCase, blanks, copy, rounding);
  }

  /**
   * Rounds what is finer than a nanosecond, as {@link Duration#parse(CharSequence, RoundingMode)}.
   *
   * @param mode how to round; {@code UNNECESSARY} refuses to
   * @return a parser that does so
   */
  public DurationParser rounding(RoundingMode mode) {
    Objects.requireNonNull(mode, "mode");
    return new DurationParser(bareUnit, upperCase, blanks, forever, mode);
  }

  /**
   * Reads a duration.
   *
   * @param text the text
   * @return the duration
   * @throws DurationParseException if the text is not accepted; it tells where
   */
  public Duration parse(CharSequence text) {
    return Duration.ofUnsignedNanos(parseNanos(text));
  }

  /**
   * Reads a duration as a number.
   *
   * @param text the text
   * @return unsigned nanoseconds
   * @throws DurationParseException if the text is not accepted; it tells where
   */
  public long parseNanos(CharSequence text) {
    int start = 0;
    int end = text.length();
    if (blanks) {
      while (start < end && DurationHints.isBlank(text.charAt(start))) {
        start++;
      }
      while (start < end && DurationHints.isBlank(text.charAt(end - 1))) {
        end--;
      }
    }
    String read = DurationHints.part(text, start, end, upperCase);
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
      if (text.equals(upperCase ? DurationHints.lowerCase(word, 0, word.length()) : word)) {
        return true;
      }
    }
    return false;
  }

  /** Digits and points with a plus before them; a second point is refused with its unit. */
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
