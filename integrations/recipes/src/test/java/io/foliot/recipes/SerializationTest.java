package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** Values are not serializable, and how a serializable class holds one all the same. */
class SerializationTest {
  record Settings(Duration timeout) implements Serializable {
    private Object writeReplace() {
      return new Stored(timeout.toString());
    }

    private record Stored(String timeout) implements Serializable {
      private Object readResolve() {
        return new Settings(Duration.parse(timeout));
      }
    }
  }

  @Test
  void valuesAreNotSerializable() {
    for (Object value : new Object[] {Duration.ZERO, PosixTime.EPOCH, TickRate.ofHertz(32_768)}) {
      assertThrows(NotSerializableException.class, () -> write(value));
    }
  }

  @Test
  void theClassAroundThem() throws IOException, ClassNotFoundException {
    for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofNanos(1), Duration.MAX}) {
      Settings settings = new Settings(timeout);
      byte[] bytes = write(settings);
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        assertEquals(settings, in.readObject());
      }
    }
  }

  private static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }
}
