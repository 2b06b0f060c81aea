package io.foliot.jackson3;

import io.foliot.wire.WireFormat;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads the keys of maps. */
final class ValueKeyDeserializer<T> extends KeyDeserializer {
  private final WireFormat<T> format;

  ValueKeyDeserializer(WireFormat<T> format) {
    this.format = format.asText();
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    try {
      return format.ofText(key);
    } catch (IllegalArgumentException | ArithmeticException e) {
      DatabindException problem =
          new InvalidFormatException(context.getParser(), e.getMessage(), key, format.type());
      problem.initCause(e);
      throw problem;
    }
  }
}
