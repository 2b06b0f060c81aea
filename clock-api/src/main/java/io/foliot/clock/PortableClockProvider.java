package io.foliot.clock;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The clocks that every Java platform has, from version 8 up. {@link Clocks#installed()} uses them
 * where no other provider works.
 *
 * <h2>Platform support</h2>
 *
 * <ul>
 *   <li><b>Monotonic clock:</b> {@link System#nanoTime()}, counted from when this clock was first
 *       asked for; it costs the same. The Java specification leaves open how fine it ticks and
 *       whether it counts time in suspend, so that its period is empty and its suspend behaviour
 *       {@link SuspendBehavior#UNKNOWN}. On OpenJDK for Linux it is CLOCK_MONOTONIC: fine to 1 ns,
 *       stopping in suspend.
 *   <li><b>Wall clock:</b> {@code java.time.Clock}. It is fine to 1 ms on Java 8, and on later
 *       versions to what the system gives (1 ns on Linux from Java 15, 1 &micro;s on macOS, 100 ns
 *       on Windows). Its UTC offset is that of the JVM's default zone at the moment, or empty where
 *       that is more than 18 hours; the time itself does not depend on the zone. A reading makes an
 *       {@code Instant}, which the compiler of a current JVM removes.
 *   <li><b>Wall clock in milliseconds</b>, among the offers only: {@link
 *       System#currentTimeMillis()}, whose reading allocates nothing on any JVM.
 *   <li><b>Sleeper:</b> {@link Sleeper#parking} on the monotonic clock.
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class PortableClockProvider implements ClockProvider {
  private static final Sleeper SLEEPER = Sleeper.parking(NanoTimeClock.INSTANCE);

  /** Constructing it does nothing. */
  public PortableClockProvider() {}

  @Override
  public String name() {
    return "portable";
  }

  @Override
  public int priority() {
    return 0;
  }

  /** {@inheritDoc} This one never refuses, and always gives the same object. */
  @Override
  public MonotonicClock monotonic() {
    return NanoTimeClock.INSTANCE;
  }

  /** {@inheritDoc} This one never refuses. */
  @Override
  public PosixClock posix() {
    return JavaClocks.systemPosixClock();
  }

  /** {@inheritDoc} This one never refuses. */
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
                "time since first use, as System.nanoTime counts it",
                this::monotonic),
            ClockOffer.of(
                PosixClock.class,
                "java.time",
                "wall clock time, as java.time.Clock reads it",
                this::posix),
            ClockOffer.of(
                PosixClock.class,
                "currentTimeMillis",
                "wall clock time in whole milliseconds",
                () -> CurrentTimeMillisClock.INSTANCE)));
  }
}
