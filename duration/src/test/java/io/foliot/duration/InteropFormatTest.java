package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats for Go, SQL and people. */
class InteropFormatTest {
  private static final String[] UNITS = {"y", "d", "h", "min", "s", "ms", "us", "ns"};

  private static final BigInteger[] SIZES = {
    new BigInteger("31557600000000000"),
    new BigInteger("86400000000000"),
    new BigInteger("3600000000000"),
    new BigInteger("60000000000"),
    new BigInteger("1000000000"),
    new BigInteger("1000000"),
    new BigInteger("1000"),
    BigInteger.ONE
  };

  @ParameterizedTest
  @CsvSource({
    "0, 0s, 0 00:00:00",
    "1, 1ns, 0 00:00:00.000000001",
    "999, 999ns, 0 00:00:00.000000999",
    "1000, 1us, 0 00:00:00.000001",
    "1100, 1.1us, 0 00:00:00.0000011",
    "2200000, 2.2ms, 0 00:00:00.0022",
    "3300000000, 3.3s, 0 00:00:03.3",
    "3000000001, 3.000000001s, 0 00:00:03.000000001",
    "245000000000, 4m5s, 0 00:04:05",
    "245001000000, 4m5.001s, 0 00:04:05.001",
    "18367001000000, 5h6m7.001s, 0 05:06:07.001",
    "480000000001, 8m0.000000001s, 0 00:08:00.000000001",
    "3600000000000, 1h0m0s, 0 01:00:00",
    "86400000000000, 24h0m0s, 1 00:00:00",
    "93784500000000, 26h3m4.5s, 1 02:03:04.5",
    "9223372036854775807, 2562047h47m16.854775807s, 106751 23:47:16.854775807",
  })
  void table(String nanos, String go, String sql) {
    Duration duration = Duration.ofNanos(Long.parseLong(nanos));
    assertEquals(go, DurationFormat.GO.format(duration));
    assertEquals(sql, DurationFormat.SQL.format(duration));
    assertEquals(duration, Duration.parse(go));
  }

  @Test
  void theLongestDuration() {
    assertEquals("5124095h34m33.709551615s", DurationFormat.GO.format(Duration.MAX));
    assertEquals("213503 23:34:33.709551615", DurationFormat.SQL.format(Duration.MAX));
    assertEquals("584 y", DurationFormat.humanReadable(1, RoundingMode.DOWN).format(Duration.MAX));
    assertEquals("585 y", DurationFormat.humanReadable(1, RoundingMode.UP).format(Duration.MAX));
    assertEquals(
        "584 y 197 d 23 h 34 min",
        DurationFormat.humanReadable(4, RoundingMode.DOWN).format(Duration.MAX));
  }

  /** The units of Go by their sizes, and the fraction by BigDecimal. */
  @Property
  void goIsThatOfGo(@ForAll("nanos") long nanos) {
    BigInteger exact = Exact.of(nanos);
    String[] names = {"s", "ms", "us", "ns"};
    String expected = "0s";
    if (exact.signum() != 0) {
      int unit = 0;
      while (exact.compareTo(SIZES[4 + unit]) < 0) {
        unit++;
      }
      BigInteger[] minutes = exact.divideAndRemainder(SIZES[3]);
      BigInteger[] hours = minutes[0].divideAndRemainder(BigInteger.valueOf(60));
      String value =
          new BigDecimal(minutes[1])
              .divide(new BigDecimal(SIZES[4 + unit]))
              .stripTrailingZeros()
              .toPlainString();
      expected =
          (hours[0].signum() == 0 ? "" : hours[0] + "h")
              + (minutes[0].signum() == 0 ? "" : hours[1] + "m")
              + value
              + names[unit];
    }
    assertEquals(expected, DurationFormat.GO.format(nanos));
    assertEquals(nanos, DurationParser.STRICT.parseNanos(expected));
  }

  @Property
  void sqlCountsDaysAndReadsAClock(@ForAll("nanos") long nanos) {
    String[] parts = DurationFormat.SQL.format(nanos).split("[ :]", -1);
    assertEquals(4, parts.length);
    BigDecimal seconds = BigDecimal.ZERO;
    int[] sizes = {86_400, 3_600, 60, 1};
    for (int i = 0; i < 4; i++) {
      seconds = seconds.add(new BigDecimal(parts[i]).multiply(BigDecimal.valueOf(sizes[i])));
      assertTrue(i == 0 || parts[i].matches("[0-5][0-9]([.][0-9]*[1-9])?"), parts[i]);
    }
    assertTrue(Integer.parseInt(parts[1]) < 24);
    assertEquals(Exact.of(nanos), seconds.movePointRight(9).toBigIntegerExact());
  }

  @ParameterizedTest
  @CsvSource({
    "0s, 2, HALF_UP, 0 s",
    "2h5m7s, 2, HALF_UP, 2 h 5 min",
    "2h5m30s, 2, HALF_UP, 2 h 6 min",
    "2h5m30s, 2, HALF_EVEN, 2 h 6 min",
    "2h4m30s, 2, HALF_EVEN, 2 h 4 min",
    "2h4m30s, 2, HALF_DOWN, 2 h 4 min",
    "2h5m1ns, 2, CEILING, 2 h 6 min",
    "2h5m59s, 2, FLOOR, 2 h 5 min",
    "2h5m7s, 4, UNNECESSARY, 2 h 5 min 7 s",
    "2h0m7s, 2, DOWN, 2 h",
    "2h0m7s, 3, DOWN, 2 h 7 s",
    "59.7s, 1, HALF_UP, 1 min",
    "59m59.6s, 2, HALF_UP, 1 h",
    "23h59m59.6s, 3, HALF_UP, 1 d",
    "1.5s, 1, HALF_UP, 2 s",
    "1500ns, 2, HALF_UP, 1 us 500 ns",
    "999.9ms, 1, HALF_UP, 1 s",
    "365d5h, 1, HALF_UP, 1 y",
    "365d2h, 1, HALF_UP, 365 d",
    "365d3h, 1, HALF_UP, 1 y",
    "365d3h, 1, HALF_DOWN, 365 d",
    "365d5h59m59s, 2, CEILING, 1 y",
    "366d, 2, DOWN, 1 y",
    "366d, 3, DOWN, 1 y 18 h",
    "1y40d, 2, HALF_UP, 1 y 40 d",
    "1y182d, 1, HALF_UP, 1 y",
    "1y183d, 1, HALF_UP, 2 y",
    "1y365d5h, 2, UP, 2 y",
  })
  void humanReadable(String text, int units, RoundingMode mode, String expected) {
    assertEquals(expected, DurationFormat.humanReadable(units, mode).format(Duration.parse(text)));
  }

  @Property
  void humanReadableTextIsTheNearestOfItsKind(
      @ForAll("nanos") long nanos, @ForAll @IntRange(min = 1, max = 4) int units) {
    BigInteger exact = Exact.of(nanos);
    BigInteger below = humanReadable(nanos, units, RoundingMode.DOWN);
    BigInteger above = humanReadable(nanos, units, RoundingMode.UP);
    assertTrue(below.compareTo(exact) <= 0 && above.compareTo(exact) >= 0);
    assertEquals(below, humanReadable(nanos, units, RoundingMode.FLOOR));
    assertEquals(above, humanReadable(nanos, units, RoundingMode.CEILING));
    int first = 0;
    while (first < 7 && exact.compareTo(SIZES[first]) < 0) {
      first++;
    }
    assertTrue(above.subtract(below).compareTo(SIZES[Math.min(7, first + units - 1)]) <= 0);
    assertEquals(below.equals(exact), above.equals(exact));
    int half = exact.subtract(below).compareTo(above.subtract(exact));
    if (!below.equals(above)) {
      assertEquals(half >= 0 ? above : below, humanReadable(nanos, units, RoundingMode.HALF_UP));
      assertEquals(half > 0 ? above : below, humanReadable(nanos, units, RoundingMode.HALF_DOWN));
      BigInteger even = humanReadable(nanos, units, RoundingMode.HALF_EVEN);
      assertTrue(half == 0 || even.equals(half > 0 ? above : below));
      assertThrows(
          ArithmeticException.class,
          () -> DurationFormat.humanReadable(units, RoundingMode.UNNECESSARY).format(nanos));
    } else {
      assertEquals(exact, humanReadable(nanos, units, RoundingMode.UNNECESSARY));
    }
  }

  /** The sum of the printed units, after a check of their form. */
  private static BigInteger humanReadable(long nanos, int units, RoundingMode mode) {
    String text = DurationFormat.humanReadable(units, mode).format(nanos);
    assertTrue(text.length() <= DurationFormat.MAX_LENGTH, text);
    String[] words = text.split(" ", -1);
    assertTrue(words.length <= 2 * units, text);
    BigInteger sum = BigInteger.ZERO;
    int last = -1;
    for (int i = 0; i < words.length; i += 2) {
      BigInteger value = new BigInteger(words[i]);
      int unit = java.util.Arrays.asList(UNITS).indexOf(words[i + 1]);
      assertTrue(unit > last, text);
      assertTrue(text.equals("0 s") || value.signum() > 0, text);
      sum = sum.add(value.multiply(SIZES[unit]));
      last = unit;
    }
    return sum;
  }

  @Test
  void humanReadableTextHasOneToFourUnits() {
    for (int units : new int[] {0, 5, -1, Integer.MAX_VALUE}) {
      assertEquals(
          "a human-readable format has 1 to 4 units, got " + units,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> DurationFormat.humanReadable(units, RoundingMode.UP))
              .getMessage());
    }
    assertEquals(
        "humanReadable(2, HALF_UP)",
        DurationFormat.humanReadable(2, RoundingMode.HALF_UP).toString());
    assertThrows(NullPointerException.class, () -> DurationFormat.humanReadable(2, null));
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }
}
