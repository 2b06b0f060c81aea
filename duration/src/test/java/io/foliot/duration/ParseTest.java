package io.foliot.duration;

import static io.foliot.duration.ParseErrorTest.TOO_LONG;
import static io.foliot.duration.ParseErrorTest.UNITS;
import static io.foliot.duration.ParseErrorTest.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.CharBuffer;
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

/** Texts by table, by law, and valid texts with random changes. */
class ParseTest {
  private static final String LONGEST = "18446744073709551615";

  private static long parse(CharSequence text) {
    return DurationParser.STRICT.parseNanos(text);
  }

  static long parse(CharSequence text, RoundingMode mode) {
    return DurationParser.STRICT.rounding(mode).parseNanos(text);
  }

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
    "P0Y0M0DT0H3M30.000S, 210000000000",
    "P0Y0M1D, 86400000000000",
    "P000M, 0",
    "p0yt1m, 60000000000",
    "584a197d, 18446659200000000000",
    "1.500ms, 1500000",
    "5m07s, 307000000000",
    "18446744073709551600ns, 18446744073709551600",
    "18446744073709551609ns, 18446744073709551609",
    "18446744073709551610ns, 18446744073709551610",
  })
  void parses(String text, String nanos) {
    assertEquals(new BigInteger(nanos), Exact.of(parse(text)));
    assertEquals(new BigInteger(nanos), Exact.of(parse(text, RoundingMode.HALF_EVEN)));
    assertEquals(new BigInteger(nanos), Exact.of(Duration.parse(text).toUnsignedNanos()));
    assertEquals(new BigInteger(nanos), ReferenceParser.parse(text, RoundingMode.UNNECESSARY));
  }

  @Test
  void charactersBesideTheLettersAreNotLetters() {
    for (char c : new char[] {'@', '[', '`', '{', '\u00B4', '\u00B6', '\u03BB', '\u03BD'}) {
      DurationParseException e = assertThrows(DurationParseException.class, () -> parse("1h" + c));
      assertEquals(2, e.index());
    }
  }

  @Test
  void finerThanANanosecond() {
    String text = "0.00000000000001y";
    assertEquals(315, parse(text, RoundingMode.DOWN));
    assertEquals(316, parse(text, RoundingMode.HALF_UP));
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
        assertEquals(size, Exact.of(parse("1" + name)));
        assertEquals(size, Exact.of(parse("1 " + name + "s")));
        assertRejected("1" + name + "x", 1, "found '" + name + "x', expected a unit: " + UNITS);
      }
    }
  }

  @Test
  void theLongestOfEveryUnitAndOneMore() {
    assertEquals(Nanos.MAX, parse(LONGEST + "ns"));
    assertRejected("18446744073709551616ns", 0, TOO_LONG);
    assertRejected("18446744073709551620ns", 0, TOO_LONG);
    assertRejected("28446744073709551615ns", 0, TOO_LONG);
    assertRejected("184467440737095516150ns", 0, TOO_LONG);
    assertRejected("99999999999999999999999999ns", 0, TOO_LONG);
    assertRejected("18446744073709551616s", 0, TOO_LONG);
    String[] units = {"us", "ms", "s", "m", "h", "d", "w", "y"};
    for (int i = 0; i < units.length; i++) {
      BigInteger size = new BigInteger(Exact.UNITS[i]);
      BigInteger most = Exact.MAX.divide(size);
      assertEquals(most.multiply(size), Exact.of(parse(most + units[i])));
      assertRejected(most.add(BigInteger.ONE) + units[i], 0, TOO_LONG);
      BigInteger rest = Exact.MAX.mod(size);
      assertEquals(Nanos.MAX, parse(most + units[i] + rest + "ns"));
      assertEquals(Nanos.MAX, parse(rest + "ns" + most + units[i]));
      int second = (most + units[i]).length();
      assertRejected(most + units[i] + rest.add(BigInteger.ONE) + "ns", second, TOO_LONG);
    }
    assertEquals(Nanos.MAX, parse("18446744073.709551615s"));
    assertRejected("18446744073.709551616s", 0, TOO_LONG);
    assertEquals(Nanos.MAX, parse("18446744073.7095516159s", RoundingMode.DOWN));
    assertRejected("18446744073.7095516159s", 0, TOO_LONG, RoundingMode.UP);
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
        ".4999999999999999999999",
        "0.05",
        "0.95",
        "1.45",
        "1.55",
        "3.000000000000000000001",
        "2.999999999999999999999"
      })
  void roundsAsBigDecimal(String nanos) {
    for (RoundingMode mode : RoundingMode.values()) {
      if (mode != RoundingMode.UNNECESSARY) {
        BigDecimal exact = new BigDecimal(nanos);
        long expected = exact.setScale(0, mode).longValueExact();
        assertEquals(expected, parse(nanos + "ns", mode), mode.name());
        assertEquals(expected, parse(exact.movePointLeft(3).toPlainString() + "us", mode));
        String seconds = exact.movePointLeft(9).toPlainString();
        assertEquals(expected, parse("PT" + seconds + "S", mode), mode.name());
      }
    }
  }

  @Test
  void onlyOneNumberCanBeFinerThanANanosecond() {
    assertEquals(2, parse("1.5ns0us", RoundingMode.UP));
    assertRejected(
        "1.5ns 0.0005us", 7, "only one fraction can be finer than a nanosecond", RoundingMode.UP);
  }

  @Property
  void roundsRandomFractionsAsBigDecimal(
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
  void printedTextParses(@ForAll("nanos") long nanos) {
    assertEquals(nanos, parse(DurationFormat.COMPACT.format(nanos)));
    assertEquals(nanos, parse(DurationFormat.ISO.format(nanos)));
    assertEquals(nanos, parse(CharBuffer.wrap(DurationFormat.COMPACT.format(nanos))));
  }

  @Property
  void itemsInAnyOrderAndWithSpaces(
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
    assertEquals(nanos, parse(text, mode));
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }

  /** A valid text with one to three characters deleted, inserted or replaced. */
  @Property
  void mutatedTextsAgreeWithTheReference(
      @ForAll("nanos") long nanos, @ForAll long seed, @ForAll RoundingMode mode) {
    SplittableRandom random = new SplittableRandom(seed);
    DurationFormat[] formats = {DurationFormat.COMPACT, DurationFormat.ISO, DurationFormat.CONCISE};
    String[] texts = {
      "1y2w3d", "1 hour 2.5 min", "P1W2DT3H", "P0Y0M1DT1H", ".5s", "1.00000000000005y"
    };
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
      actual = Exact.of(parse(text, mode));
    } catch (DurationParseException e) {
      assertNull(expected, e.getMessage());
      assertTrue(e.index() >= 0 && e.index() <= text.length(), e.getMessage());
      return;
    }
    assertEquals(expected, actual, text);
  }
}
