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
 * Teaches Spring Boot to read {@link Duration} and {@link PosixTime}: in
 * {@code @ConfigurationProperties}, in {@code @Value}, and in the parameters of requests.
 *
 * <p>Values are text such as {@code 1m30s} and {@code 2026-11-22T08:57:00Z}. A bare number is
 * refused, unless {@code @DurationUnit} on the property names its unit. Both types print as the
 * same text.
 */
@AutoConfiguration
public class FoliotAutoConfiguration {
  /** For Spring, which makes the configuration. */
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

  /** For {@code @Value}, which asks the bean factory alone. */
  @Bean
  static BeanFactoryPostProcessor foliotValueConverters() {
    return factory -> {
      ConversionService service = factory.getConversionService();
      // The one that all applications share refuses converters.
      if (service instanceof ConverterRegistry registry
          && !service.equals(ApplicationConversionService.getSharedInstance())) {
        registry.addConverter(foliotDurationConverter());
        registry.addConverter(foliotPosixTimeConverter());
      }
    };
  }
}
