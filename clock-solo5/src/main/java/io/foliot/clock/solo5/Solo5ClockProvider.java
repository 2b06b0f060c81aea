package io.foliot.clock.solo5;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The provider {@code solo5}: the clocks of Solo5 on a JVM, with priority 30. It refuses them
 * unless a system property requests it.
 *
 * <p>The system property {@value #LIBRARY_PROPERTY} names a shared library that exports the
 * functions. Without it, the provider looks for them in the process, but only if {@link
 * Clocks#PROVIDER_PROPERTY} is {@code solo5}: the lookup loads {@code java.lang.foreign}, which
 * should cost a program nothing that merely has this jar on its class path. {@link
 * Solo5Clocks#inProcess} looks without any property.
 */
public final class Solo5ClockProvider implements ClockProvider {
  /** System property with the path of a library that exports the functions of Solo5. */
  public static final String LIBRARY_PROPERTY = "io.foliot.clock.solo5.library";

  private static final String NAME = "solo5";

  /** Kept so that each clock is one object; guarded by this class. */
  private static Solo5Clocks clocks;

  /** The value of {@link #LIBRARY_PROPERTY} for {@link #clocks}, or "". */
  private static String clocksFrom;

  /** Creates the provider. It loads nothing. */
  public Solo5ClockProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  /** {@inheritDoc} Higher than that of any operating system: on Solo5 there is none. */
  @Override
  public int priority() {
    return 30;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClockUnavailableException if the functions of Solo5 are not found
   */
  @Override
  public MonotonicClock monotonic() {
    return clocks().monotonic();
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClockUnavailableException if the functions of Solo5 are not found, or if the target has
   *     no wall clock
   */
  @Override
  public PosixClock posix() {
    return clocks().posix();
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClockUnavailableException if the functions of Solo5 are not found
   */
  @Override
  public Sleeper sleeper() {
    return clocks().sleeper();
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return List.of(
        ClockOffer.of(
            MonotonicClock.class,
            "monotonic",
            "time since some moment in the past, by solo5_clock_monotonic",
            this::monotonic),
        ClockOffer.of(PosixClock.class, "wall", "wall clock, by solo5_clock_wall", this::posix));
  }

  private static synchronized Solo5Clocks clocks() {
    String library = System.getProperty(LIBRARY_PROPERTY, "");
    if (library.isEmpty() && !NAME.equals(System.getProperty(Clocks.PROVIDER_PROPERTY))) {
      throw new ClockUnavailableException(
          NAME,
          "not requested; on Solo5 set the system property "
              + Clocks.PROVIDER_PROPERTY
              + " to solo5, or "
              + LIBRARY_PROPERTY
              + " to a library that exports its functions");
    }
    if (clocks == null || !clocksFrom.equals(library)) {
      clocks =
          library.isEmpty()
              ? Solo5Clocks.inProcess(Solo5Target.OTHER)
              : Solo5Clocks.library(path(library), Solo5Target.OTHER);
      clocksFrom = library;
    }
    return clocks;
  }

  private static Path path(String library) {
    try {
      return Path.of(library);
    } catch (InvalidPathException e) {
      throw new ClockUnavailableException(
          NAME,
          "the system property "
              + LIBRARY_PROPERTY
              + " is not a path: "
              + e.getMessage()
              + "; expected a shared library that implements solo5.h",
          e);
    }
  }
}
