package io.foliot.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.foliot.wire.WireFormat;
import java.io.IOException;

/**
 * Reads values in their format.
 *
 * @param <T> the type of the values
 */
final class WireJsonDeserializer<T> extends StdScalarDeserializer<T>
    implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;

  /** Not transient, so that serializing a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<T> format;

  WireJsonDeserializer(WireFormat<T> format) {
    super(format.type());
    this.format = format;
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
      throws JsonMappingException {
    try {
      WireFormat<T> own =
          PropertyFormat.of(format, findFormatOverrides(context, property, handledType()));
      return own == format ? this : new WireJsonDeserializer<>(own);
    } catch (IllegalArgumentException e) {
      return context.reportBadDefinition(handledType(), e.getMessage());
    }
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    boolean text = parser.hasToken(JsonToken.VALUE_STRING);
    if (!text && !parser.currentToken().isNumeric()) {
      return format.type().cast(context.handleUnexpectedToken(format.type(), parser));
    }
    String given = parser.getText();
    try {
      return text ? format.ofText(given) : format.ofNumber(given);
    } catch (IllegalArgumentException | ArithmeticException e) {
      JsonMappingException problem =
          new InvalidFormatException(parser, e.getMessage(), given, format.type());
      problem.initCause(e);
      throw problem;
    }
  }
}
