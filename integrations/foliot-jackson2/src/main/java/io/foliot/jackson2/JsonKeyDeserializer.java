package io.foliot.jackson2;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.foliot.wire.WireFormat;
import java.io.IOException;

/**
 * Reads the keys of maps.
 *
 * @param <T> the type of the values
 */
final class JsonKeyDeserializer<T> extends KeyDeserializer {
  private final WireFormat<T> format;

  JsonKeyDeserializer(WireFormat<T> format) {
    this.format = format.asText();
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) throws IOException {
    try {
      return format.ofText(key);
    } catch (IllegalArgumentException | ArithmeticException e) {
      JsonMappingException problem =
          new InvalidFormatException(context.getParser(), e.getMessage(), key, format.type());
      problem.initCause(e);
      throw problem;
    }
  }
}
