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

/** Reads values as their format says. */
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
    } catch (IllegalArgumentException refusal) {
      return context.reportBadDefinition(handledType(), refusal.getMessage());
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
    } catch (IllegalArgumentException | ArithmeticException refusal) {
      DatabindException problem =
          new InvalidFormatException(parser, refusal.getMessage(), given, format.type());
      problem.initCause(refusal);
      throw problem;
    }
  }
}
