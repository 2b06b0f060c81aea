package io.foliot.clock.solo5;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.nio.file.Path;
import java.util.List;

/**
 * Offers the clocks of Solo5 where the process runs under it, and refuses everywhere else.
 *
 * <p>The system property {@value #LIBRARY_PROPERTY} names a shared library to take the functions
 * from instead of the process. Both are looked for again on each request.
 */
public final class Solo5ClockProvider implements ClockProvider {
  /** System property with the file of a library that exports the functions of Solo5. */
  public static final String LIBRARY_PROPERTY = "io.foliot.clock.solo5.library";

  /** Constructing it does nothing. */
  public Solo5ClockProvider() {}

  @Override
  public String name() {
    return "solo5";
  }

  /** {@inheritDoc} Above providers for an operating system: under Solo5 there is none. */
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
   * @throws ClockUnavailableException if the functions of Solo5 are not found, or the target has no
   *     wall clock
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
            "time since some moment in the past, as solo5_clock_monotonic counts it",
            this::monotonic),
        ClockOffer.of(
            PosixClock.class,
            "wall",
            "wall clock time, as solo5_clock_wall counts it",
            this::posix));
  }

  private static Solo5Clocks clocks() {
    String library = System.getProperty(LIBRARY_PROPERTY);
    return library == null
        ? Solo5Clocks.inProcess(Solo5Target.OTHER)
        : Solo5Clocks.library(Path.of(library), Solo5Target.OTHER);
  }
}
