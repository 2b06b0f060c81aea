package io.foliot.springboot;

import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Converts values of one type from text and numbers, and to text. */
final class WireConverter<T> implements GenericConverter {
  private final WireFormat<T> format;

  WireConverter(WireFormat<T> format) {
    this.format = format;
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(
        new ConvertiblePair(String.class, format.type()),
        new ConvertiblePair(Number.class, format.type()),
        new ConvertiblePair(format.type(), String.class));
  }

  @Override
  public Object convert(Object source, TypeDescriptor from, TypeDescriptor to) {
    if (source == null) {
      return null;
    }
    if (format.type().isInstance(source)) {
      return format.toText(format.type().cast(source));
    }
    WireFormat<T> own = formatOf(to);
    String given = source.toString();
    return source instanceof Number ? own.ofNumber(given) : own.ofText(given);
  }

  private WireFormat<T> formatOf(TypeDescriptor property) {
    DurationUnit unit =
        format.type() == Duration.class ? property.getAnnotation(DurationUnit.class) : null;
    return unit == null ? format : format.in(TimeUnit.of(unit.value()));
  }
}
