package io.foliot.jackson2;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.foliot.duration.VisibleText;
import io.foliot.wire.WireFormat;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Applies {@code @JsonFormat} of a property, or of the mapper's configuration. */
final class PropertyFormat {
  private PropertyFormat() {}

  /**
   * {@return the format of a property}
   *
   * @param format the module's
   * @param override the property's, or null
   * @throws IllegalArgumentException if the pattern is not a unit, or a number has no unit
   */
  static <T> WireFormat<T> of(WireFormat<T> format, JsonFormat.Value override) {
    if (override == null) {
      return format;
    }
    if (override.hasPattern()) {
      return format.in(unit(override.getPattern()));
    }
    if (override.getShape() == JsonFormat.Shape.STRING) {
      return format.asText();
    }
    if (override.getShape().isNumeric() && !format.isNumber()) {
      throw new IllegalArgumentException(
          "@JsonFormat requests a number without a unit; add pattern = \"MILLISECONDS\"");
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
        "the pattern of @JsonFormat must be one of "
            + Arrays.toString(TimeUnit.values())
            + ", got \""
            + VisibleText.of(name)
            + "\"");
  }
}
