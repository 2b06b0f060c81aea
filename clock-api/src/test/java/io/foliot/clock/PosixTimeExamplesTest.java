package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.SignedDuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs the examples in the Javadoc of {@link PosixTime}: each is part of the source below, and its
 * comments are the values of its variables, in order.
 */
class PosixTimeExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?) \\* \\}</pre>", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("; // (.*)");

  private static List<List<Object>> values() {
    PosixTime midnight = PosixTime.ofDate(2026, 11, 22); // 2026-11-22T00:00:00Z
    PosixTime released = PosixTime.ofEpochMillis(1_795_337_820_250L); // 2026-11-22T08:57:00.250Z
    PosixTime parsed = PosixTime.parse("2026-11-22t09:57:00.25+01:00"); // 2026-11-22T08:57:00.250Z

    int year = released.year(); // 2026
    int weekday = released.dayOfWeek(); // 7
    long picos = released.picosOfSecond(); // 250000000000
    long seconds = released.toEpochSecond(); // 1795337820

    PosixTime expiry = released.plus(Duration.ofHours(36)); // 2026-11-23T20:57:00.250Z
    Duration age = released.since(midnight); // 8h57m250ms
    SignedDuration early = midnight.signedSince(released); // -8h57m250ms
    PosixTime bounded = PosixTime.MAX.saturatingPlus(age); // 9999-12-31T23:59:59.999999999999Z

    String exact = released.toString(); // 2026-11-22T08:57:00.250Z
    String whole = released.toString(0); // 2026-11-22T08:57:00Z
    String local = released.toString(3, 3_600); // 2026-11-22T09:57:00.250+01:00

    return Arrays.asList(
        Arrays.<Object>asList(midnight, released, parsed),
        Arrays.<Object>asList(year, weekday, picos, seconds),
        Arrays.<Object>asList(expiry, age, early, bounded),
        Arrays.<Object>asList(exact, whole, local));
  }

  @Test
  void examplesShowWhatTheyCompute() throws IOException {
    List<List<Object>> values = values();
    List<String> examples = examples();
    assertEquals(values.size(), examples.size(), "examples in the Javadoc of PosixTime");
    String source = squeezed(source("test", "PosixTimeExamplesTest"));
    for (int i = 0; i < examples.size(); i++) {
      String example = examples.get(i);
      assertTrue(source.contains(squeezed(example)), () -> "not in this test:\n" + example);
      List<String> comments = new ArrayList<>();
      Matcher comment = COMMENT.matcher(example);
      while (comment.find()) {
        comments.add(comment.group(1));
      }
      List<String> computed = new ArrayList<>();
      for (Object value : values.get(i)) {
        computed.add(value.toString());
      }
      assertEquals(computed, comments, example);
    }
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(source("main", "PosixTime"));
    while (example.find()) {
      examples.add(example.group(1).replaceAll("(?m)^ \\* ?", ""));
    }
    return examples;
  }

  /** Tests run in the module or at the root of the project; this one is skipped elsewhere. */
  private static String source(String sourceSet, String type) throws IOException {
    Path module = Paths.get(Files.exists(Paths.get("src")) ? "" : "clock-api");
    assumeTrue(
        Files.exists(module.resolve("src")),
        "this test reads the sources of the module, and the working directory has none");
    Path file = module.resolve("src/" + sourceSet + "/java/io/foliot/clock/" + type + ".java");
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }
}
