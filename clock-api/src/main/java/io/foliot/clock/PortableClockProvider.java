package io.foliot.clock;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The clocks of every Java platform since version 8. {@link Clocks#installed()} uses them where no
 * other provider works.
 *
 * <h2>Platform support</h2>
 *
 * <ul>
 *   <li><b>Monotonic clock:</b> {@link System#nanoTime()}, counted from the first request for the
 *       clock, at the same cost. The Java specification leaves its resolution and its behaviour in
 *       suspend open, so the period is empty and the suspend behaviour {@link
 *       SuspendBehavior#UNKNOWN}. On OpenJDK for Linux it is CLOCK_MONOTONIC: 1 ns resolution,
 *       stops in suspend.
 *   <li><b>Wall clock:</b> {@code java.time.Clock}. Its resolution is 1 ms on Java 8 and that of
 *       the system on later versions (1 ns on Linux from Java 15, 1 &micro;s on macOS, 100 ns on
 *       Windows). Its UTC offset is that of the JVM's current default zone, or empty if that
 *       exceeds 18 hours; the time itself does not depend on the zone. A reading creates an {@code
 *       Instant}, which the compiler of a current JVM removes.
 *   <li><b>Wall clock in milliseconds</b>, as an offer only: {@link System#currentTimeMillis()},
 *       which allocates nothing on any JVM.
 *   <li><b>Sleeper:</b> {@link Sleeper#parking} on the monotonic clock.
 * </ul>
 *
 * <p>Never refuses a clock. Thread-safe.
 */
public final class PortableClockProvider implements ClockProvider {
  private static final Sleeper SLEEPER = Sleeper.parking(NanoTimeClock.INSTANCE);

  /** Creates a provider. */
  public PortableClockProvider() {}

  @Override
  public String name() {
    return "portable";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public MonotonicClock monotonic() {
    return NanoTimeClock.INSTANCE;
  }

  @Override
  public PosixClock posix() {
    return JavaClocks.systemPosixClock();
  }

  @Override
  public Sleeper sleeper() {
    return SLEEPER;
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return Collections.unmodifiableList(
        Arrays.<ClockOffer<?>>asList(
            ClockOffer.of(
                MonotonicClock.class,
                "nanoTime",
                "System.nanoTime since first use",
                this::monotonic),
            ClockOffer.of(
                PosixClock.class, "java.time", "wall clock of java.time.Clock", this::posix),
            ClockOffer.of(
                PosixClock.class,
                "currentTimeMillis",
                "wall clock in whole milliseconds",
                () -> CurrentTimeMillisClock.INSTANCE)));
  }
}
