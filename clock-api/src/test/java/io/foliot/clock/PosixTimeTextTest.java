package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 3339 text: examples, laws, mutations, and comparison with java.time. */
class PosixTimeTextTest {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})"
              + "(?:\\.([0-9]{1,12})0*)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

  @Provide
  Arbitrary<PosixTime> times() {
    return PosixTimes.any();
  }

  // Parsing

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0, 0",
    "1970-01-01t00:00:00z, 0, 0",
    "1970-01-01T00:00:00+00:00, 0, 0",
    "1970-01-01T00:00:00-00:00, 0, 0",
    "1970-01-01T00:00:00.000000000001Z, 0, 1",
    "1970-01-01T00:00:00.1Z, 0, 100000000000",
    "1970-01-01T00:00:00.000000000001000000000000000Z, 0, 1",
    "1969-12-31T23:59:59.999999999999Z, -1, 86399999999999999",
    "0000-01-01T00:00:00Z, -719528, 0",
    "9999-12-31T23:59:59.999999999999Z, 2932896, 86399999999999999",
    "2000-02-29T12:00:00Z, 11016, 43200000000000000",
    "2026-11-22T09:57:00.25+01:00, 20779, 32220250000000000",
    "2026-11-22T00:30:00+01:00, 20778, 84600000000000000",
    "2026-11-22T23:30:00-01:00, 20780, 1800000000000000",
    "1985-04-12T23:20:50.52Z, 5580, 84050520000000000",
    "1996-12-19T16:39:57-08:00, 9850, 2397000000000000",
    "1937-01-01T12:00:27.87+00:20, -12053, 42027870000000000",
    // A leap second is the first second of the next day, as in POSIX.
    "1990-12-31T23:59:60Z, 7670, 0",
    "1990-12-31T15:59:60-08:00, 7670, 0",
    "2016-12-31T23:59:60.5Z, 17167, 500000000000",
    "2017-01-01T00:59:60+01:00, 17167, 0",
    "2012-06-30T23:59:60.999999999999Z, 15522, 999999999999",
  })
  void reads(String text, int days, long picos) {
    assertEquals(PosixTime.of(days, picos), PosixTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|0|a year of 4 digits, 0000 to 9999|the end",
        "026-11-22T08:57:00Z|3|a year of 4 digits|'-11-22T08:57:00Z'",
        "+2026-11-22T08:57:00Z|0|a year of 4 digits, 0000 to 9999|'+2026-11-22T08:57:00Z'",
        "-0001-11-22T08:57:00Z|0|a year of 4 digits, 0000 to 9999|'-0001-11-22T08:57:00Z'",
        "12026-11-22T08:57:00Z|0|a year of 4 digits, 0000 to 9999|'12026-11-22T08:57:00Z'",
        "02026-11-22T08:57:00Z|0|a year of 4 digits, 0000 to 9999|'02026-11-22T08:57:00Z'",
        "2026/11/22T08:57:00Z|4|'-' after the year|'/11/22T08:57:00Z'",
        "2026-1-22T08:57:00Z|6|a month of 2 digits|'-22T08:57:00Z'",
        "2026-00-22T08:57:00Z|5|a month from 1 to 12|'00-22T08:57:00Z'",
        "2026-13-22T08:57:00Z|5|a month from 1 to 12|'13-22T08:57:00Z'",
        "2026-11.22T08:57:00Z|7|'-' after the month|'.22T08:57:00Z'",
        "2026-11-00T08:57:00Z|8|a day of the month from 1 to 30|'00T08:57:00Z'",
        "2026-11-31T08:57:00Z|8|a day of the month from 1 to 30|'31T08:57:00Z'",
        "2026-02-29T08:57:00Z|8|a day of the month from 1 to 28|'29T08:57:00Z'",
        "2026-11-22 08:57:00Z|10|'T' after the date; PosixTimeParser.acceptSpaceSeparator accepts a space|' 08:57:00Z'",
        "2026-11-22|10|'T' and a time of day after the date|the end",
        "2026-11-22T24:00:00Z|11|a hour from 0 to 23|'24:00:00Z'",
        "2026-11-22T0857:00Z|13|':' after the hour|'57:00Z'",
        "2026-11-22T08:60:00Z|14|a minute from 0 to 59|'60:00Z'",
        "2026-11-22T08:57Z|16|seconds after the minute, such as 08:57:00; PosixTimeParser.acceptMissingSeconds makes them optional|'Z'",
        "2026-11-22T08:57+01:00|16|seconds after the minute, such as 08:57:00; PosixTimeParser.acceptMissingSeconds makes them optional|'+01:00'",
        "2026-11-22T08:57|16|seconds after the minute, such as 08:57:00; PosixTimeParser.acceptMissingSeconds makes them optional|the end",
        "2026-11-22T08:57.5Z|16|':' after the minute|'.5Z'",
        "2026-11-22T08:57:61Z|17|a second from 0 to 60|'61Z'",
        "2026-11-22T08:57:00|19|an offset: Z, +hh:mm or -hh:mm|the end",
        "2026-11-22T08:57:00.Z|20|a digit after the point|'Z'",
        "2026-11-22T08:57:00,5Z|19|'.' before the fraction|',5Z'",
        "2026-11-22T08:57:00.1234567890123Z|32|at most 12 fraction digits before trailing zeros; PosixTimeParser.rounding accepts finer fractions|'3Z'",
        "2026-11-22T08:57:00.1234567890120030Z|34|at most 12 fraction digits before"
            + " trailing zeros; PosixTimeParser.rounding accepts finer fractions|'30Z'",
        "2026-11-22T08:57:00+1:00|21|a offset hour of 2 digits|':00'",
        "2026-11-22T08:57:00+24:00|20|a offset hour from 0 to 23|'24:00'",
        "2026-11-22T08:57:00+0100|22|':' and minutes after the offset hour; PosixTimeParser.acceptShortOffsets accepts +hhmm and +hh|'00'",
        "2026-11-22T08:57:00+01|22|':' and minutes after the offset hour; PosixTimeParser.acceptShortOffsets accepts +hhmm and +hh|the end",
        "2026-11-22T08:57:00+01:60|23|a offset minute from 0 to 59|'60'",
        "2026-11-22T08:57:00Zz|20|the end of the text after the offset|'z'",
        "2026-11-22T08:57:00+01:00:00|25|the end of the text after the offset|':00'",
        "\" 2026-11-22T08:57:00Z\"|0|a year of 4 digits, 0000 to 9999; PosixTimeParser.acceptSurroundingBlanks accepts blanks around the text|' 2026-11-22T08:57:00Z'",
        "\"2026-11-22T08:57:00Z \"|20|the end of the text after the offset; PosixTimeParser.acceptSurroundingBlanks accepts blanks around the text|' '",
        "2026-11-22T08:57:00Z UTC|20|the end of the text after the offset|' UTC'",
        // Arabic-Indic digits are not ASCII.
        "\u0662026-11-22T08:57:00Z|0|a year of 4 digits, 0000 to 9999|'\u0662026-11-22T08:57:00Z'",
        "2026-11-22T08:57:00.\u0662Z|20|a digit after the point|'\u0662Z'",
        // Second 60 other than at the end of a month in UTC.
        "2026-11-22T23:59:60Z|17|a second from 0 to 59; 60 only in the last minute of a month in UTC|'60Z'",
        "2026-11-30T23:58:60Z|17|a second from 0 to 59; 60 only in the last minute of a month in UTC|'60Z'",
        "2026-11-30T23:59:60+01:00|17|a second from 0 to 59; 60 only in the last minute of a month in"
            + " UTC|'60+01:00'",
        // Outside the range in UTC.
        "0000-01-01T00:00:00+00:01|0|a time within the years 0000 to 9999 in"
            + " UTC|'0000-01-01T00:00:00+00:01'",
        "9999-12-31T23:59:59-00:01|0|a time within the years 0000 to 9999 in"
            + " UTC|'9999-12-31T23:59:59-00:01'",
        "9999-12-31T23:59:60Z|0|a time within the years 0000 to 9999 in UTC|'9999-12-31T23:59:60Z'",
      })
  void refuses(String text, int index, String expected, String found) {
    PosixTimeParseException refusal =
        assertThrows(PosixTimeParseException.class, () -> PosixTime.parse(text));
    assertEquals(
        "cannot read \""
            + visible(text)
            + "\" as a time: at index "
            + index
            + ", found "
            + visible(found)
            + ", expected "
            + article(expected),
        refusal.getMessage());
    assertEquals(index, refusal.index());
  }

  private static String visible(String text) {
    return text.replace("\u0662", "\\u0662");
  }

  private static String article(String expected) {
    return expected.replace("a hour", "an hour").replace("a offset", "an offset");
  }

  @Test
  void longTextIsShortenedInTheMessage() {
    StringBuilder text = new StringBuilder("2026-11-22T08:57:00Z");
    for (int i = 0; i < 100_000; i++) {
      text.append('x');
    }
    PosixTimeParseException refusal =
        assertThrows(PosixTimeParseException.class, () -> PosixTime.parse(text));
    assertEquals(20, refusal.index());
    String shown = String.join("", Collections.nCopies(44, "x"));
    assertEquals(
        "cannot read \"2026-11-22T08:57:00Z"
            + shown
            + "...\" as a time: at index 20, found '"
            + shown
            + "xxxxxxxxxxxxxxxxxxxx...', expected the end of the text after the offset",
        refusal.getMessage());
  }

  @Property
  void mutatedTextIsParsedCorrectlyOrRefused(
      @ForAll("times") PosixTime time,
      @ForAll("offsets") int offset,
      @ForAll @IntRange(max = 12) int digits,
      @ForAll("characters") char character,
      @ForAll @IntRange(max = 60) int position,
      @ForAll @IntRange(max = 2) int kind) {
    StringBuilder text = new StringBuilder(text(time, digits, offset));
    int at = position % text.length();
    if (kind == 0) {
      text.setCharAt(at, character);
    } else if (kind == 1) {
      text.insert(at, character);
    } else {
      text.deleteCharAt(at);
    }
    checkAgainstPattern(text.toString());
  }

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers()
        .between(-1_439, 1_439)
        .map(minutes -> minutes * 60)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.of(
            '0', '1', '2', '3', '5', '6', '9', '-', '+', ':', '.', 'T', 't', 'Z', 'z', ' ', '/',
            ',', 'e', '\u0661', '\u0000', '\uD800')
        .withoutEdgeCases();
  }

  /** {@return text in local time, or in UTC if the local date is out of range} */
  private static String text(PosixTime time, int digits, int offset) {
    try {
      return time.toString(digits, offset);
    } catch (ArithmeticException outside) {
      return time.toString(digits);
    }
  }

  private static void checkAgainstPattern(String text) {
    BigInteger expected = readByPattern(text);
    if (expected == null) {
      PosixTimeParseException refusal =
          assertThrows(PosixTimeParseException.class, () -> PosixTime.parse(text), text);
      assertTrue(refusal.index() >= 0 && refusal.index() <= text.length());
    } else {
      assertEquals(expected, PosixTimes.picos(PosixTime.parse(text)), text);
    }
  }

  /** {@return picoseconds since 1970, or null if the text is not RFC 3339} */
  private static BigInteger readByPattern(String text) {
    Matcher matcher = RFC_3339.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int second = Integer.parseInt(matcher.group(6));
    int offset =
        matcher.group(8) == null
            ? 0
            : Integer.parseInt(matcher.group(9)) * 60 + Integer.parseInt(matcher.group(10));
    LocalDateTime utc;
    try {
      if (matcher.group(8) != null
          && (Integer.parseInt(matcher.group(9)) > 23
              || Integer.parseInt(matcher.group(10)) > 59)) {
        return null;
      }
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      utc =
          date.atTime(
                  Integer.parseInt(matcher.group(4)),
                  Integer.parseInt(matcher.group(5)),
                  second == 60 ? 59 : second)
              .minusMinutes("-".equals(matcher.group(8)) ? -offset : offset);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
    if (second == 60) {
      boolean lastMinute =
          utc.getHour() == 23
              && utc.getMinute() == 59
              && utc.getDayOfMonth() == utc.toLocalDate().lengthOfMonth();
      if (!lastMinute) {
        return null;
      }
      utc = utc.plusSeconds(1);
    }
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      return null;
    }
    BigDecimal fraction =
        new BigDecimal("0." + (matcher.group(7) == null ? "0" : matcher.group(7)));
    return BigInteger.valueOf(utc.toEpochSecond(ZoneOffset.UTC))
        .multiply(BigInteger.TEN.pow(12))
        .add(fraction.movePointRight(12).toBigIntegerExact());
  }

  // Printing

  @Property
  void parseReadsToStringBack(@ForAll("times") PosixTime time) {
    assertEquals(time, PosixTime.parse(time.toString()));
  }

  @Property
  void chosenDigitsTruncate(
      @ForAll("times") PosixTime time,
      @ForAll @IntRange(max = 12) int digits,
      @ForAll("offsets") int offset) {
    BigDecimal seconds = new BigDecimal(PosixTimes.picos(time), 12);
    BigInteger expected = seconds.setScale(digits, RoundingMode.FLOOR).setScale(12).unscaledValue();
    assertEquals(expected, readByPattern(time.toString(digits)));
    assertEquals(expected, readByPattern(text(time, digits, offset)));
    assertEquals(20 + (digits == 0 ? 0 : digits + 1), time.toString(digits).length());
  }

  @Property
  void textAgreesWithJavaTime(@ForAll("times") PosixTime time, @ForAll("javaOffsets") int offset) {
    OffsetDateTime local =
        LocalDateTime.of(
                LocalDate.ofEpochDay(time.days()),
                java.time.LocalTime.ofNanoOfDay(time.picosOfDay() / 1_000))
            .atOffset(ZoneOffset.UTC)
            .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(offset));
    if (local.getYear() < 0 || local.getYear() > 9999) {
      assertEquals(
          time + " with UTC offset " + offset + " s is outside the years 0000 to 9999",
          assertThrows(ArithmeticException.class, () -> time.toString(9, offset)).getMessage());
      return;
    }
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx", Locale.ROOT);
    assertEquals(formatter.format(local), time.toString(9, offset));
    if (time.picosOfDay() % 1_000 == 0) {
      assertEquals(time, PosixTime.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local)));
    }
  }

  @Provide
  Arbitrary<Integer> javaOffsets() {
    return Arbitraries.integers()
        .between(-1_080, 1_080)
        .map(minutes -> minutes * 60)
        .withoutEdgeCases();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2026-11-22T08:57:00Z",
    "1, 2026-11-22T08:57:00.000000000001Z",
    "1000, 2026-11-22T08:57:00.000000001Z",
    "1000000, 2026-11-22T08:57:00.000001Z",
    "250000000000, 2026-11-22T08:57:00.250Z",
    "999999999999, 2026-11-22T08:57:00.999999999999Z",
  })
  void toStringUsesFewestDigits(long picos, String text) {
    assertEquals(text, PosixTime.of(20_779, 32_220_000_000_000_000L + picos).toString());
  }

  @Test
  void digitsAndOffsetsOutsideTheirRangeAreRefused() {
    for (int digits : new int[] {-1, 13, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      String message = "fractionDigits must be 0 to 12, got " + digits;
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> PosixTime.EPOCH.toString(digits))
              .getMessage());
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> PosixTime.EPOCH.toString(digits, 0))
              .getMessage());
    }
    for (int offset : new int[] {86_400, -86_400, 86_341, -86_341, Integer.MIN_VALUE}) {
      assertEquals(
          "utcOffsetSeconds must be -86340 to 86340 (23:59), got " + offset,
          assertThrows(IllegalArgumentException.class, () -> PosixTime.EPOCH.toString(0, offset))
              .getMessage());
    }
    assertEquals("1970-01-01T23:59:00+23:59", PosixTime.EPOCH.toString(0, 86_340));
    assertEquals("1969-12-31T00:01:00-23:59", PosixTime.EPOCH.toString(0, -86_340));
    assertEquals("1970-01-01T00:00:00+00:00", PosixTime.EPOCH.toString(0, 0));
  }

  /** Amsterdam in 1937, the example of RFC 3339, and Monrovia before 1972. */
  @Test
  void offsetWithSecondsIsRoundedToMinutes() {
    PosixTime noon = PosixTime.parse("1937-01-01T11:40:27.87Z");
    assertEquals("1937-01-01T12:00:27.87+00:20", noon.toString(2, 19 * 60 + 32));
    assertEquals("1969-12-31T23:15:00-00:45", PosixTime.EPOCH.toString(0, -(44 * 60 + 30)));
    assertEquals("1970-01-01T00:00:00+00:00", PosixTime.EPOCH.toString(0, -29));
    for (int offset = -64_800; offset <= 64_800; offset += 7) {
      assertEquals(
          noon, PosixTime.parse(noon.toString(2, offset)), "the same moment, whatever the offset");
    }
  }

  @Test
  void localTimeReachesTheEndsOfTime() {
    assertEquals("0000-01-01T00:01:00+00:01", PosixTime.MIN.toString(0, 60));
    assertEquals(
        "0000-01-01T00:00:00-00:01",
        PosixTime.of(PosixTimes.MIN_DAYS, 60_000_000_000_000L).toString(0, -60));
    assertEquals("9999-12-31T23:58:59-00:01", PosixTime.MAX.toString(0, -60));
    assertEquals(
        "9999-12-31T23:59:59+23:59",
        PosixTime.MAX.minus(Duration.ofMinutes(1_439)).toString(0, 86_340));
    assertEquals("1970-01-02T00:00:00+01:00", PosixTime.ofEpochSecond(82_800).toString(0, 3_600));
    assertEquals("1970-01-01T00:00:00-01:00", PosixTime.ofEpochSecond(3_600).toString(0, -3_600));
    assertThrows(ArithmeticException.class, () -> PosixTime.MIN.toString(0, -60));
    assertThrows(ArithmeticException.class, () -> PosixTime.MAX.toString(0, 60));
  }

  @Test
  void textOf64CharactersIsShownWhole() {
    String text = "2026-11-22T08:57:00Zxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    assertEquals(64, text.length());
    PosixTimeParseException refusal =
        assertThrows(PosixTimeParseException.class, () -> PosixTime.parse(text));
    assertTrue(refusal.getMessage().contains("\"" + text + "\" as a time"), refusal.getMessage());
    assertThrows(NullPointerException.class, () -> PosixTime.parse(null));
  }
}
