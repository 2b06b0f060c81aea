package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.Deadline;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.PosixTimeParser;
import io.foliot.clock.Sleeper;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.posix.PosixClocks;
import io.foliot.clock.solo5.Solo5ClockProvider;
import io.foliot.duration.Duration;
import io.foliot.duration.DurationParser;
import io.foliot.duration.SignedDuration;
import io.foliot.gson.FoliotAdapterFactory;
import io.foliot.jackson2.FoliotModule;
import io.foliot.jackson3.FoliotJacksonModule;
import io.foliot.wire.WireFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * No message of a module that quotes text passes on a character of its input that ends a line,
 * moves the cursor, is invisible or changes the direction of writing.
 */
class HarmfulTextTest {
  private static final List<String> HARMFUL =
      List.of(
          "\n",
          "\r\n",
          "\t",
          "\0",
          "\u001B[2J",
          "\u007F",
          "\u0085",
          "\u200B",
          "\u202E",
          "\u2028",
          "\u2066",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\uDB40\uDC41");

  /** The harmful text is inserted at the start, in the middle and at the end. */
  private static final List<String> TEXTS =
      List.of("", "1h30m", "PT1H30M", "5 minutes", "90", "1.5", "2026-11-22T08:57:00.5+01:00", "x");

  private interface Source {
    /** {@return what the module says about the text, or null if it is accepted} */
    String message(String text) throws Exception;
  }

  private interface Reader {
    Object read(String text) throws Exception;
  }

  private static final Map<String, Source> SOURCES = new LinkedHashMap<>();

  private static void refusal(String name, Reader reader) {
    SOURCES.put(
        name,
        text -> {
          try {
            reader.read(text);
            return null;
          } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            // Jackson adds the location on a line of its own.
            return e.getOriginalMessage();
          } catch (tools.jackson.core.JacksonException e) {
            return e.getOriginalMessage();
          } catch (Exception e) {
            return e.getMessage();
          }
        });
  }

  static {
    duration();
    clocks();
    integrations();
    softFloatCheck();
  }

  private static void duration() {
    DurationParser lenient =
        DurationParser.STRICT
            .acceptBareNumbers(TimeUnit.SECONDS)
            .acceptUpperCase()
            .acceptForever("off")
            .rounding(RoundingMode.UP);
    refusal("Duration", Duration::parse);
    refusal("DurationParser", lenient::parse);
    refusal("DurationParser, blanks", lenient.acceptSurroundingBlanks()::parse);
    refusal("SignedDuration", SignedDuration::parse);
    refusal("SignedDuration, negative", text -> SignedDuration.parse("-" + text));
  }

  private static void clocks() {
    PosixTimeParser lenient =
        PosixTimeParser.STRICT
            .acceptSpaceSeparator()
            .acceptShortOffsets()
            .acceptMissingSeconds()
            .acceptSurroundingBlanks();
    refusal("PosixTime", PosixTime::parse);
    refusal("PosixTimeParser", lenient::parse);
    refusal(
        "Deadline",
        text -> Deadline.never(new NamedClock(text)).compareTo(Deadline.never(new ManualClock())));
    refusal("Clocks", text -> Clocks.of(new FailingProvider(text)).monotonic());
    SOURCES.put(
        "ProviderReport", text -> Clocks.of(new FailingProvider(text)).report().get(0).toString());
    refusal(
        "ClockUnavailableException",
        text -> {
          throw new ClockUnavailableException(text, text);
        });
    refusal("clock-posix", text -> PosixClocks.ptp(path(text)));
    refusal(
        "clock-solo5",
        text -> {
          String before = System.setProperty(Solo5ClockProvider.LIBRARY_PROPERTY, "/" + text);
          try {
            return new Solo5ClockProvider().monotonic();
          } finally {
            if (before == null) {
              System.clearProperty(Solo5ClockProvider.LIBRARY_PROPERTY);
            } else {
              System.setProperty(Solo5ClockProvider.LIBRARY_PROPERTY, before);
            }
          }
        });
  }

  private static void integrations() {
    WireFormat<Duration> seconds = WireFormat.durations().in(TimeUnit.SECONDS);
    refusal("WireFormat, text", WireFormat.durations()::ofText);
    refusal("WireFormat, number", WireFormat.durations()::ofNumber);
    refusal("WireFormat, seconds", seconds::ofText);
    refusal("WireFormat, number of seconds", seconds::ofNumber);
    refusal("WireFormat, time", WireFormat.times().in(TimeUnit.NANOSECONDS)::ofText);

    Gson gson = new GsonBuilder().registerTypeAdapterFactory(new FoliotAdapterFactory()).create();
    refusal("foliot-gson", text -> gson.fromJson(json(text), Duration.class));
    // The path names the key.
    refusal(
        "foliot-gson, path",
        text ->
            gson.fromJson(
                "{" + json(text) + ":\"90\"}",
                new TypeToken<Map<String, Duration>>() {}.getType()));
    refusal(
        "foliot-gson, path of an array",
        text ->
            gson.fromJson(
                "{" + json(text) + ":[]}", new TypeToken<Map<String, Duration>>() {}.getType()));

    com.fasterxml.jackson.databind.ObjectMapper jackson2 =
        com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .addModule(new FoliotModule())
            .build();
    refusal("foliot-jackson2", text -> jackson2.readValue(json(text), Duration.class));
    refusal(
        "foliot-jackson2, unit",
        text -> {
          com.fasterxml.jackson.databind.ObjectMapper mapper = jackson2.copy();
          mapper
              .configOverride(Duration.class)
              .setFormat(com.fasterxml.jackson.annotation.JsonFormat.Value.forPattern(text + "."));
          return mapper.readValue("1", Duration.class);
        });
    tools.jackson.databind.ObjectMapper jackson3 =
        tools.jackson.databind.json.JsonMapper.builder()
            .addModule(new FoliotJacksonModule())
            .build();
    refusal("foliot-jackson3", text -> jackson3.readValue(json(text), Duration.class));
    refusal(
        "foliot-jackson3, unit",
        text ->
            tools.jackson.databind.json.JsonMapper.builder()
                .addModule(new FoliotJacksonModule())
                .withConfigOverride(
                    Duration.class,
                    override ->
                        override.setFormat(
                            com.fasterxml.jackson.annotation.JsonFormat.Value.forPattern(
                                text + ".")))
                .build()
                .readValue("1", Duration.class));
  }

  private static void softFloatCheck() {
    SOURCES.put("soft-float-check, option", text -> softFloatCheck("check", "--" + text));
    SOURCES.put("soft-float-check, file", text -> softFloatCheck("check", "no such " + text));
    SOURCES.put("soft-float-check, command", text -> softFloatCheck("no such " + text));
  }

  /** {@return the lines that the tool prints, joined} */
  private static String softFloatCheck(String... arguments) {
    ToolProvider tool = ToolProvider.findFirst("soft-float-check").orElseThrow();
    StringWriter printed = new StringWriter();
    PrintWriter to = new PrintWriter(printed);
    tool.run(to, to, arguments);
    to.flush();
    return printed.toString().replace("\n", "");
  }

  /** A path cannot hold everything. */
  private static Path path(String text) {
    return Path.of("/no such device", text.replace("\0", "").replaceAll("[\uD800-\uDFFF]", ""));
  }

  private static String json(String text) {
    return new JsonPrimitive(text).toString();
  }

  @Test
  void everyMessage() {
    List<Executable> checks = new ArrayList<>();
    SOURCES.forEach((name, source) -> checks.add(() -> assertVisible(name, source)));
    assertAll(checks);
  }

  private static void assertVisible(String name, Source source) throws Exception {
    int refused = 0;
    for (String harmful : HARMFUL) {
      for (String text : TEXTS) {
        for (int at : new int[] {0, text.length() / 2, text.length()}) {
          String message = source.message(text.substring(0, at) + harmful + text.substring(at));
          if (message != null) {
            refused++;
            assertVisible(name, message);
          }
        }
      }
    }
    assertTrue(refused > HARMFUL.size(), name + " refused only " + refused + " texts");
  }

  private static void assertVisible(String name, String message) {
    assertFalse(
        message.codePoints().anyMatch(HarmfulTextTest::isHarmful),
        () -> name + ": " + message.replaceAll("[^ -~]", "?"));
  }

  private static boolean isHarmful(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The check itself finds what it should. */
  @Test
  void rawTextIsFound() {
    for (String harmful : HARMFUL) {
      assertThrows(AssertionError.class, () -> assertVisible("raw", "a" + harmful + "b"));
    }
  }

  private record NamedClock(String name) implements MonotonicClock {
    @Override
    public long elapsedNanos() {
      return 0;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.UNKNOWN;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private record FailingProvider(String name) implements ClockProvider {
    @Override
    public int priority() {
      return 1;
    }

    @Override
    public MonotonicClock monotonic() {
      throw new IllegalStateException(name);
    }

    @Override
    public PosixClock posix() {
      throw new ClockUnavailableException(name, name);
    }

    @Override
    public Sleeper sleeper() {
      throw new IllegalStateException(name, new IllegalStateException(name));
    }

    @Override
    public List<ClockOffer<?>> offers() {
      return List.of();
    }
  }
}
