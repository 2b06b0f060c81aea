package io.foliot.clock;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Parses RFC 3339 text as {@link PosixTime#parse} does, with options for variants that other
 * systems write:
 *
 * <pre>{@code
 * static final PosixTimeParser POSTGRES =
 *     PosixTimeParser.STRICT.acceptSpaceSeparator().acceptShortOffsets();
 * }</pre>
 *
 * <p>Each option returns a new parser. No option changes the result for a text that is accepted
 * without it.
 *
 * <p>Immutable and thread-safe.
 */
public final class PosixTimeParser {
  /** Accepts exactly what {@link PosixTime#parse} accepts. */
  public static final PosixTimeParser STRICT = new PosixTimeParser(0, RoundingMode.UNNECESSARY);

  private static final int SPACE_SEPARATOR = 1;
  private static final int SHORT_OFFSETS = 2;
  private static final int MISSING_SECONDS = 4;
  private static final int SURROUNDING_BLANKS = 8;

  private final int accepted;
  private final RoundingMode rounding;

  private PosixTimeParser(int accepted, RoundingMode rounding) {
    this.accepted = accepted;
    this.rounding = rounding;
  }

  /**
   * Accepts a space instead of {@code T} between date and time: {@code 2026-11-22 08:57:00Z}.
   *
   * @return a parser with this option
   */
  public PosixTimeParser acceptSpaceSeparator() {
    return accept(SPACE_SEPARATOR);
  }

  /**
   * Accepts offsets without a colon or without minutes, as in ISO 8601 and PostgreSQL: {@code
   * +0130}, {@code +01}.
   *
   * @return a parser with this option
   */
  public PosixTimeParser acceptShortOffsets() {
    return accept(SHORT_OFFSETS);
  }

  /**
   * Accepts a time without seconds, which are then zero: {@code 2026-11-22T08:57Z}.
   *
   * @return a parser with this option
   */
  public PosixTimeParser acceptMissingSeconds() {
    return accept(MISSING_SECONDS);
  }

  /**
   * Accepts ASCII white space (spaces, tabs, line ends) before and after the text.
   *
   * @return a parser with this option
   */
  public PosixTimeParser acceptSurroundingBlanks() {
    return accept(SURROUNDING_BLANKS);
  }

  /**
   * Accepts digits below a picosecond and rounds them: up is towards the future, down towards the
   * past, before 1970 too.
   *
   * @param mode how to round; {@code UNNECESSARY} rejects non-zero digits
   * @return a parser with this option
   */
  public PosixTimeParser rounding(RoundingMode mode) {
    return new PosixTimeParser(accepted, Objects.requireNonNull(mode, "mode"));
  }

  private PosixTimeParser accept(int more) {
    return new PosixTimeParser(accepted | more, rounding);
  }

  /**
   * Parses a time.
   *
   * @param text the text
   * @return the time
   * @throws PosixTimeParseException if the text is not accepted, or if the date or time does not
   *     exist or is outside the years 0000 to 9999 in UTC
   */
  public PosixTime parse(CharSequence text) {
    return new PosixTimeScanner(text, this).scan();
  }

  boolean acceptsSpaceSeparator() {
    return accepts(SPACE_SEPARATOR);
  }

  boolean acceptsShortOffsets() {
    return accepts(SHORT_OFFSETS);
  }

  boolean acceptsMissingSeconds() {
    return accepts(MISSING_SECONDS);
  }

  boolean acceptsSurroundingBlanks() {
    return accepts(SURROUNDING_BLANKS);
  }

  RoundingMode rounding() {
    return rounding;
  }

  private boolean accepts(int what) {
    return (accepted & what) != 0;
  }
}
