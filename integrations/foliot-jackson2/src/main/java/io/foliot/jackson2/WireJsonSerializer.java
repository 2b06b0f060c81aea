package io.foliot.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.foliot.wire.WireFormat;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Writes values in their format.
 *
 * @param <T> the type of the values
 */
final class WireJsonSerializer<T> extends StdScalarSerializer<T> implements ContextualSerializer {
  private static final long serialVersionUID = 1L;

  /** Not transient, so that serializing a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<T> format;

  WireJsonSerializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
      throws JsonMappingException {
    try {
      WireFormat<T> own =
          PropertyFormat.of(format, findFormatOverrides(provider, property, handledType()));
      return own == format ? this : new WireJsonSerializer<>(own);
    } catch (IllegalArgumentException e) {
      return provider.reportBadDefinition(handledType(), e.getMessage(), e);
    }
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    if (!format.isNumber()) {
      generator.writeString(format.toText(value));
      return;
    }
    Number number;
    try {
      number = format.toNumber(value);
    } catch (ArithmeticException e) {
      throw JsonMappingException.from(generator, e.getMessage(), e);
    }
    if (number instanceof BigInteger) {
      generator.writeNumber((BigInteger) number);
    } else {
      generator.writeNumber(number.longValue());
    }
  }

  @Override
  public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
      throws JsonMappingException {
    if (format.isNumber()) {
      visitIntFormat(visitor, type, JsonParser.NumberType.LONG);
    } else {
      visitStringFormat(visitor, type);
    }
  }
}
