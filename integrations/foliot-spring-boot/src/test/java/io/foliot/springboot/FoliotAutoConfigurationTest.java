package io.foliot.springboot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

class FoliotAutoConfigurationTest {
  @ConfigurationProperties("demo")
  record Settings(Duration timeout, @DurationUnit(ChronoUnit.SECONDS) Duration lease) {}

  @ConfigurationProperties("other")
  record Others(
      Duration longest,
      PosixTime since,
      List<Duration> backoff,
      Map<String, Duration> limits,
      Duration unset) {}

  record Injected(Duration timeout, PosixTime since) {}

  @Configuration
  @EnableAutoConfiguration
  @EnableConfigurationProperties({Settings.class, Others.class})
  static class Application {
    @Bean
    Injected injected(
        @Value("${demo.timeout}") Duration timeout, @Value("${other.since}") PosixTime since) {
      return new Injected(timeout, since);
    }
  }

  private static ConfigurableApplicationContext start(Map<String, Object> settings) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(settings)
        .run();
  }

  @Test
  void configuration() {
    Map<String, Object> settings =
        Map.of(
            "demo.timeout", "1m30s",
            "demo.lease", 90,
            "other.longest", Duration.MAX.toString(),
            "other.since", "1969-12-31T23:59:59.999999999999Z",
            "other.backoff", "100ms,PT1S",
            "other.limits.short", "0s");
    try (ConfigurableApplicationContext context = start(settings)) {
      PosixTime since = PosixTime.of(-1, 86_399_999_999_999_999L);
      assertEquals(
          new Settings(Duration.ofSeconds(90), Duration.ofSeconds(90)),
          context.getBean(Settings.class));
      assertEquals(
          new Others(
              Duration.MAX,
              since,
              List.of(Duration.ofMillis(100), Duration.ofSeconds(1)),
              Map.of("short", Duration.ZERO),
              null),
          context.getBean(Others.class));
      assertEquals(new Injected(Duration.ofSeconds(90), since), context.getBean(Injected.class));

      // As Spring MVC and WebFlux collect the converters of the parameters of requests.
      DefaultFormattingConversionService web = new DefaultFormattingConversionService();
      ApplicationConversionService.addBeans(web, context);
      assertEquals(Duration.ofSeconds(90), web.convert("1m30s", Duration.class));
      assertEquals("9999-12-31T23:59:59.999999999999Z", web.convert(PosixTime.MAX, String.class));
      assertNull(web.convert(null, Duration.class));
    }
  }

  @Test
  void invalidConfiguration() {
    Exception refusal =
        assertThrows(
            RuntimeException.class,
            () ->
                start(
                    Map.of(
                        "demo.timeout",
                        "1s",
                        "other.longest",
                        90,
                        "other.since",
                        "1970-01-01T00:00:00Z")));
    StringBuilder reasons = new StringBuilder();
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      reasons.append(cause.getMessage()).append('\n');
    }
    assertTrue(reasons.toString().contains("got 90, a number without a unit"), reasons::toString);
  }

  @Test
  void refusals() {
    DefaultFormattingConversionService service = new DefaultFormattingConversionService();
    service.addConverter(FoliotAutoConfiguration.foliotDurationConverter());
    service.addConverter(FoliotAutoConfiguration.foliotPosixTimeConverter());
    for (Object wrong : new Object[] {"", "90", "-1s", "1s\n", -1, 1.5, true}) {
      assertThrows(RuntimeException.class, () -> service.convert(wrong, Duration.class));
    }
    assertThrows(
        ConversionFailedException.class, () -> service.convert(1_764_374_400L, PosixTime.class));
    assertEquals("0s", service.convert(Duration.ZERO, String.class));
  }
}
