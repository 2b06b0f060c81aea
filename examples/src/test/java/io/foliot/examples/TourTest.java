package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TourTest {
  private static final List<String> SHORT = tour(false);
  private static final List<String> ALL = tour(true);

  /** Provider and clock, kind, suspend, period, cost. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "  [a-z0-9]+ \\S+ +(monotonic|wall|thread) +(counts|stops|unknown|-)"
              + " +([0-9]+ (ps|ns|µs|ms)|unknown) +[0-9]+ ns");

  private static List<String> tour(boolean all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Tour(new PrintStream(bytes, true, StandardCharsets.UTF_8), all).print();
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String line(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.strip().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line starts with " + start + "\n" + lines));
  }

  private static int index(List<String> lines, String start) {
    return lines.indexOf(line(lines, start));
  }

  @Test
  void fitsAHundredColumnsAndFortyFiveLines() {
    assertTrue(SHORT.size() <= 45, () -> SHORT.size() + " lines");
    for (String line : SHORT) {
      assertTrue(line.length() <= 100, () -> line.length() + " columns: " + line);
    }
  }

  @Test
  void conversionsComeFirst() {
    int conversions = index(SHORT, "Conversions");
    int clocks = index(SHORT, "Clocks of");
    assertTrue(conversions < clocks && clocks < index(SHORT, "Floating point"), SHORT::toString);
  }

  @Test
  void everyProviderHasClocksOrOneReason() {
    for (ClockProvider provider : Clocks.installed().providers()) {
      List<String> lines =
          SHORT.stream().filter(line -> line.startsWith("  " + provider.name() + " ")).toList();
      boolean applies = lines.stream().anyMatch(line -> CLOCK.matcher(line).matches());
      if (lines.isEmpty()) {
        line(SHORT, "and "); // Too many clocks for the short tour.
      } else if (!applies) {
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().contains(" does not apply: "), lines::toString);
      } else {
        lines.forEach(line -> assertTrue(CLOCK.matcher(line).matches(), line));
      }
    }
    assertTrue(line(SHORT, "Clocks.installed() uses").contains("monotonic clock"));
  }

  @Test
  void allShowsEveryClockOfEveryProvider() {
    for (ClockProvider provider : Clocks.installed().providers()) {
      for (ClockOffer<?> offer : provider.offers()) {
        line(ALL, provider.name() + " " + offer.name());
      }
    }
    assertTrue(ALL.stream().noneMatch(line -> line.contains("--all")));
  }

  @Test
  void convertsLikeBigInteger() {
    BigInteger half = BigInteger.TWO.pow(63);
    BigInteger max = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    BigInteger year = BigInteger.valueOf(8766L * 3600).multiply(BigInteger.TEN.pow(9));
    assertAll(
        () -> ends("2^63 ns in", half.divide(BigInteger.valueOf(1000)).toString()),
        () -> ends("2^64-1 ns in years", max.divide(year).toString()),
        () -> ends("2^63 ns is longer", " true"),
        () -> ends("\"90m\"", " 5400"),
        () -> ends("1 000 000 ticks", " 30.517578125s"),
        () -> assertTrue(line(SHORT, "585 years").contains("refused: 585 years")),
        () -> assertTrue(line(SHORT, "-1 s").contains("refused: a duration must not be negative")));
  }

  @Test
  void findsFloatsInGuavaAndNoneInDuration() {
    assertTrue(line(SHORT, "guava-").contains(" errors and "), () -> line(SHORT, "guava-"));
    assertEquals(10, SHORT.size() - index(SHORT, "Floating point"), "lines of the float check");
    assertEquals(5, SHORT.stream().filter(line -> line.startsWith("    error API-")).count());
    assertTrue(SHORT.getLast().contains("no findings in "), SHORT::getLast);
    assertFalse(SHORT.getLast().contains("in 0 classes"), SHORT::getLast);
    assertTrue(ALL.stream().filter(line -> line.startsWith("    error API-")).count() > 100);
  }

  private static void ends(String start, String end) {
    assertTrue(line(SHORT, start).endsWith(end), () -> line(SHORT, start));
  }
}
