package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {
  private static final List<String> LINES = tour();

  private static List<String> tour() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Tour.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String line(String start) {
    return LINES.stream()
        .filter(line -> line.strip().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line starts with " + start + "\n" + LINES));
  }

  @Test
  void fitsOnAPage() {
    assertTrue(LINES.size() < 60, () -> LINES.size() + " lines");
  }

  @Test
  void showsEveryClockOfEveryProvider() {
    for (ClockProvider provider : Clocks.installed().providers()) {
      line(provider.name());
      for (ClockOffer<?> offer : provider.offers()) {
        line(offer.name() + " ");
      }
    }
  }

  @Test
  void convertsAsBigIntegersDo() {
    BigInteger half = BigInteger.TWO.pow(63);
    BigInteger max = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    BigInteger year = BigInteger.valueOf(8766L * 3600).multiply(BigInteger.TEN.pow(9));
    assertAll(
        () -> ends(line("2^63 ns in"), half.divide(BigInteger.valueOf(1000)).toString()),
        () -> ends(line("2^64-1 ns in years"), max.divide(year).toString()),
        () -> ends(line("\"90m\""), " 5400"),
        () -> ends(line("1 000 000 ticks"), " 30.517578125s"),
        () -> assertTrue(line("585 years").contains("refused: 585 years")),
        () -> assertTrue(line("-1 s").contains("refused: a duration must not be negative")));
  }

  @Test
  void findsFloatsInGuavaAndNoneInDuration() {
    assertTrue(line("guava-").contains("not clean"), () -> line("guava-"));
    assertTrue(LINES.stream().filter(line -> line.startsWith("    error API-")).count() == 10);
    assertTrue(LINES.getLast().contains("clean, 0 errors and 0 warnings"), LINES::getLast);
    assertTrue(!LINES.getLast().contains("in 0 classes"), LINES::getLast);
  }

  private static void ends(String line, String end) {
    assertTrue(line.endsWith(end), line);
  }
}
