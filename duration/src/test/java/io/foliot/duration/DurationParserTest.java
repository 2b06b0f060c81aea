package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What each option accepts, what stays rejected, and that nothing else changes. */
class DurationParserTest {
  private static final DurationParser STRICT = DurationParser.STRICT;

  private static final DurationParser EVERYTHING =
      STRICT
          .acceptBareNumbers(TimeUnit.MILLISECONDS)
          .acceptUpperCase()
          .acceptSurroundingBlanks()
          .acceptForever("infinity", "-1")
          .rounding(RoundingMode.UP);

  @Test
  void bareNumbers() {
    BigInteger size = BigInteger.ONE;
    for (TimeUnit unit : TimeUnit.values()) {
      size = BigInteger.valueOf(unit.toNanos(1));
      DurationParser parser = STRICT.acceptBareNumbers(unit);
      assertEquals(size.multiply(BigInteger.valueOf(90)), nanos(parser, "90"));
      assertEquals(size.multiply(BigInteger.valueOf(3)), nanos(parser, "+3."));
      assertEquals(BigInteger.ZERO, nanos(parser, "0"));
      assertEquals(BigInteger.ZERO, nanos(parser, "000"));
      assertEquals(BigInteger.valueOf(1_000), nanos(parser, "1us"));
      assertEquals(BigInteger.valueOf(1_000_000_000), nanos(parser, "PT1S"));
    }
    assertEquals(
        BigInteger.valueOf(700), nanos(STRICT.acceptBareNumbers(TimeUnit.MICROSECONDS), ".7"));
  }

  @Test
  void aBareNumberMustBeTheWholeText() {
    DurationParser parser = STRICT.acceptBareNumbers(TimeUnit.SECONDS);
    assertRejected(parser, "1h30", 4, "found the end, expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(parser, "1 30", 2, "found '3', expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(parser, "-1", 0, "a duration must not be negative");
    assertRejected(parser, " 1", 0, "found ' ', remove the leading blank");
    assertRejected(parser, "1.2.3", 3, "found '.', expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(parser, "+", 1, "found the end, expected a duration such as 1h30m or PT1H30M");
    assertRejected(parser, ".", 1, "found the end, expected a digit");
    assertRejected(parser, "1+1", 1, "found '+', expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(parser, "18446744074", 0, ParseErrorTest.TOO_LONG);
  }

  @Test
  void upperCase() {
    DurationParser parser = STRICT.acceptUpperCase();
    assertEquals(Duration.ofSeconds(10), parser.parse("10S"));
    assertEquals(Duration.ofMillis(10), parser.parse("10Ms"));
    assertEquals(Duration.ofMinutes(10), parser.parse("10M"));
    assertEquals(Duration.ofMinutes(90), parser.parse("1H30M"));
    assertEquals(Duration.ofDays(1), parser.parse("1 Day"));
    assertEquals(Duration.ofMinutes(1), parser.parse("PT1M"));
    assertRejected(parser, "1 FOO", 2, "found 'FOO', expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(
        parser,
        "P1M",
        2,
        "found 'M', years and months have no fixed length in ISO 8601; use days, or 1y for 365.25 days");
    assertRejected(parser, "6 MONTHS", 2, "found 'MONTHS', months have no fixed length; use days");
  }

  @Test
  void surroundingBlanks() {
    DurationParser parser = STRICT.acceptSurroundingBlanks();
    assertEquals(Duration.ofMinutes(90), parser.parse(" \t1h 30m\r\n"));
    assertEquals(Duration.ofMinutes(90), parser.parse("\u000B\fPT1H30M"));
    assertRejected(parser, "  ", 2, "found the end, expected a duration such as 1h30m or PT1H30M");
    assertRejected(parser, "\t1x ", 2, "found 'x', expected a unit: " + ParseErrorTest.UNITS);
    assertRejected(
        parser,
        " 1h\t30m",
        3,
        "found '\\u0009', expected a number; separate parts with spaces only");
    assertRejected(parser, "\u00A01h", 0, "found '\\u00A0', expected a number");
  }

  @Test
  void forever() {
    DurationParser parser = STRICT.acceptForever("infinity", "-1", "off");
    assertEquals(Duration.MAX, parser.parse("infinity"));
    assertEquals(Duration.MAX, parser.parse("-1"));
    assertEquals(Duration.MAX, parser.parse("off"));
    assertRejected(parser, "-1s", 0, "a duration must not be negative");
    assertRejected(parser, " off", 0, "found ' ', remove the leading blank");
    assertRejected(
        parser,
        "Infinity",
        0,
        "found 'Infinity', allow a word for an unlimited duration with DurationParser.acceptForever");
    assertEquals(Duration.MAX, parser.acceptUpperCase().parse("Infinity"));
    assertEquals(
        Duration.MAX, STRICT.acceptForever("Infinity").acceptUpperCase().parse("INFINITY"));
    assertEquals(Duration.MAX, parser.acceptSurroundingBlanks().parse(" off "));
    assertThrows(NullPointerException.class, () -> STRICT.acceptForever("off", null));
  }

  @Test
  void wordsAreCopied() {
    String[] words = {"off"};
    DurationParser parser = STRICT.acceptForever(words);
    words[0] = "on";
    assertEquals(Duration.MAX, parser.parse("off"));
    assertThrows(DurationParseException.class, () -> parser.parse("on"));
    assertThrows(DurationParseException.class, () -> parser.acceptForever().parse("off"));
  }

  @Test
  void optionsAreCumulative() {
    assertEquals(Duration.MAX, EVERYTHING.parse(" INFINITY "));
    assertEquals(Duration.ofMillis(5), EVERYTHING.parse("\t5 "));
    assertEquals(Duration.ofNanos(2), EVERYTHING.parse("1.5NS"));
    assertEquals(Duration.ofNanos(1), EVERYTHING.parse(" 0.0000001 "));
    assertThrows(DurationParseException.class, () -> STRICT.parse("5"));
  }

  @Property
  void aBareNumberIsTheNumberWithItsUnit(
      @ForAll("decimals") String number, @ForAll TimeUnit unit, @ForAll RoundingMode mode) {
    DurationParser parser = STRICT.acceptBareNumbers(unit).rounding(mode);
    BigDecimal exact = new BigDecimal(number).multiply(BigDecimal.valueOf(unit.toNanos(1)));
    BigInteger expected;
    try {
      expected = exact.setScale(0, mode).toBigIntegerExact();
    } catch (ArithmeticException e) {
      assertThrows(DurationParseException.class, () -> parser.parse(number));
      return;
    }
    assertEquals(expected, nanos(parser, number));
  }

  @Provide
  Arbitrary<String> decimals() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("213000"))
        .ofScale(12)
        .map(number -> number.stripTrailingZeros().toPlainString());
  }

  @Property
  void optionsDoNotChangeValidTexts(@ForAll("nanos") long nanos) {
    for (DurationFormat format :
        new DurationFormat[] {DurationFormat.COMPACT, DurationFormat.ISO, DurationFormat.GO}) {
      String text = format.format(nanos);
      assertEquals(nanos, STRICT.parseNanos(text));
      assertEquals(nanos, EVERYTHING.parseNanos(text));
      assertEquals(nanos, EVERYTHING.parseNanos(text.toUpperCase(Locale.ROOT)));
    }
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }

  private static BigInteger nanos(DurationParser parser, String text) {
    return Exact.of(parser.parse(text).toUnsignedNanos());
  }

  private static void assertRejected(
      DurationParser parser, String text, int index, String problem) {
    DurationParseException e = assertThrows(DurationParseException.class, () -> parser.parse(text));
    assertEquals(
        "cannot read \""
            + text.replace("\t", "\\u0009").replace("\u00A0", "\\u00A0")
            + "\" as a duration: at index "
            + index
            + ", "
            + problem,
        e.getMessage());
    assertEquals(index, e.index());
  }
}
