package io.foliot.jackson3;

import io.foliot.wire.WireFormat;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads values in their format. */
final class WireValueDeserializer<T> extends StdScalarDeserializer<T> {
  private final WireFormat<T> format;

  WireValueDeserializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) throws DatabindException {
    try {
      WireFormat<T> own =
          FormatOverride.of(format, findFormatOverrides(context, property, handledType()));
      return own == format ? this : new WireValueDeserializer<>(own);
    } catch (IllegalArgumentException e) {
      return context.reportBadDefinition(handledType(), e.getMessage());
    }
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    boolean text = parser.hasToken(JsonToken.VALUE_STRING);
    if (!text && !parser.currentToken().isNumeric()) {
      return format.type().cast(context.handleUnexpectedToken(format.type(), parser));
    }
    String given = parser.getString();
    try {
      return text ? format.ofText(given) : format.ofNumber(given);
    } catch (IllegalArgumentException | ArithmeticException e) {
      DatabindException problem =
          new InvalidFormatException(parser, e.getMessage(), given, format.type());
      problem.initCause(e);
      throw problem;
    }
  }
}
