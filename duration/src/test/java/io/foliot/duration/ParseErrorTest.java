package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are not durations, with the index and the reason of each error. */
class ParseErrorTest {
  static final String UNITS = "y, w, d, h, m, s, ms, us or ns";
  private static final String SEPARATOR = "expected a number; separate parts with spaces only";
  static final String TOO_LONG = "the value exceeds the maximum duration, 18446744073709551615 ns";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "+|1|found the end, expected a duration such as 1h30m or PT1H30M",
        "1|1|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "00|2|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1h30|4|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1M|1|found 'M', units are lowercase: 1m for minutes; months have no fixed length, use days",
        "1H|1|found 'H', units are lowercase: 1h",
        "2 Hours|2|found 'Hours', units are lowercase: 2 hours",
        "1Hx|1|found 'Hx', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1Ms|1|found 'Ms', units are lowercase: 1ms",
        "1xs|1|found 'xs', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hm|1|found 'hm', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1 month|2|found 'month', months have no fixed length; use days",
        "6mos|1|found 'mos', months have no fixed length; use days",
        "6mosx|1|found 'mosx', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1fortnightsandsomemoreletters|1|found 'fortnightsandsomemor', expected a unit: y, w, d, h,"
            + " m, s, ms, us or ns",
        "1h,30m|2|found ',', expected a number; separate parts with spaces only",
        "1h and 2m|3|found 'and', expected a number; separate parts with spaces only",
        "and 2m|0|found 'and', expected a number",
        "1h\t30m|2|found '\\u0009', expected a number; separate parts with spaces only",
        "infinity|0|found 'infinity', allow a word for an unlimited duration with DurationParser.acceptForever",
        "Off|0|found 'Off', allow a word for an unlimited duration with DurationParser.acceptForever",
        "offs|0|found 'offs', expected a number",
        "1:30|1|found ':', write hours, minutes and seconds with their units: 1h2m3s",
        "7_000ms|1|found '_', write numbers as digits with at most one decimal point: 1.5h, 7000ms",
        "1e3s|1|found 'e', exponents are not supported; write the number in full",
        "1E-3s|1|found 'E', exponents are not supported; write the number in full",
        "1es|1|found 'es', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "h|0|found 'h', expected a number",
        "1hA|1|found 'hA', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hZ|1|found 'hZ', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1ha|1|found 'ha', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hz|1|found 'hz', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hh|1|found 'hh', expected a unit: y, w, d, h, m, s, ms, us or ns",
        " 1h|0|found ' ', remove the leading blank",
        "\t1h|0|found '\\u0009', remove the leading blank",
        " |0|found ' ', expected a number",
        "1h  |2|found ' ', remove the trailing blank",
        "1h \t|3|found '\\u0009', remove the trailing blank",
        "1\t h|1|found '\\u0009', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "-1h|0|a duration must not be negative",
        "+-1h|1|a duration must not be negative",
        "-0|0|a duration must not be negative",
        "1h-30m|2|a duration must not be negative",
        "1h+30m|2|found '+', expected a number",
        "++1h|1|found '+', expected a number",
        ".h|1|found 'h', expected a digit",
        ".|1|found the end, expected a digit",
        "1.5.5h|3|found '.', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1,5h|1|found ',', write numbers as digits with at most one decimal point: 1.5h, 7000ms",
        "1h1h|3|the unit is repeated; write it once, with the sum",
        "1s2m3s|5|the unit is repeated; write it once, with the sum",
        "1ms 5 millis|6|the unit is repeated; write it once, with the sum",
        "0.5ns|1|the fraction is finer than a nanosecond; specify a rounding mode",
        "1.0005us|1|the fraction is finer than a nanosecond; specify a rounding mode",
        "1h0.0001us|3|the fraction is finer than a nanosecond; specify a rounding mode",
        "١s|0|found '\\u0661', expected a number",
        "1１s|1|found '\\uFF11', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "P|1|found the end, expected a number",
        "PT|2|found the end, expected a number",
        "P1DT|4|found the end, expected a number",
        "PTT1S|2|found 'T', expected a number",
        "PT1HT2M|4|found 'T', expected a number",
        "P1|2|found the end, expected W or D, or T before H, M or S",
        "P1H|2|found 'H', expected W or D, or T before H, M or S",
        "PT1|3|found the end, expected H, M or S",
        "PT1D|3|found 'D', expected H, M or S",
        "PT1W|3|found 'W', expected H, M or S",
        "PT1Y|3|found 'Y', years come before T and have no fixed length; use days",
        "P1Y|2|found 'Y', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P1M|2|found 'M', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P1m|2|found 'm', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P1D2W|4|ISO 8601 units go from largest to smallest, each at most once",
        "PT1S2S|5|ISO 8601 units go from largest to smallest, each at most once",
        "PT1S2M|5|ISO 8601 units go from largest to smallest, each at most once",
        "PT1.5H2M|6|in ISO 8601 only the last number can have a fraction",
        "P1.DT2M|4|in ISO 8601 only the last number can have a fraction",
        "P-1D|1|a duration must not be negative",
        "-PT1S|0|a duration must not be negative",
        "-PT0.5S|0|a duration must not be negative",
        "PT-0.5S|2|a duration must not be negative",
        "PT+1S|2|found '+', expected a number",
        "PT+-2H|2|found '+', expected a number",
        "PT 1S|2|found ' ', expected a number",
        "PT1 S|3|found ' ', expected H, M or S",
        "PT1S |4|found ' ', remove the trailing blank",
        "PT1 |3|found ' ', remove the trailing blank",
        "P0D0Y|4|found 'Y', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P0M0Y|4|found 'Y', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P00Y0M0M|7|found 'M', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P0.0Y|4|found 'Y', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days",
        "P0YT|4|found the end, expected a number",
        ".5.5s|2|found '.', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "PT.S|3|found 'S', expected a digit",
        "PT1ms|4|found 's', expected a number",
        "PT0.0000000001S|3|the fraction is finer than a nanosecond; specify a rounding mode",
      })
  void rejected(String text, int index, String problem) {
    assertRejected(text, index, problem);
  }

  @Test
  void emptyText() {
    assertRejected("", 0, "found the end, expected a duration such as 1h30m or PT1H30M");
  }

  @Test
  void lineEndsAreBlanks() {
    assertRejected("1h\n", 2, "found '\\u000A', remove the trailing blank");
    assertRejected("1\r\n", 1, "found '\\u000D', remove the trailing blank");
    assertRejected("PT1S\n", 4, "found '\\u000A', remove the trailing blank");
    assertRejected("\n1h", 0, "found '\\u000A', remove the leading blank");
    assertRejected("1h\n1m", 2, "found '\\u000A', " + SEPARATOR);
  }

  @Test
  void aNumberThenSpaces() {
    assertRejected("1 ", 2, "found the end, expected a unit: " + UNITS);
    assertRejected("1h 1  ", 6, "found the end, expected a unit: " + UNITS);
  }

  @Test
  void onlyPrintableCharactersAreNotEscaped() {
    assertRejected("1~", 1, "found '~', expected a unit: " + UNITS);
    assertRejected("1\u007F", 1, "found '\\u007F', expected a unit: " + UNITS);
    assertRejected("1 \u001F", 2, "found '\\u001F', expected a unit: " + UNITS);
  }

  @Test
  void sixtyFourCharactersAreQuoted() {
    String text = "1" + String.join("", Collections.nCopies(63, "~"));
    assertTrue(message(text).startsWith("cannot read \"" + text + "\" as a duration"));
    assertTrue(message(text + "~").startsWith("cannot read \"" + text + "...\" as a duration"));
  }

  @Test
  void longTextsAreTruncated() {
    StringBuilder text = new StringBuilder("1h");
    while (text.length() < 100) {
      text.append('\u0001');
    }
    String message = message(text);
    assertTrue(
        message.contains("\\u0001...\" as a duration: at index 2, found '\\u0001'"), message);
    assertTrue(message.length() < 600, message);
    text.setLength(65);
    assertTrue(message(text).contains("\\u0001...\" as"));
    text.setLength(64);
    assertTrue(message(text).contains("\\u0001\" as"));
  }

  private static String message(CharSequence text) {
    return assertThrows(DurationParseException.class, () -> Duration.parse(text)).getMessage();
  }

  static void assertRejected(String text, int index, String problem) {
    assertRejected(text, index, problem, RoundingMode.UNNECESSARY);
  }

  static void assertRejected(String text, int index, String problem, RoundingMode mode) {
    DurationParseException e =
        assertThrows(DurationParseException.class, () -> Duration.parse(text, mode));
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(c < 0x20 || c > 0x7E ? String.format("\\u%04X", (int) c) : String.valueOf(c));
    }
    assertEquals(
        "cannot read \"" + shown + "\" as a duration: at index " + index + ", " + problem,
        e.getMessage());
    assertEquals(index, e.index());
    if (mode == RoundingMode.UNNECESSARY) {
      assertNull(ReferenceParser.parse(text, mode));
    }
  }
}
