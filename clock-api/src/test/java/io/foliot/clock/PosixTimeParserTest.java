package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each option accepts what it should and changes nothing else. */
class PosixTimeParserTest {
  private static final PosixTimeParser STRICT = PosixTimeParser.STRICT;
  private static final PosixTimeParser EVERYTHING =
      STRICT
          .acceptSpaceSeparator()
          .acceptShortOffsets()
          .acceptMissingSeconds()
          .acceptSurroundingBlanks()
          .rounding(RoundingMode.HALF_UP);

  @ParameterizedTest
  @CsvSource({
    "2026-11-22 08:57:00Z, 2026-11-22T08:57:00Z",
    "2026-11-22 08:57:00.25-06:00, 2026-11-22T14:57:00.250Z",
    "2016-12-31 23:59:60Z, 2017-01-01T00:00:00Z",
  })
  void spaceSeparator(String text, String time) {
    onlyWith(STRICT.acceptSpaceSeparator(), text, time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T08:57:00+0130, 2026-11-22T07:27:00Z",
    "2026-11-22T08:57:00-0130, 2026-11-22T10:27:00Z",
    "2026-11-22T08:57:00.000+0000, 2026-11-22T08:57:00Z",
    "2026-11-22T08:57:00+01, 2026-11-22T07:57:00Z",
    "2026-11-22T08:57:00.5-23, 2026-11-23T07:57:00.500Z",
  })
  void shortOffsets(String text, String time) {
    onlyWith(STRICT.acceptShortOffsets(), text, time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T08:57Z, 2026-11-22T08:57:00Z",
    "2026-11-22t08:57z, 2026-11-22T08:57:00Z",
    "2026-11-22T08:57-01:00, 2026-11-22T09:57:00Z",
    "2026-11-22T08:57+01:00, 2026-11-22T07:57:00Z",
  })
  void missingSeconds(String text, String time) {
    onlyWith(STRICT.acceptMissingSeconds(), text, time);
  }

  @Test
  void blanks() {
    onlyWith(
        STRICT.acceptSurroundingBlanks(), " \t2026-11-22T08:57:00Z\r\n", "2026-11-22T08:57:00Z");
    PosixTimeParseException refusal =
        assertThrows(
            PosixTimeParseException.class,
            () -> STRICT.acceptSurroundingBlanks().parse(" 2026-11-22T08:57:00\n"));
    assertEquals(20, refusal.index());
    assertEquals(
        "cannot read \" 2026-11-22T08:57:00\\u000A\" as a time: at index 20, found '\\u000A',"
            + " expected an offset: Z, +hh:mm or -hh:mm",
        refusal.getMessage());
    assertEquals(
        1, assertThrows(PosixTimeParseException.class, () -> EVERYTHING.parse(" ")).index());
  }

  @Test
  void allOptions() {
    PosixTime expected = PosixTime.parse("2026-11-22T07:57:00Z");
    assertEquals(expected, EVERYTHING.parse(" 2026-11-22 08:57+01 "));
    assertEquals(expected, EVERYTHING.parse("2026-11-22T08:57+0100"));
    assertEquals(expected, EVERYTHING.parse("2026-11-22 08:56:59.9999999999995+01"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22_08:57:00Z, 10",
    "2026-11-22  08:57:00Z, 11",
    "2026-11-22T08:57:00+1, 21",
    "2026-11-22T08:57:00+013, 23",
    "2026-11-22T08:57:00+01:3, 24",
    "2026-11-22T08:57:00+01:, 23",
    "2026-11-22T08:57:00+2400, 20",
    "2026-11-22T08:57:00+0160, 22",
    "2026-11-22T08:57:00 +01, 19",
    "2026-11-22T08Z, 13",
    "2026-11-22T08:57, 16",
    "2026-11-22T08:57.5Z, 16",
    "2026-11-22T08:57:0Z, 18",
    "2026-11-22T08:57:00.Z, 20",
  })
  void refusedWithAllOptions(String text, int index) {
    for (PosixTimeParser parser : new PosixTimeParser[] {STRICT, EVERYTHING}) {
      PosixTimeParseException refusal =
          assertThrows(PosixTimeParseException.class, () -> parser.parse(text), text);
      if (parser == EVERYTHING) {
        assertEquals(index, refusal.index(), refusal.getMessage());
      }
    }
  }

  @Property
  void digitsBelowPicosecondRoundLikeBigDecimal(
      @ForAll("fractions") String fraction, @ForAll RoundingMode mode) {
    String text = "2026-11-22T08:57:59." + fraction + "Z";
    BigDecimal exact = new BigDecimal("0." + fraction).movePointRight(12);
    BigInteger minute = PosixTimes.picos(PosixTime.parse("2026-11-22T08:57:59Z"));
    BigInteger expected;
    try {
      expected = minute.add(exact.setScale(0, mode).toBigIntegerExact());
    } catch (ArithmeticException e) {
      PosixTimeParseException refusal =
          assertThrows(PosixTimeParseException.class, () -> STRICT.rounding(mode).parse(text));
      assertNotEquals('0', text.charAt(refusal.index()));
      return;
    }
    assertEquals(expected, PosixTimes.picos(STRICT.rounding(mode).parse(text)));
  }

  @Provide
  Arbitrary<String> fractions() {
    Arbitrary<String> ends =
        Arbitraries.of("", "5", "50", "500000001", "49999999", "4", "0001", "0000", "9");
    return Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('0', '9').ofLength(12),
            Arbitraries.of("999999999999", "000000000000", "000000000001"))
        .flatMap(digits -> ends.map(end -> digits + end));
  }

  @Test
  void roundingUpStopsAtEndOfRange() {
    String text = "9999-12-31T23:59:59.9999999999999Z";
    assertEquals(PosixTime.MAX, STRICT.rounding(RoundingMode.DOWN).parse(text));
    assertThrows(PosixTimeParseException.class, () -> STRICT.rounding(RoundingMode.UP).parse(text));
    assertEquals(
        PosixTime.parse("2026-11-23T00:00:00Z"),
        STRICT.rounding(RoundingMode.UP).parse("2026-11-22T23:59:59.9999999999991Z"));
    assertEquals(
        PosixTime.parse("2017-01-01T00:00:01Z"),
        STRICT.rounding(RoundingMode.UP).parse("2016-12-31T23:59:60.9999999999991Z"));
    assertThrows(NullPointerException.class, () -> STRICT.rounding(null));
  }

  @Property
  void optionsDoNotChangeStrictResults(@ForAll("times") PosixTime time) {
    assertEquals(time, STRICT.parse(time.toString()));
    assertEquals(time, EVERYTHING.parse(time.toString()));
  }

  @Provide
  Arbitrary<PosixTime> times() {
    return PosixTimes.any();
  }

  private static void onlyWith(PosixTimeParser parser, String text, String time) {
    assertEquals(PosixTime.parse(time), parser.parse(text));
    assertEquals(PosixTime.parse(time), EVERYTHING.parse(text));
    assertThrows(PosixTimeParseException.class, () -> PosixTime.parse(text));
    assertEquals(PosixTime.parse(time), parser.parse(time));
  }
}
