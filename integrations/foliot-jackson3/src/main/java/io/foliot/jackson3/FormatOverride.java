package io.foliot.jackson3;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.foliot.wire.WireFormat;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What {@code @JsonFormat} on a property, or the configuration of the mapper, asks for. */
final class FormatOverride {
  private FormatOverride() {}

  /**
   * The format of a property.
   *
   * @param format the module's
   * @param wanted the property's, or null
   * @throws IllegalArgumentException if the pattern is no unit, or a number is wanted without one
   */
  static <T> WireFormat<T> of(WireFormat<T> format, JsonFormat.Value wanted) {
    if (wanted == null) {
      return format;
    }
    if (wanted.hasPattern()) {
      return format.in(unit(wanted.getPattern()));
    }
    if (wanted.getShape() == JsonFormat.Shape.STRING) {
      return format.asText();
    }
    if (wanted.getShape().isNumeric() && !format.isNumber()) {
      throw new IllegalArgumentException(
          "@JsonFormat asks for a number of no unit; name one: pattern = \"MILLISECONDS\"");
    }
    return format;
  }

  private static TimeUnit unit(String name) {
    for (TimeUnit unit : TimeUnit.values()) {
      if (unit.name().equals(name)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "@JsonFormat has the pattern \""
            + name
            + "\", expected one of "
            + Arrays.toString(TimeUnit.values()));
  }
}
