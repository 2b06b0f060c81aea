package io.foliot.junit;

import io.foliot.clock.BoundedPosixClock;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The extension that {@link ManualTime} registers. Register it directly for clocks that start at
 * zero.
 */
public final class ManualClockExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ManualClockExtension.class);

  private static final List<Class<?>> TYPES =
      Arrays.asList(
          ManualClock.class,
          MonotonicClock.class,
          PosixClock.class,
          BoundedPosixClock.class,
          Sleeper.class);

  /** Called by JUnit. */
  public ManualClockExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  @SuppressWarnings("deprecation") // JUnit 5 has no alternative.
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!context.getTestMethod().isPresent()) {
      throw new ParameterResolutionException(
          "tests must not share a clock; declare the parameter of type "
              + parameter.getParameter().getType().getSimpleName()
              + " on a test or @BeforeEach method, not on "
              + parameter.getDeclaringExecutable());
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ManualClock.class, type -> newClock(context), ManualClock.class);
  }

  private static ManualClock newClock(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      Optional<ManualTime> annotation =
          AnnotationSupport.findAnnotation(at.get().getElement(), ManualTime.class);
      if (annotation.isPresent()) {
        return newClock(annotation.get());
      }
      at = at.get().getParent();
    }
    return new ManualClock();
  }

  private static ManualClock newClock(ManualTime annotation) {
    try {
      return new ManualClock(
          Duration.parse(annotation.elapsed()).toUnsignedNanos(),
          PosixTime.parse(annotation.wall()),
          annotation.suspendBehavior());
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException("@ManualTime: " + e.getMessage(), e);
    }
  }
}
