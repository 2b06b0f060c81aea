package io.foliot.clock.solo5;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.nio.file.Path;
import java.util.List;

/**
 * Offers the clocks of Solo5 to a JVM, where it is told that they are there, and refuses everywhere
 * else.
 *
 * <p>The system property {@value #LIBRARY_PROPERTY} names a shared library to take the functions
 * from. Without it they are looked for in the process itself, and only if {@link
 * Clocks#PROVIDER_PROPERTY} is {@code solo5}: to look for them loads {@code java.lang.foreign},
 * which an ordinary program with this jar on its class path does not pay for. {@link
 * Solo5Clocks#inProcess} looks without being told.
 */
public final class Solo5ClockProvider implements ClockProvider {
  /** System property with the file of a library that exports the functions of Solo5. */
  public static final String LIBRARY_PROPERTY = "io.foliot.clock.solo5.library";

  private static final String NAME = "solo5";

  /** What was found last, so that a clock is one object; guarded by this class. */
  private static Solo5Clocks clocks;

  /** The value of {@link #LIBRARY_PROPERTY} then, or "". */
  private static String clocksFrom;

  /** Constructing it does nothing. */
  public Solo5ClockProvider() {}

  @Override
  public String name() {
    return NAME;
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

  private static synchronized Solo5Clocks clocks() {
    String library = System.getProperty(LIBRARY_PROPERTY, "");
    if (library.isEmpty() && !NAME.equals(System.getProperty(Clocks.PROVIDER_PROPERTY))) {
      throw new ClockUnavailableException(
          NAME,
          "not asked for; under Solo5 set the system property "
              + Clocks.PROVIDER_PROPERTY
              + " to solo5, or "
              + LIBRARY_PROPERTY
              + " to a library with its functions");
    }
    if (clocks == null || !clocksFrom.equals(library)) {
      clocks =
          library.isEmpty()
              ? Solo5Clocks.inProcess(Solo5Target.OTHER)
              : Solo5Clocks.library(Path.of(library), Solo5Target.OTHER);
      clocksFrom = library;
    }
    return clocks;
  }
}
