package io.foliot.gson;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.foliot.duration.VisibleText;
import io.foliot.wire.WireFormat;
import java.io.IOException;

/**
 * Writes and reads values of one type in a {@link WireFormat}. A field with a format of its own has
 * an adapter of its own:
 *
 * <pre>{@code
 * final class Millis extends WireAdapter<Duration> {
 *   Millis() {
 *     super(WireFormat.durations().in(TimeUnit.MILLISECONDS));
 *   }
 * }
 *
 * @JsonAdapter(Millis.class)
 * private Duration timeout;
 * }</pre>
 *
 * <p>Thread safety: immutable.
 *
 * @param <T> {@code Duration} or {@code PosixTime}
 */
public class WireAdapter<T> extends TypeAdapter<T> {
  private final WireFormat<T> format;

  /**
   * Creates an adapter for a format.
   *
   * @param format the format
   */
  public WireAdapter(WireFormat<T> format) {
    this.format = format;
  }

  @Override
  public final void write(JsonWriter out, T value) throws IOException {
    if (value == null) {
      out.nullValue();
    } else if (format.isNumber()) {
      Number number;
      try {
        number = format.toNumber(value);
      } catch (ArithmeticException e) {
        throw new JsonParseException(e.getMessage(), e);
      }
      out.value(number);
    } else {
      out.value(format.toText(value));
    }
  }

  @Override
  public final T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    // The path names the keys of objects, which come from outside too.
    String path = in.getPath();
    if (token != JsonToken.STRING && token != JsonToken.NUMBER) {
      throw new JsonSyntaxException(
          "expected text or a number at " + VisibleText.whole(path) + ", got " + token);
    }
    String given = in.nextString();
    try {
      return token == JsonToken.STRING ? format.ofText(given) : format.ofNumber(given);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new JsonSyntaxException(e.getMessage() + ", at " + VisibleText.whole(path), e);
    }
  }
}
