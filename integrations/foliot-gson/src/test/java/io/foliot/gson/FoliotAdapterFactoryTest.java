package io.foliot.gson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.reflect.TypeToken;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FoliotAdapterFactoryTest {
  private static final Gson TEXT = gson(new FoliotAdapterFactory());
  private static final Gson NUMBERS =
      gson(
          new FoliotAdapterFactory()
              .with(WireFormat.durations().in(TimeUnit.NANOSECONDS))
              .with(WireFormat.times().in(TimeUnit.MILLISECONDS).rounding(RoundingMode.FLOOR)));

  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);

  private static Gson gson(FoliotAdapterFactory factory) {
    return new GsonBuilder().registerTypeAdapterFactory(factory).create();
  }

  private static final class Settings {
    private Duration timeout;
    private PosixTime since;

    @JsonAdapter(Millis.class)
    private Duration pause;
  }

  private static final class Millis extends WireAdapter<Duration> {
    Millis() {
      super(WireFormat.durations().in(TimeUnit.MILLISECONDS));
    }
  }

  private static final class Plain {
    @JsonAdapter(FoliotAdapterFactory.class)
    private Duration timeout = Duration.ofSeconds(90);
  }

  @Test
  void documented() {
    Gson gson = new GsonBuilder().registerTypeAdapterFactory(new FoliotAdapterFactory()).create();
    String json = gson.toJson(Duration.ofSeconds(90)); // "1m30s"
    Duration timeout = gson.fromJson(json, Duration.class);
    assertEquals("\"1m30s\"", json);
    assertEquals(Duration.ofSeconds(90), timeout);
  }

  @Test
  void fields() {
    Settings settings = new Settings();
    settings.timeout = Duration.ofSeconds(90);
    settings.since = PosixTime.parse("1969-12-31T23:59:59.999999999999Z");
    settings.pause = Duration.ofMillis(5);
    String json = TEXT.toJson(settings);
    assertEquals(
        "{\"timeout\":\"1m30s\",\"since\":\"1969-12-31T23:59:59.999999999999Z\",\"pause\":5}",
        json);
    Settings read = TEXT.fromJson(json, Settings.class);
    assertEquals(settings.timeout, read.timeout);
    assertEquals(settings.since, read.since);
    assertEquals(settings.pause, read.pause);
    Gson plain = new Gson();
    assertEquals("{\"timeout\":\"1m30s\"}", plain.toJson(new Plain()));
    assertEquals(
        Duration.MAX,
        plain.fromJson("{\"timeout\":\"" + Duration.MAX + "\"}", Plain.class).timeout);
  }

  @Test
  void limits() {
    for (Duration duration :
        new Duration[] {
          Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(Long.MAX_VALUE), HALF, Duration.MAX
        }) {
      assertEquals(duration, TEXT.fromJson(TEXT.toJson(duration), Duration.class));
      assertEquals(duration, NUMBERS.fromJson(NUMBERS.toJson(duration), Duration.class));
    }
    assertEquals("18446744073709551615", NUMBERS.toJson(Duration.MAX));
    for (PosixTime time : new PosixTime[] {PosixTime.MIN, PosixTime.EPOCH, PosixTime.MAX}) {
      assertEquals(time, TEXT.fromJson(TEXT.toJson(time), PosixTime.class));
    }
    assertEquals("253402300799999", NUMBERS.toJson(PosixTime.MAX));
    assertEquals("-62167219200000", NUMBERS.toJson(PosixTime.MIN));
  }

  @Test
  void nulls() {
    assertEquals("{}", TEXT.toJson(new Settings()));
    assertEquals("null", TEXT.toJson(null, Duration.class));
    assertNull(TEXT.fromJson("null", Duration.class));
    assertNull(NUMBERS.fromJson("{\"timeout\":null}", Settings.class).timeout);
  }

  @Test
  void keysAreText() {
    Map<Duration, PosixTime> map = Collections.singletonMap(Duration.ofMillis(2), PosixTime.EPOCH);
    TypeToken<Map<Duration, PosixTime>> type = new TypeToken<Map<Duration, PosixTime>>() {};
    assertEquals("{\"2ms\":0}", NUMBERS.toJson(map, type.getType()));
    assertEquals(map, NUMBERS.fromJson("{\"2ms\":0}", type.getType()));
    assertEquals("{\"2ms\":\"1970-01-01T00:00:00Z\"}", TEXT.toJson(map, type.getType()));
  }

  @Test
  void messages() {
    assertEquals(
        "expected text such as \"1m30s\", got 90, a number without a unit, at" + " $.timeout",
        message("{\"timeout\":90}"));
    String control = message("{\"timeout\":\"1\\n\"}");
    assertTrue(control.startsWith("cannot read \"1\\u000A\" as a duration"), control);
    assertTrue(control.endsWith(", at $.timeout"), control);
    assertEquals(
        "a duration must not be negative, got -1 milliseconds, at $.pause",
        message("{\"pause\":-1}"));
    assertEquals(
        "expected text or a number at $.timeout, got BEGIN_OBJECT",
        message("{\"timeout\":{\"nanos\":-1}}"));
    assertTrue(message("{\"since\":true}").endsWith("got BOOLEAN"));
    Settings fine = new Settings();
    fine.pause = Duration.ofNanos(1);
    assertThrows(JsonParseException.class, () -> TEXT.toJson(fine));
  }

  private static String message(String json) {
    return assertThrows(JsonParseException.class, () -> TEXT.fromJson(json, Settings.class))
        .getMessage();
  }
}
