package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.CharBuffer;
import java.util.Collections;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts by table, by law, and valid texts with one character changed. */
class ParseTest {
  private static final String LONGEST = "18446744073709551615";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "+0, 0",
    "0s, 0",
    "0ns, 0",
    "00h, 0",
    "1ns, 1",
    "1us, 1000",
    "1µs, 1000",
    "1μs, 1000",
    "1ms, 1000000",
    "1s, 1000000000",
    "1m, 60000000000",
    "1h, 3600000000000",
    "1d, 86400000000000",
    "1w, 604800000000000",
    "1y, 31557600000000000",
    "1a, 31557600000000000",
    "1d2h3m4s5ms6us7ns, 93784005006007",
    "1y1w1d1h1m1s1ms1us1ns, 32252461001001001",
    "7ns6us5ms4s3m2h1d, 93784005006007",
    "1d1y, 31644000000000000",
    "+1h, 3600000000000",
    "1h 30m, 5400000000000",
    "1  h   30  m, 5400000000000",
    "1 hour 30 minutes, 5400000000000",
    "2 days 1 hr, 176400000000000",
    "90m, 5400000000000",
    "1.5h, 5400000000000",
    "1.5h1.5m, 5490000000000",
    ".5s, 500000000",
    "5.s, 5000000000",
    "1.000000000s, 1000000000",
    "0.000000001s, 1",
    "1.0000000000000000000000s, 1000000000",
    "0.000000000000000000000y, 0",
    "0.00000000003125y, 986175",
    "1m0.000000001s, 60000000001",
    "00000000000000000000000000000001s, 1000000000",
    "PT0S, 0",
    "pt1h2.5s, 3602500000000",
    "PT1H2.5S, 3602500000000",
    "'PT1H2,5S', 3602500000000",
    "P1DT2H, 93600000000000",
    "P2W, 1209600000000000",
    "P1W2DT3H4M5.000000006S, 788645000000006",
    "PT0.5H, 1800000000000",
    "P0.5D, 43200000000000",
    "P1.5W, 907200000000000",
    "PT36H, 129600000000000",
    "+PT1S, 1000000000",
    "584a197d, 18446659200000000000",
    "1.500ms, 1500000",
    "5m07s, 307000000000",
    "18446744073709551600ns, 18446744073709551600",
    "18446744073709551609ns, 18446744073709551609",
    "18446744073709551610ns, 18446744073709551610",
  })
  void understood(String text, String nanos) {
    assertEquals(new BigInteger(nanos), Exact.of(Nanos.parse(text)));
    assertEquals(new BigInteger(nanos), Exact.of(Nanos.parse(text, RoundingMode.HALF_EVEN)));
    assertEquals(new BigInteger(nanos), Exact.of(Duration.parse(text).toUnsignedNanos()));
    assertEquals(new BigInteger(nanos), ReferenceParser.parse(text, RoundingMode.UNNECESSARY));
  }

  @Test
  void charactersBesideTheLettersAreNotLetters() {
    for (char c : new char[] {'@', '[', '`', '{', '\u00B4', '\u00B6', '\u03BB', '\u03BD'}) {
      DurationParseException e =
          assertThrows(DurationParseException.class, () -> Nanos.parse("1h" + c));
      assertEquals(2, e.index());
    }
  }

  @Test
  void finerThanANanosecond() {
    String text = "0.00000000000001y";
    assertEquals(315, Nanos.parse(text, RoundingMode.DOWN));
    assertEquals(316, Nanos.parse(text, RoundingMode.HALF_UP));
    assertEquals(Duration.ofNanos(316), Duration.parse(text, RoundingMode.HALF_EVEN));
    assertThrows(DurationParseException.class, () -> Duration.parse(text));
  }

  @Test
  void everyNameOfEveryUnit() {
    String[][] names = {
      {"nsec", "nano", "nanosecond"},
      {"usec", "micro", "microsecond"},
      {"msec", "milli", "millisecond"},
      {"sec", "second"},
      {"min", "minute"},
      {"hr", "hour"},
      {"day"},
      {"wk", "week"},
      {"yr", "year"}
    };
    for (int i = 0; i < names.length; i++) {
      BigInteger size = i == 0 ? BigInteger.ONE : new BigInteger(Exact.UNITS[i - 1]);
      for (String name : names[i]) {
        assertEquals(size, Exact.of(Nanos.parse("1" + name)));
        assertEquals(size, Exact.of(Nanos.parse("1 " + name + "s")));
        refused("1" + name + "x", 1, "found '" + name + "x', expected a unit: " + UNITS);
      }
    }
  }

  @Test
  void theLongestOfEveryUnitAndOneMore() {
    assertEquals(Nanos.MAX, Nanos.parse(LONGEST + "ns"));
    refused("18446744073709551616ns", 0, TOO_LONG);
    refused("18446744073709551620ns", 0, TOO_LONG);
    refused("28446744073709551615ns", 0, TOO_LONG);
    refused("184467440737095516150ns", 0, TOO_LONG);
    refused("99999999999999999999999999ns", 0, TOO_LONG);
    refused("18446744073709551616s", 0, TOO_LONG);
    String[] units = {"us", "ms", "s", "m", "h", "d", "w", "y"};
    for (int i = 0; i < units.length; i++) {
      BigInteger size = new BigInteger(Exact.UNITS[i]);
      BigInteger most = Exact.MAX.divide(size);
      assertEquals(most.multiply(size), Exact.of(Nanos.parse(most + units[i])));
      refused(most.add(BigInteger.ONE) + units[i], 0, TOO_LONG);
      BigInteger rest = Exact.MAX.mod(size);
      assertEquals(Nanos.MAX, Nanos.parse(most + units[i] + rest + "ns"));
      assertEquals(Nanos.MAX, Nanos.parse(rest + "ns" + most + units[i]));
      int second = (most + units[i]).length();
      refused(most + units[i] + rest.add(BigInteger.ONE) + "ns", second, TOO_LONG);
    }
    assertEquals(Nanos.MAX, Nanos.parse("18446744073.709551615s"));
    refused("18446744073.709551616s", 0, TOO_LONG);
    assertEquals(Nanos.MAX, Nanos.parse("18446744073.7095516159s", RoundingMode.DOWN));
    refused("18446744073.7095516159s", 0, TOO_LONG, RoundingMode.UP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "+|1|found the end, expected a duration such as 1h30m or PT1H30M",
        "1|1|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "00|2|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1h30|4|found the end, expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1M|1|found 'M', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1H|1|found 'H', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1Ms|1|found 'Ms', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1xs|1|found 'xs', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hm|1|found 'hm', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1 month|2|found 'month', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1fortnightsandsomemoreletters|1|found 'fortnightsandsomemor', expected a unit: y, w, d, h,"
            + " m, s, ms, us or ns",
        "1h,30m|2|found ',', expected a number",
        "h|0|found 'h', expected a number",
        "1hA|1|found 'hA', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hZ|1|found 'hZ', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1ha|1|found 'ha', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hz|1|found 'hz', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1hh|1|found 'hh', expected a unit: y, w, d, h, m, s, ms, us or ns",
        " 1h|0|found ' ', expected a number",
        "1h |3|found the end, expected a number after the space",
        "1\t h|1|found '\\u0009', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "-1h|0|a duration is never negative",
        "+-1h|1|a duration is never negative",
        "-0|0|a duration is never negative",
        "1h-30m|2|a duration is never negative",
        "1h+30m|2|found '+', expected a number",
        "++1h|1|found '+', expected a number",
        ".h|1|found 'h', expected a digit",
        ".|1|found the end, expected a digit",
        "1.5.5h|3|found '.', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1,5h|1|found ',', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1h1h|3|the same unit comes a second time",
        "1s2m3s|5|the same unit comes a second time",
        "1ms 5 millis|6|the same unit comes a second time",
        "0.5ns|1|the fraction is finer than a nanosecond; pass a rounding mode to allow it",
        "1.0005us|1|the fraction is finer than a nanosecond; pass a rounding mode to allow it",
        "1h0.0001us|3|the fraction is finer than a nanosecond; pass a rounding mode to allow it",
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
        "PT1Y|3|years stand before T, and have no fixed length; write days",
        "P1Y|2|years and months have no fixed length here; write days, or 1y for 365.25 days",
        "P1M|2|years and months have no fixed length here; write days, or 1y for 365.25 days",
        "P1m|2|years and months have no fixed length here; write days, or 1y for 365.25 days",
        "P1D2W|4|the units of ISO 8601 go from large to small, each once",
        "PT1S2S|5|the units of ISO 8601 go from large to small, each once",
        "PT1S2M|5|the units of ISO 8601 go from large to small, each once",
        "PT1.5H2M|6|in ISO 8601 only the last number can have a fraction",
        "P1.DT2M|4|in ISO 8601 only the last number can have a fraction",
        "P-1D|1|a duration is never negative",
        "-PT1S|0|a duration is never negative",
        "-PT0.5S|0|a duration is never negative",
        "PT-0.5S|2|a duration is never negative",
        "PT+1S|2|found '+', expected a number",
        "PT+-2H|2|found '+', expected a number",
        "PT 1S|2|found ' ', expected a number",
        "PT1 S|3|found ' ', expected H, M or S",
        "PT1S |4|found ' ', expected a number",
        ".5.5s|2|found '.', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "PT.S|3|found 'S', expected a digit",
        "PT1ms|4|found 's', expected a number",
        "PT0.0000000001S|3|the fraction is finer than a nanosecond; pass a rounding mode to allow it",
      })
  void refused(String text, int index, String problem) {
    refused(text, index, problem, RoundingMode.UNNECESSARY);
  }

  @Test
  void refusedAsEmpty() {
    refused("", 0, "found the end, expected a duration such as 1h30m or PT1H30M");
  }

  @Test
  void aNumberThenSpaces() {
    refused("1 ", 2, "found the end, expected a unit: " + UNITS, RoundingMode.UNNECESSARY);
    refused("1h 1  ", 6, "found the end, expected a unit: " + UNITS, RoundingMode.UNNECESSARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.5",
        "1.5",
        "2.5",
        "0.50",
        "0.5000000000000000000001",
        "0.4999999999999999999999",
        "0.05",
        "0.95",
        "1.45",
        "1.55",
        "3.000000000000000000001",
        "2.999999999999999999999"
      })
  void roundedAsBigDecimalDoes(String nanos) {
    for (RoundingMode mode : RoundingMode.values()) {
      if (mode != RoundingMode.UNNECESSARY) {
        BigDecimal exact = new BigDecimal(nanos);
        long expected = exact.setScale(0, mode).longValueExact();
        assertEquals(expected, Nanos.parse(nanos + "ns", mode), mode.name());
        assertEquals(expected, Nanos.parse(exact.movePointLeft(3).toPlainString() + "us", mode));
        String seconds = exact.movePointLeft(9).toPlainString();
        assertEquals(expected, Nanos.parse("PT" + seconds + "S", mode), mode.name());
      }
    }
  }

  @Test
  void onlyWhatCanBeSeenIsShownAsItIs() {
    refused("1~", 1, "found '~', expected a unit: " + UNITS, RoundingMode.UNNECESSARY);
    refused("1\u007F", 1, "found '\\u007F', expected a unit: " + UNITS, RoundingMode.UNNECESSARY);
    refused("1 \u001F", 2, "found '\\u001F', expected a unit: " + UNITS, RoundingMode.UNNECESSARY);
  }

  @Test
  void sixtyFourCharactersAreShown() {
    String text = "1" + String.join("", Collections.nCopies(63, "~"));
    assertTrue(refusal(text).startsWith("cannot read \"" + text + "\" as a duration"));
    assertTrue(refusal(text + "~").startsWith("cannot read \"" + text + "...\" as a duration"));
  }

  @Test
  void longTextsAreShownInPart() {
    StringBuilder text = new StringBuilder("1h");
    while (text.length() < 100) {
      text.append('\u0001');
    }
    String message = refusal(text);
    assertTrue(
        message.contains("\\u0001...\" as a duration: at index 2, found '\\u0001'"), message);
    assertTrue(message.length() < 600, message);
    text.setLength(65);
    assertTrue(refusal(text).contains("\\u0001...\" as"));
    text.setLength(64);
    assertTrue(refusal(text).contains("\\u0001\" as"));
  }

  @Test
  void onlyOneNumberCanBeFinerThanANanosecond() {
    assertEquals(2, Nanos.parse("1.5ns0us", RoundingMode.UP));
    refused(
        "1.5ns 0.0005us",
        7,
        "a second fraction is finer than a nanosecond; only one can be rounded",
        RoundingMode.UP);
  }

  @Property
  void roundingIsThatOfBigDecimal(
      @ForAll("fractions") String fraction,
      @ForAll("units") String unit,
      @ForAll RoundingMode mode) {
    agreesWithReference("3" + fraction + unit + (unit.equals("us") ? "7ns" : "5us"), mode);
    agreesWithReference("PT" + fraction + "M", mode);
  }

  @Provide
  Arbitrary<String> fractions() {
    Arbitrary<String> ends = Arbitraries.of("", "5", "50", "500000000000", "49999999", "4", "0001");
    return Arbitraries.strings()
        .withCharRange('0', '9')
        .ofMaxLength(30)
        .flatMap(digits -> ends.map(end -> "." + digits + end + "0"));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("y", "w", "d", "h", "m", "s", "ms", "us");
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("nanos") long nanos) {
    assertEquals(nanos, Nanos.parse(DurationFormat.COMPACT.format(nanos)));
    assertEquals(nanos, Nanos.parse(DurationFormat.ISO.format(nanos)));
    assertEquals(nanos, Nanos.parse(CharBuffer.wrap(Nanos.toString(nanos))));
  }

  @Property
  void itemsMayStandInAnyOrderAndApart(
      @ForAll("nanos") long nanos, @ForAll long seed, @ForAll RoundingMode mode) {
    Duration duration = Duration.ofUnsignedNanos(nanos);
    String[] items = {
      duration.toDays() + "d",
      duration.hoursPart() + " h",
      duration.minutesPart() + "min",
      duration.secondsPart() + " s",
      duration.millisPart() + " millis",
      duration.microsPart() + "us",
      duration.nanosPart() + "nanoseconds"
    };
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = items.length; i > 0; i--) {
      int pick = random.nextInt(i);
      text.append(items[pick]).append(i == 1 || random.nextBoolean() ? "" : " ");
      items[pick] = items[i - 1];
    }
    assertEquals(nanos, Nanos.parse(text, mode));
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }

  /** A valid text with one to three characters taken out, put in or replaced. */
  @Property
  void mutatedTextsAreReadAsTheReferenceReadsThem(
      @ForAll("nanos") long nanos, @ForAll long seed, @ForAll RoundingMode mode) {
    SplittableRandom random = new SplittableRandom(seed);
    DurationFormat[] formats = {DurationFormat.COMPACT, DurationFormat.ISO, DurationFormat.CONCISE};
    String[] texts = {"1y2w3d", "1 hour 2.5 min", "P1W2DT3H", ".5s", "1.00000000000005y"};
    int choice = random.nextInt(formats.length + texts.length);
    StringBuilder text =
        new StringBuilder(
            choice < formats.length
                ? formats[choice].format(nanos)
                : texts[choice - formats.length]);
    String alphabet = "0123456789.,+- yawdhmsunPTHMSWDYpt\u00B5\u03BC\u0661\u0000";
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      int at = random.nextInt(text.length() + 1);
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      int kind = at == text.length() ? 0 : random.nextInt(3);
      if (kind == 0) {
        text.insert(at, c);
      } else if (kind == 1) {
        text.setCharAt(at, c);
      } else {
        text.deleteCharAt(at);
      }
    }
    agreesWithReference(text.toString(), mode);
  }

  private static void agreesWithReference(String text, RoundingMode mode) {
    BigInteger expected = ReferenceParser.parse(text, mode);
    BigInteger actual;
    try {
      actual = Exact.of(Nanos.parse(text, mode));
    } catch (DurationParseException e) {
      assertNull(expected, e.getMessage());
      assertTrue(e.index() >= 0 && e.index() <= text.length(), e.getMessage());
      return;
    }
    assertEquals(expected, actual, text);
  }

  private static final String UNITS = "y, w, d, h, m, s, ms, us or ns";
  private static final String TOO_LONG =
      "the value is over 18446744073709551615 ns, the longest duration";

  private static String refusal(CharSequence text) {
    return assertThrows(DurationParseException.class, () -> Nanos.parse(text)).getMessage();
  }

  private static void refused(String text, int index, String problem, RoundingMode mode) {
    DurationParseException e =
        assertThrows(DurationParseException.class, () -> Nanos.parse(text, mode));
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
