package io.foliot.jackson2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FoliotModuleTest {
  private static final ObjectMapper TEXT = mapper(new FoliotModule());
  private static final ObjectMapper NUMBERS =
      mapper(
          new FoliotModule()
              .with(WireFormat.durations().in(TimeUnit.NANOSECONDS))
              .with(WireFormat.times().in(TimeUnit.MILLISECONDS).rounding(RoundingMode.FLOOR)));

  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);

  private static ObjectMapper mapper(FoliotModule module) {
    return JsonMapper.builder().addModule(module).build();
  }

  static final class Settings {
    public Duration timeout;
    public PosixTime since;

    @JsonFormat(pattern = "MILLISECONDS")
    public Duration pause;

    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public Duration lease;
  }

  static final class WrongUnit {
    @JsonFormat(pattern = "FORTNIGHTS")
    public Duration timeout;
  }

  static final class NoUnit {
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    public Duration timeout;
  }

  static final class Typed {
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public Duration value;
  }

  @Test
  void documented() throws Exception {
    ObjectMapper mapper = JsonMapper.builder().addModule(new FoliotModule()).build();
    String json = mapper.writeValueAsString(Duration.ofSeconds(90)); // "1m30s"
    Duration timeout = mapper.readValue(json, Duration.class);
    assertEquals("\"1m30s\"", json);
    assertEquals(Duration.ofSeconds(90), timeout);

    FoliotModule millis =
        new FoliotModule()
            .with(WireFormat.durations().in(TimeUnit.MILLISECONDS).rounding(RoundingMode.CEILING));
    assertEquals("2", mapper(millis).writeValueAsString(Duration.ofMicros(1_500)));
  }

  @Test
  void properties() throws Exception {
    Settings settings = new Settings();
    settings.timeout = Duration.ofSeconds(90);
    settings.since = PosixTime.parse("1969-12-31T23:59:59.999999999999Z");
    settings.pause = Duration.ofMillis(5);
    settings.lease = Duration.ofDays(1);
    String text = TEXT.writeValueAsString(settings);
    assertEquals(
        TEXT.readTree(
            "{\"timeout\":\"1m30s\",\"since\":\"1969-12-31T23:59:59.999999999999Z\",\"pause\":5,"
                + "\"lease\":\"1d\"}"),
        TEXT.readTree(text));
    assertEquals(
        TEXT.readTree("{\"timeout\":90000000000,\"since\":-1,\"pause\":5,\"lease\":\"1d\"}"),
        TEXT.readTree(NUMBERS.writeValueAsString(settings)));
    Settings read = TEXT.readValue(text, Settings.class);
    assertEquals(settings.timeout, read.timeout);
    assertEquals(settings.since, read.since);
    assertEquals(settings.pause, read.pause);
    assertEquals(settings.lease, read.lease);
  }

  @Test
  void limits() throws Exception {
    for (Duration duration :
        new Duration[] {
          Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(Long.MAX_VALUE), HALF, Duration.MAX
        }) {
      assertEquals(duration, TEXT.readValue(TEXT.writeValueAsString(duration), Duration.class));
      assertEquals(
          duration, NUMBERS.readValue(NUMBERS.writeValueAsString(duration), Duration.class));
      assertEquals(duration, TEXT.convertValue(duration, Duration.class));
      assertEquals(duration, NUMBERS.treeToValue(NUMBERS.valueToTree(duration), Duration.class));
    }
    assertEquals("18446744073709551615", NUMBERS.writeValueAsString(Duration.MAX));
    for (PosixTime time : new PosixTime[] {PosixTime.MIN, PosixTime.EPOCH, PosixTime.MAX}) {
      assertEquals(time, TEXT.readValue(TEXT.writeValueAsString(time), PosixTime.class));
    }
    assertEquals("253402300799999", NUMBERS.writeValueAsString(PosixTime.MAX));
    assertEquals("-62167219200000", NUMBERS.writeValueAsString(PosixTime.MIN));
  }

  @Test
  void nulls() throws Exception {
    assertEquals(
        TEXT.readTree("{\"timeout\":null,\"since\":null,\"pause\":null,\"lease\":null}"),
        TEXT.readTree(TEXT.writeValueAsString(new Settings())));
    assertNull(TEXT.readValue("null", Duration.class));
    assertNull(NUMBERS.readValue("{\"timeout\":null}", Settings.class).timeout);
  }

  @Test
  void keysAreText() throws Exception {
    Map<Duration, PosixTime> map = Collections.singletonMap(Duration.ofMillis(2), PosixTime.EPOCH);
    TypeReference<Map<Duration, PosixTime>> type = new TypeReference<Map<Duration, PosixTime>>() {};
    assertEquals("{\"2ms\":0}", NUMBERS.writeValueAsString(map));
    assertEquals(map, NUMBERS.readValue("{\"2ms\":0}", type));
    assertThrows(InvalidFormatException.class, () -> NUMBERS.readValue("{\"2\":0}", type));
  }

  @Test
  void namedTypes() throws Exception {
    Typed typed = new Typed();
    typed.value = Duration.MAX;
    String json = TEXT.writeValueAsString(typed);
    assertTrue(json.contains(Duration.MAX.toString()), json);
    assertEquals(Duration.MAX, TEXT.readValue(json, Typed.class).value);
  }

  @Test
  void isFoundAndTheLastOneAddedDecides() throws Exception {
    ObjectMapper found = JsonMapper.builder().findAndAddModules().build();
    assertEquals("\"2s\"", found.writeValueAsString(Duration.ofSeconds(2)));
    WireFormat<Duration> seconds = WireFormat.durations().in(TimeUnit.SECONDS);
    ObjectMapper mapper =
        JsonMapper.builder()
            .findAndAddModules()
            .addModule(new FoliotModule().with(seconds))
            .build();
    assertEquals("2", mapper.writeValueAsString(Duration.ofSeconds(2)));
  }

  @Test
  void messages() {
    assertEquals(
        "expected text such as \"1m30s\", got 90, a number without a unit",
        message("{\"timeout\":90}"));
    assertTrue(
        message("{\"timeout\":\"1\\n\"}").startsWith("cannot read \"1\\u000A\" as a duration"));
    assertEquals("a duration must not be negative, got -1 milliseconds", message("{\"pause\":-1}"));
    assertTrue(message("{\"timeout\":\"\"}").startsWith("cannot read \"\" as a duration"));
    for (String wrong : new String[] {"true", "[]", "{\"zero\":false}", "{\"nanos\":-1}"}) {
      JsonMappingException e =
          assertThrows(
              JsonMappingException.class,
              () -> TEXT.readValue("{\"timeout\":" + wrong + "}", Settings.class));
      assertTrue(e.getMessage().contains("io.foliot.duration.Duration"));
    }
    Settings fine = new Settings();
    fine.pause = Duration.ofNanos(1);
    JsonMappingException e =
        assertThrows(JsonMappingException.class, () -> TEXT.writeValueAsString(fine));
    assertTrue(e.getMessage().contains("1ns is not a whole number of milliseconds"));
  }

  private static String message(String json) {
    InvalidFormatException e =
        assertThrows(InvalidFormatException.class, () -> TEXT.readValue(json, Settings.class));
    assertEquals(Duration.class, e.getTargetType());
    return e.getOriginalMessage();
  }

  @Test
  void invalidAnnotations() {
    for (Object wrong : new Object[] {new WrongUnit(), new NoUnit()}) {
      assertMentionsUnits(
          assertThrows(JsonMappingException.class, () -> TEXT.writeValueAsString(wrong)));
      assertMentionsUnits(
          assertThrows(
              JsonMappingException.class,
              () -> TEXT.readValue("{\"timeout\":1}", wrong.getClass())));
    }
  }

  private static void assertMentionsUnits(Exception e) {
    assertTrue(e.getMessage().contains("MILLISECONDS"), e::getMessage);
  }

  @Test
  void schema() throws Exception {
    assertEquals("string", shape(TEXT));
    assertEquals("integer", shape(NUMBERS));
  }

  private static String shape(ObjectMapper mapper) throws Exception {
    StringBuilder shape = new StringBuilder();
    mapper.acceptJsonFormatVisitor(
        Duration.class,
        new JsonFormatVisitorWrapper.Base() {
          @Override
          public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            shape.append("string");
            return null;
          }

          @Override
          public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            shape.append("integer");
            return null;
          }
        });
    return shape.toString();
  }
}
