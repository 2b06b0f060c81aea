package io.foliot.clock;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * Reads times as {@link PosixTime#parse} does, and also what it is told to accept of the texts that
 * other systems write:
 *
 * <pre>{@code
 * static final PosixTimeParser POSTGRES =
 *     PosixTimeParser.STRICT.acceptSpaceSeparator().acceptShortOffsets();
 * }</pre>
 *
 * <p>Every option gives a new parser, and none changes the meaning of a text that is read without
 * it.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PosixTimeParser {
  /** Reads what {@link PosixTime#parse} reads, and nothing else. */
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
   * Accepts a space between date and time in place of {@code T}: {@code 2026-11-22 08:57:00Z}.
   *
   * @return a parser that does so
   */
  public PosixTimeParser acceptSpaceSeparator() {
    return accept(SPACE_SEPARATOR);
  }

  /**
   * Accepts offsets without a colon or without minutes, as ISO 8601 and PostgreSQL have them:
   * {@code +0130}, {@code +01}.
   *
   * @return a parser that does so
   */
  public PosixTimeParser acceptShortOffsets() {
    return accept(SHORT_OFFSETS);
  }

  /**
   * Accepts a time without seconds and takes them for zero: {@code 2026-11-22T08:57Z}.
   *
   * @return a parser that does so
   */
  public PosixTimeParser acceptMissingSeconds() {
    return accept(MISSING_SECONDS);
  }

  /**
   * Accepts white space of ASCII (spaces, tabs, line ends) before and after a text.
   *
   * @return a parser that does so
   */
  public PosixTimeParser acceptSurroundingBlanks() {
    return accept(SURROUNDING_BLANKS);
  }

  /**
   * Rounds digits below a picosecond. The fraction of the second counts upwards in every year, so
   * that up is towards the future and down towards the past.
   *
   * @param mode how to round; {@code UNNECESSARY} refuses digits that are not zero
   * @return a parser that does so
   */
  public PosixTimeParser rounding(RoundingMode mode) {
    return new PosixTimeParser(accepted, Objects.requireNonNull(mode, "mode"));
  }

  private PosixTimeParser accept(int more) {
    return new PosixTimeParser(accepted | more, rounding);
  }

  /**
   * Reads a time.
   *
   * @param text the text
   * @return that time
   * @throws PosixTimeParseException if the text is not accepted, names a date or time that does not
   *     exist, or a time outside the years 0000 to 9999 in UTC; it tells where
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
