package io.foliot.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.foliot.wire.WireFormat;
import java.io.IOException;

/**
 * Writes the keys of maps, which are text in every format.
 *
 * @param <T> the type of the values
 */
final class JsonKeySerializer<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;

  /** Not transient, so that serializing a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<T> format;

  JsonKeySerializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeFieldName(format.toText(value));
  }
}
