package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import io.foliot.duration.DurationParseException;
import io.foliot.duration.DurationParser;
import io.foliot.duration.JavaDurations;
import io.foliot.duration.SignedDuration;
import io.foliot.duration.TickRate;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compiles and runs the Java code of docs/duration.md and checks its quotations. */
class DurationDocTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CALL =
      Pattern.compile("(?m)^(?:[A-Za-z]+ [a-zA-Z]+ = )?(.*);\\s*// (.+)$");
  private static final Pattern REFUSAL = Pattern.compile("(?m)^cannot read \"(.*)\" as .*$");
  private static final Pattern FORMATS =
      Pattern.compile(
          "(?m)^\\| `([A-Za-z_]+)(?:\\(2, HALF_UP\\))?` \\| `(.*?)` \\| `(.*?)` \\| `(.*?)` \\|");

  static final DurationParser SPRING =
      DurationParser.STRICT.acceptBareNumbers(TimeUnit.MILLISECONDS).acceptUpperCase();
  static final DurationParser SYSTEMD =
      DurationParser.STRICT
          .acceptBareNumbers(TimeUnit.SECONDS)
          .acceptSurroundingBlanks()
          .acceptForever("infinity");

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/duration.md"));
  }

  private static String squeezed(String text) {
    return text.replaceAll("//.*", " ").replaceAll("\\s+", " ").strip();
  }

  @Test
  void everyStatementIsCompiledSource() throws IOException {
    String source =
        squeezed(
            Files.readString(Path.of("src/test/java/io/foliot/examples/DurationDocTest.java")));
    List<String> blocks = JAVA.matcher(page()).results().map(match -> match.group(1)).toList();
    assertEquals(5, blocks.size(), "Java blocks in docs/duration.md");
    for (String block : blocks) {
      for (String statement : squeezed(block).split(";", -1)) {
        String code = statement.strip();
        assertTrue(source.contains(code), () -> "not in the sources of this test: " + code);
      }
    }
  }

  @Test
  void whatTheCommentsSay() throws IOException {
    Duration timeout = Duration.parse("1.5 s");
    Duration longer = timeout.plus(Duration.ofMillis(250));
    long ticks = TickRate.ofHertz(32_768).ceilingToTicks(timeout.toUnsignedNanos());
    Duration forThirty = TickRate.ofHertz(200).timeOf(30, RoundingMode.CEILING);
    long perMinute = TickRate.ofHertz(200).ticksIn(Duration.ofMinutes(1), RoundingMode.FLOOR);
    Map<String, String> expected =
        Map.of(
            "longer.toString()",
            longer.toString(),
            "longer.to(TimeUnit.SECONDS, RoundingMode.CEILING)",
            "" + longer.to(TimeUnit.SECONDS, RoundingMode.CEILING),
            "longer.roundTo(Duration.ofSeconds(1), RoundingMode.HALF_EVEN)",
            longer.roundTo(Duration.ofSeconds(1), RoundingMode.HALF_EVEN).toString(),
            "TickRate.ofHertz(32_768).ceilingToTicks(timeout.toUnsignedNanos())",
            "" + ticks,
            "TickRate.ofHertz(200).timeOf(30, RoundingMode.CEILING)",
            forThirty.toString(),
            "TickRate.ofHertz(200).ticksIn(Duration.ofMinutes(1), RoundingMode.FLOOR)",
            "" + perMinute);
    Matcher call = CALL.matcher(page());
    int found = 0;
    while (call.find()) {
      if (expected.containsKey(call.group(1))) {
        assertEquals(expected.get(call.group(1)), call.group(2), call.group(1));
        found++;
      }
    }
    assertEquals(expected.size(), found);
  }

  @Test
  void forEver() {
    List<Duration> forEver =
        List.of(
            Duration.saturatingOf(Long.MAX_VALUE, TimeUnit.SECONDS),
            JavaDurations.saturatingFrom(ChronoUnit.FOREVER.getDuration()),
            DurationParser.STRICT.acceptForever("infinity").parse("infinity"));
    forEver.forEach(duration -> assertEquals(Duration.MAX, duration));
    assertEquals(Long.MAX_VALUE, Duration.MAX.saturatingToNanos());
    assertEquals(Duration.MAX, SYSTEMD.parse(" infinity"));
    assertEquals(Duration.ofMinutes(10), SPRING.parse("10M"));
  }

  @Test
  void differencesAndRates() {
    Duration took = Duration.ofMillis(3_500);
    Duration planned = Duration.ofSeconds(2);
    int requests = 7;
    SignedDuration late = took.signedMinus(planned);
    boolean isLate = late.signum() > 0;
    Duration length = late.abs();
    long perSecond = took.perSecond(requests, RoundingMode.HALF_UP);
    assertEquals("+1.5s", late.toString());
    assertTrue(isLate);
    assertEquals(Duration.ofMillis(1_500), length);
    assertEquals(2, perSecond);
  }

  @Test
  void refusalsAreWordForWord() throws IOException {
    Matcher refusal = REFUSAL.matcher(page());
    int found = 0;
    while (refusal.find()) {
      String text = refusal.group(1).replace("\\u000A", "\n");
      assertEquals(
          refusal.group(),
          assertThrows(DurationParseException.class, () -> Duration.parse(text)).getMessage());
      found++;
    }
    assertEquals(5, found);
  }

  @Test
  void theTableOfFormats() throws IOException {
    Map<String, DurationFormat> formats =
        Map.of(
            "COMPACT", DurationFormat.COMPACT,
            "ISO", DurationFormat.ISO,
            "GO", DurationFormat.GO,
            "SQL", DurationFormat.SQL,
            "CONCISE", DurationFormat.CONCISE,
            "CONCISE_CEILING", DurationFormat.CONCISE_CEILING,
            "humanReadable", DurationFormat.humanReadable(2, RoundingMode.HALF_UP));
    Matcher row = FORMATS.matcher(page());
    int found = 0;
    while (row.find()) {
      DurationFormat format = formats.get(row.group(1));
      assertEquals(row.group(2), format.format(Duration.ofMillis(93_784_500)));
      assertEquals(row.group(3), format.format(Duration.ofNanos(4_000_000_007L)));
      assertEquals(row.group(4), format.format(Duration.MAX));
      found++;
    }
    assertEquals(formats.size(), found);
  }
}
