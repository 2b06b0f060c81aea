package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.foliot.clock.BoundedPosixTime;
import io.foliot.clock.Deadline;
import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SyncState;
import io.foliot.duration.Duration;
import io.foliot.duration.SignedDuration;
import io.foliot.duration.TickRate;
import io.foliot.duration.TickScale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Mappers without an integration module write and read values correctly or refuse. They do not map
 * values to properties, and do not read numbers as values.
 */
class PlainBindersTest {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofSeconds(5), new ManualClock());
  private static final BoundedPosixTime BOUNDED =
      BoundedPosixTime.of(PosixTime.EPOCH, Duration.ofSeconds(1), SyncState.SYNCHRONIZED);

  /** Values with the text that both versions of Jackson write for them. */
  private static final Map<Object, String> TEXTS =
      Map.of(
          Duration.ZERO,
          "0s",
          Duration.parse("1m30s"),
          "1m30s",
          Duration.MAX,
          "213503d23h34m33.709551615s",
          SignedDuration.parse("-1.5s"),
          "-1.5s",
          PosixTime.ofEpochMillis(-1),
          "1969-12-31T23:59:59.999Z",
          TickRate.ofHertz(1000),
          "1 ticks in 1000000 ns",
          TickScale.ofPvclock(3, 0),
          "(ticks * 3) >> 32",
          BOUNDED,
          BOUNDED.toString(),
          DEADLINE,
          DEADLINE.toString());

  private static final List<Class<?>> READABLE =
      List.of(Duration.class, SignedDuration.class, PosixTime.class);

  private static final List<Class<?>> ONLY_WRITTEN =
      List.of(TickRate.class, TickScale.class, BoundedPosixTime.class, Deadline.class);

  /** JSON that is not the text of any of these types. */
  private static final List<String> NO_TEXTS =
      List.of(
          "90",
          "-1",
          "0",
          "1.5",
          "true",
          "{}",
          "[]",
          "[90]",
          "\"\"",
          "\"90\"",
          "\"x\"",
          "{\"zero\":false}",
          "{\"nanos\":90}",
          "{\"ticks\":1,\"nanos\":2}",
          "{\"days\":1,\"picosOfDay\":2}",
          "{\"never\":true}",
          "{\"bounded\":true}");

  private interface Mapper {
    String write(Object value) throws Exception;

    Object read(String json, Class<?> type) throws Exception;
  }

  private static final Mapper JACKSON_2 =
      new Mapper() {
        private final com.fasterxml.jackson.databind.ObjectMapper mapper =
            new com.fasterxml.jackson.databind.ObjectMapper();

        @Override
        public String write(Object value) throws Exception {
          return mapper.writeValueAsString(value);
        }

        @Override
        public Object read(String json, Class<?> type) throws Exception {
          return mapper.readValue(json, type);
        }
      };

  private static final Mapper JACKSON_3 =
      new Mapper() {
        private final tools.jackson.databind.ObjectMapper mapper =
            new tools.jackson.databind.ObjectMapper();

        @Override
        public String write(Object value) {
          return mapper.writeValueAsString(value);
        }

        @Override
        public Object read(String json, Class<?> type) {
          return mapper.readValue(json, type);
        }
      };

  @Test
  void jackson2() throws Exception {
    writesAndReadsText(JACKSON_2);
  }

  @Test
  void jackson3() throws Exception {
    writesAndReadsText(JACKSON_3);
  }

  private static void writesAndReadsText(Mapper mapper) throws Exception {
    for (Map.Entry<Object, String> entry : TEXTS.entrySet()) {
      Object value = entry.getKey();
      String json = mapper.write(value);
      assertEquals("\"" + entry.getValue() + "\"", json);
      if (READABLE.contains(value.getClass())) {
        assertEquals(value, mapper.read(json, value.getClass()));
      } else {
        assertThrows(Exception.class, () -> mapper.read(json, value.getClass()));
      }
    }
    for (Class<?> type : READABLE) {
      refusesOther(mapper, type);
    }
    for (Class<?> type : ONLY_WRITTEN) {
      refusesOther(mapper, type);
    }
    assertEquals(
        "{\"1m30s\":\"0s\"}", mapper.write(Map.of(Duration.parse("1m30s"), Duration.ZERO)));
  }

  private static void refusesOther(Mapper mapper, Class<?> type) {
    for (String json : NO_TEXTS) {
      assertThrows(Exception.class, () -> mapper.read(json, type), () -> type + " from " + json);
    }
  }

  /** Gson reads and writes private fields, as numbers that only it understands. */
  @Test
  void gsonReadsBackExactlyWhatItWrites() {
    Gson gson = new GsonBuilder().create();
    for (Object value : TEXTS.keySet()) {
      if (!(value instanceof Deadline)) {
        assertEquals(
            value.toString(), gson.fromJson(gson.toJson(value), value.getClass()).toString());
      }
    }
    for (Class<?> type : READABLE) {
      assertThrows(RuntimeException.class, () -> gson.fromJson("90", type));
      assertThrows(RuntimeException.class, () -> gson.fromJson("\"1m30s\"", type));
    }
    // A deadline belongs to a clock of this process.
    assertThrows(
        RuntimeException.class,
        () -> gson.fromJson("{\"reading\":1,\"clock\":{}}", Deadline.class));
  }
}
