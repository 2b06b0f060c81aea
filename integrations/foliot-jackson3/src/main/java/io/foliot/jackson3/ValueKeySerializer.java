package io.foliot.jackson3;

import io.foliot.wire.WireFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the keys of maps, which are text in every format. */
final class ValueKeySerializer<T> extends StdSerializer<T> {
  private final WireFormat<T> format;

  ValueKeySerializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializationContext context) {
    generator.writeName(format.toText(value));
  }
}
