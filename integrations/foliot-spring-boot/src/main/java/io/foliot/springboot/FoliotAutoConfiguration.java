package io.foliot.springboot;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.ConverterRegistry;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Registers converters for {@link Duration} and {@link PosixTime} in
 * {@code @ConfigurationProperties}, {@code @Value} and request parameters.
 *
 * <p>Values are text such as {@code 1m30s} and {@code 2026-11-22T08:57:00Z}, in both directions. A
 * bare number is an error, unless {@code @DurationUnit} on the property names its unit.
 */
@AutoConfiguration
public class FoliotAutoConfiguration {
  /** Called by Spring. */
  public FoliotAutoConfiguration() {}

  @Bean
  @ConfigurationPropertiesBinding
  static GenericConverter foliotDurationConverter() {
    return new WireConverter<>(WireFormat.durations());
  }

  @Bean
  @ConfigurationPropertiesBinding
  static GenericConverter foliotPosixTimeConverter() {
    return new WireConverter<>(WireFormat.times());
  }

  /** Registers the converters for {@code @Value}, which uses those of the bean factory only. */
  @Bean
  static BeanFactoryPostProcessor foliotValueConverters() {
    return factory -> {
      ConversionService service = factory.getConversionService();
      // The shared instance accepts no converters.
      if (service instanceof ConverterRegistry registry
          && !service.equals(ApplicationConversionService.getSharedInstance())) {
        registry.addConverter(foliotDurationConverter());
        registry.addConverter(foliotPosixTimeConverter());
      }
    };
  }
}
