package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format by table, at every edge value and by law, to every kind of target. */
class PrintTest {
  private static final DurationFormat[] FORMATS = {
    DurationFormat.COMPACT,
    DurationFormat.ISO,
    DurationFormat.CONCISE,
    DurationFormat.CONCISE_CEILING,
    DurationFormat.GO,
    DurationFormat.SQL,
    DurationFormat.humanReadable(1, RoundingMode.HALF_EVEN),
    DurationFormat.humanReadable(4, RoundingMode.UP)
  };

  @ParameterizedTest
  @CsvSource({
    "0, 0s, PT0S, 0.000us, 0.000us",
    "1, 1ns, PT0.000000001S, 0.001us, 0.001us",
    "999, 999ns, PT0.000000999S, 0.999us, 0.999us",
    "1000, 1us, PT0.000001S, 1.000us, 1.000us",
    "1001, 1us1ns, PT0.000001001S, 1.001us, 1.001us",
    "1010, 1.01us, PT0.00000101S, 1.010us, 1.010us",
    "999999, 999.999us, PT0.000999999S, 999.999us, 999.999us",
    "1000000, 1ms, PT0.001S, 1.000ms, 1.000ms",
    "1000001, 1ms1ns, PT0.001000001S, 1.000ms, 1.001ms",
    "1500000, 1.5ms, PT0.0015S, 1.500ms, 1.500ms",
    "1500007, 1.500007ms, PT0.001500007S, 1.500ms, 1.501ms",
    "999999001, 999.999001ms, PT0.999999001S, 999.999ms, 1.000s",
    "1000000000, 1s, PT1S, 1.000s, 1.000s",
    "1000000007, 1s7ns, PT1.000000007S, 1.000s, 1.001s",
    "4005006007, 4s5ms6us7ns, PT4.005006007S, 4.005s, 4.006s",
    "4000005500, 4s5.5us, PT4.0000055S, 4.000s, 4.001s",
    "4001500000, 4.0015s, PT4.0015S, 4.001s, 4.002s",
    "4005000000, 4s5ms, PT4.005S, 4.005s, 4.005s",
    "4050000000, 4.05s, PT4.05S, 4.050s, 4.050s",
    "31644000000000000, 366d6h, PT8790H, 1a1d, 1a1d",
    "1005000010, 1s5ms10ns, PT1.00500001S, 1.005s, 1.006s",
    "1005000100, 1.0050001s, PT1.0050001S, 1.005s, 1.006s",
    "1010000120, 1.01000012s, PT1.01000012S, 1.010s, 1.011s",
    "1100000123, 1.100000123s, PT1.100000123S, 1.100s, 1.101s",
    "4000999999, 4s999.999us, PT4.000999999S, 4.000s, 4.001s",
    "59999000001, 59s999ms1ns, PT59.999000001S, 59.999s, 1m00s",
    "60000000000, 1m, PT1M, 1m00s, 1m00s",
    "90000000000, 1m30s, PT1M30S, 1m30s, 1m30s",
    "307000000001, 5m7s1ns, PT5M7.000000001S, 5m07s, 5m08s",
    "3599000000001, 59m59s1ns, PT59M59.000000001S, 59m59s, 1h00m",
    "3600000000000, 1h, PT1H, 1h00m, 1h00m",
    "5400000000000, 1h30m, PT1H30M, 1h30m, 1h30m",
    "86340000000001, 23h59m1ns, PT23H59M0.000000001S, 23h59m, 1d00h",
    "86400000000000, 1d, PT24H, 1d00h, 1d00h",
    "93784500000000, 1d2h3m4.5s, PT26H3M4.5S, 1d02h, 1d03h",
    "31553999999999999, 365d4h59m59.999999999s, PT8764H59M59.999999999S, 365d04h, 365d05h",
    "31554000000000001, 365d5h1ns, PT8765H0.000000001S, 365d05h, 1a0d",
    "31557600000000000, 365d6h, PT8766H, 1a0d, 1a0d",
    "31557600000000001, 365d6h1ns, PT8766H0.000000001S, 1a0d, 1a1d",
    "63093600000000001, 730d6h1ns, PT17526H0.000000001S, 1a365d, 2a0d",
    "9223372036854775807, 106751d23h47m16.854775807s, PT2562047H47M16.854775807S, 292a98d, 292a99d",
  })
  void table(String nanos, String compact, String iso, String concise, String ceiling) {
    Duration duration = Duration.ofNanos(Long.parseLong(nanos));
    assertEquals(compact, duration.toString());
    assertEquals(iso, duration.toIsoString());
    assertEquals(concise, duration.toConciseString());
    assertEquals(ceiling, duration.toConciseCeilingString());
  }

  @Test
  void theLongestDuration() {
    assertEquals("213503d23h34m33.709551615s", DurationFormat.COMPACT.format(Nanos.MAX));
    assertEquals("PT5124095H34M33.709551615S", Duration.MAX.toIsoString());
    assertEquals("584a197d", Duration.MAX.toConciseString());
    assertEquals("584a198d", Duration.MAX.toConciseCeilingString());
  }

  @Test
  void namesOfFormats() {
    assertEquals(
        "[COMPACT, ISO, CONCISE, CONCISE_CEILING, GO, SQL, humanReadable(1, HALF_EVEN), humanReadable(4, UP)]",
        Arrays.toString(FORMATS));
  }

  @Property
  void isoAgreesWithTheJdk(@ForAll("nanos") long nanos) {
    BigInteger[] parts = Exact.of(nanos).divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    String expected =
        java.time.Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()).toString();
    assertEquals(expected, DurationFormat.ISO.format(nanos));
  }

  @Property
  void compactIsTheShortest(@ForAll("shapes") long nanos) {
    String days = part(nanos / 86_400_000_000_000L, "d");
    String hours = part(nanos / 3_600_000_000_000L % 24, "h");
    String minutes = part(nanos / 60_000_000_000L % 60, "m");
    String seconds = shortest(nanos % 60_000_000_000L);
    String expected = days + hours + minutes + seconds;
    assertEquals(expected.isEmpty() ? "0s" : expected, DurationFormat.COMPACT.format(nanos));
  }

  /** Tries every unit as the last, with the rest as its fraction. */
  private static String shortest(long nanos) {
    String[] names = {"s", "ms", "us", "ns"};
    long[] sizes = {1_000_000_000, 1_000_000, 1_000, 1};
    String best = null;
    for (int last = 0; last < names.length; last++) {
      StringBuilder text = new StringBuilder();
      long rest = nanos;
      for (int unit = 0; unit < last; unit++) {
        text.append(part(rest / sizes[unit], names[unit]));
        rest %= sizes[unit];
      }
      if (rest >= sizes[last]) {
        java.math.BigDecimal value = java.math.BigDecimal.valueOf(rest);
        value = value.divide(java.math.BigDecimal.valueOf(sizes[last])).stripTrailingZeros();
        text.append(value.toPlainString()).append(names[last]);
      } else if (rest != 0) {
        continue;
      }
      if (best == null || text.length() < best.length()) {
        best = text.toString();
      }
    }
    return best;
  }

  private static String part(long value, String unit) {
    return value == 0 ? "" : value + unit;
  }

  /** Durations whose parts are often zero or end in zeros. */
  @Provide
  Arbitrary<Long> shapes() {
    Arbitrary<Integer> group =
        Arbitraries.oneOf(
            Arbitraries.of(0, 1, 5, 10, 50, 90, 99, 100, 120, 500, 990, 999),
            Arbitraries.integers().between(0, 999));
    Arbitrary<Integer> minutes = Arbitraries.of(0, 1, 59, 60, 61, 1_440, 1_500, 144_000);
    return net.jqwik.api.Combinators.combine(
            minutes, Arbitraries.integers().between(0, 59), group, group, group)
        .as(
            (m, s, ms, us, ns) ->
                m * 60_000_000_000L + s * 1_000_000_000L + ms * 1_000_000L + us * 1_000L + ns);
  }

  /**
   * The concise text is the largest that does not exceed the value, or the smallest not below it.
   */
  @Property
  void conciseIsTightOnBothSides(@ForAll("nanos") long nanos) {
    BigInteger exact = Exact.of(nanos);
    BigInteger below = exactValue(DurationFormat.CONCISE.format(nanos));
    BigInteger above = exactValue(DurationFormat.CONCISE_CEILING.format(nanos));
    assertTrue(below.compareTo(exact) <= 0);
    assertTrue(above.compareTo(exact) >= 0);
    BigInteger quantum = quantum(exact);
    assertTrue(exact.subtract(below).compareTo(quantum) < 0);
    assertTrue(above.subtract(exact).compareTo(quantum) < 0);
    assertEquals(below.equals(exact), above.equals(exact));
  }

  private static BigInteger quantum(BigInteger nanos) {
    String[] from = {
      "31557600000000000", "86400000000000", "3600000000000", "60000000000", "1000000000", "1000000"
    };
    String[] quantum = {
      "86400000000000", "3600000000000", "60000000000", "1000000000", "1000000", "1000"
    };
    for (int i = 0; i < from.length; i++) {
      if (nanos.compareTo(new BigInteger(from[i])) >= 0) {
        return new BigInteger(quantum[i]);
      }
    }
    return BigInteger.ONE;
  }

  /** Parses a concise text, also one that exceeds the maximum duration. */
  private static BigInteger exactValue(String text) {
    if (text.contains("a")) {
      String[] parts = text.split("[ad]", -1);
      BigInteger years = new BigInteger(parts[0]).multiply(new BigInteger(Exact.UNITS[7]));
      return years.add(new BigInteger(parts[1]).multiply(new BigInteger(Exact.UNITS[5])));
    }
    return ReferenceParser.parse(text, RoundingMode.UNNECESSARY);
  }

  @Property
  void allTargetsGetTheSameText(@ForAll("nanos") long nanos) throws IOException {
    for (DurationFormat format : FORMATS) {
      String text = format.format(nanos);
      assertEquals(text.length(), format.length(nanos));
      assertTrue(text.length() <= DurationFormat.MAX_LENGTH);
      StringBuilder chars = new StringBuilder("<");
      format.print(nanos, chars);
      assertEquals("<" + text, chars.toString());
      // An array of exactly the length, and a larger one whose other bytes must not change.
      byte[] exact = new byte[text.length()];
      assertEquals(text.length(), format.print(nanos, exact, 0));
      assertEquals(text, new String(exact, StandardCharsets.US_ASCII));
      byte[] wide = new byte[text.length() + 40];
      Arrays.fill(wide, (byte) '#');
      assertEquals(text.length() + 3, format.print(nanos, wide, 3));
      String around = new String(wide, StandardCharsets.US_ASCII);
      assertEquals("###" + text, around.substring(0, text.length() + 3));
      assertTrue(around.substring(text.length() + 3).matches("#{37}"));
    }
  }

  @Test
  void arrayTooShort() {
    byte[] target = new byte[10];
    for (int offset : new int[] {7, 10, 11, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      IndexOutOfBoundsException e =
          assertThrows(
              IndexOutOfBoundsException.class, () -> DurationFormat.ISO.print(0, target, offset));
      assertEquals(
          "the text needs 4 bytes from offset " + offset + ", got an array of 10", e.getMessage());
    }
    assertArrayEquals(new byte[10], target);
    assertEquals(10, DurationFormat.ISO.print(0, target, 6));
  }

  @Test
  void exceptionsOfTheTargetPropagate() {
    IOException broken = new IOException("broken");
    Appendable target =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw broken;
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw broken;
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw broken;
          }
        };
    for (DurationFormat format : FORMATS) {
      assertSame(broken, assertThrows(IOException.class, () -> format.print(1, target)));
      assertFalse(format.format(1).isEmpty());
    }
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }
}
