package io.foliot.jackson3;

import io.foliot.wire.WireFormat;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes values in their format. */
final class WireValueSerializer<T> extends StdScalarSerializer<T> {
  private final WireFormat<T> format;

  WireValueSerializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property)
      throws DatabindException {
    try {
      WireFormat<T> own =
          FormatOverride.of(format, findFormatOverrides(context, property, handledType()));
      return own == format ? this : new WireValueSerializer<>(own);
    } catch (IllegalArgumentException e) {
      return context.reportBadDefinition(handledType(), e.getMessage(), e);
    }
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializationContext context) {
    if (!format.isNumber()) {
      generator.writeString(format.toText(value));
      return;
    }
    Number number;
    try {
      number = format.toNumber(value);
    } catch (ArithmeticException e) {
      throw DatabindException.from(generator, e.getMessage(), e);
    }
    if (number instanceof BigInteger large) {
      generator.writeNumber(large);
    } else {
      generator.writeNumber(number.longValue());
    }
  }

  @Override
  public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
      throws DatabindException {
    if (format.isNumber()) {
      visitIntFormat(visitor, type, JsonParser.NumberType.LONG);
    } else {
      visitStringFormat(visitor, type);
    }
  }
}
