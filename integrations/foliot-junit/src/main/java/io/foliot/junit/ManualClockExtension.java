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
 * What {@link ManualTime} registers. Register it without the annotation for clocks that begin at
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

  /** For JUnit, which makes the extension. */
  public ManualClockExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  @SuppressWarnings("deprecation") // JUnit 5 has no other.
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!context.getTestMethod().isPresent()) {
      throw new ParameterResolutionException(
          "tests do not share a clock: take the "
              + parameter.getParameter().getType().getSimpleName()
              + " as a parameter of the test or of a @BeforeEach method, not of "
              + parameter.getDeclaringExecutable());
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ManualClock.class, type -> newClock(context), ManualClock.class);
  }

  private static ManualClock newClock(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      Optional<ManualTime> wanted =
          AnnotationSupport.findAnnotation(at.get().getElement(), ManualTime.class);
      if (wanted.isPresent()) {
        return newClock(wanted.get());
      }
      at = at.get().getParent();
    }
    return new ManualClock();
  }

  private static ManualClock newClock(ManualTime wanted) {
    try {
      return new ManualClock(
          Duration.parse(wanted.elapsed()).toUnsignedNanos(),
          PosixTime.parse(wanted.wall()),
          wanted.suspendBehavior());
    } catch (IllegalArgumentException refusal) {
      throw new ExtensionConfigurationException("@ManualTime: " + refusal.getMessage(), refusal);
    }
  }
}
