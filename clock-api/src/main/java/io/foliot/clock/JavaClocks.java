package io.foliot.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;

/**
 * Bridges to {@code java.time}. No other class of this package mentions it, because the classes of
 * {@code java.time} run floating-point code when they initialise; on targets that cannot have that,
 * do without this class.
 *
 * <p>From Java 17 on, {@link Clock} implements {@code java.time.InstantSource}: what {@link
 * #toClock} gives serves both.
 */
public final class JavaClocks {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final long PICOS_PER_NANO = 1_000;

  private JavaClocks() {}

  /**
   * The same time as an {@link Instant}.
   *
   * @param time any time
   * @return that time, digits below a nanosecond dropped towards the past
   */
  public static Instant toInstant(PosixTime time) {
    return Instant.ofEpochSecond(time.toEpochSecond(), time.picosOfSecond() / PICOS_PER_NANO);
  }

  /**
   * The same time as a {@link PosixTime}.
   *
   * @param instant a time within the years 0000 to 9999
   * @return that time, exactly
   * @throws ArithmeticException if it is outside the years 0000 to 9999
   */
  public static PosixTime toPosixTime(Instant instant) {
    long second = instant.getEpochSecond();
    long days = second / SECONDS_PER_DAY;
    long ofDay = second - days * SECONDS_PER_DAY;
    if (ofDay < 0) {
      days--;
      ofDay += SECONDS_PER_DAY;
    }
    if (days < CivilDate.MIN_DAYS || days > CivilDate.MAX_DAYS) {
      throw new ArithmeticException(
          "epoch second " + second + " is outside the years 0000 to 9999");
    }
    return PosixTime.of(
        (int) days, ofDay * PosixTime.PICOS_PER_SECOND + instant.getNano() * PICOS_PER_NANO);
  }

  /**
   * A {@link Clock} that reads a {@link PosixClock}: for code that expects {@code java.time.Clock}
   * or, from Java 17 on, {@code java.time.InstantSource}.
   *
   * @param clock the clock to read
   * @param zone the zone of the result
   * @return a clock in that zone
   */
  public static Clock toClock(PosixClock clock, ZoneId zone) {
    return new ClockOnPosix(clock, zone);
  }

  /**
   * A {@link PosixClock} that reads a {@link Clock}. Its period is not known, and its UTC offset is
   * that of the clock's zone. A reading makes an {@link Instant}, unless the JVM can do without.
   *
   * @param clock the clock to read; times outside the years 0000 to 9999 cannot be represented, and
   *     reading them throws {@link ArithmeticException}
   * @return a clock that shows the same time
   */
  public static PosixClock toPosixClock(Clock clock) {
    return new PosixOnClock(clock);
  }

  /** The system's wall clock, in the zone that is the default at the moment. */
  static PosixClock systemPosixClock() {
    return SystemClock.INSTANCE;
  }

  private static final class ClockOnPosix extends Clock {
    private final PosixClock clock;
    private final ZoneId zone;

    ClockOnPosix(PosixClock clock, ZoneId zone) {
      this.clock = Objects.requireNonNull(clock, "clock");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return other.equals(zone) ? this : new ClockOnPosix(clock, other);
    }

    @Override
    public Instant instant() {
      return toInstant(clock.now());
    }

    @Override
    public long millis() {
      return clock.now().toEpochMillis();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ClockOnPosix
          && ((ClockOnPosix) other).clock.equals(clock)
          && ((ClockOnPosix) other).zone.equals(zone);
    }

    @Override
    public int hashCode() {
      return clock.hashCode() * 31 + zone.hashCode();
    }

    @Override
    public String toString() {
      return clock + " in " + zone;
    }
  }

  private static class PosixOnClock implements PosixClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Within so many seconds of 1970 in both directions the nanoseconds fit without a check. */
    private static final long PLAIN_SECONDS = 9_000_000_000L;

    private final Clock clock;

    PosixOnClock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public PosixTime now() {
      return toPosixTime(clock.instant());
    }

    @Override
    public long epochNanos() {
      Instant instant = clock.instant();
      long second = instant.getEpochSecond();
      return second > -PLAIN_SECONDS && second < PLAIN_SECONDS
          ? second * NANOS_PER_SECOND + instant.getNano()
          : toPosixTime(instant).toEpochNanos();
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return OptionalInt.of(
          clock.getZone().getRules().getOffset(clock.instant()).getTotalSeconds());
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public String toString() {
      return "java.time " + clock;
    }
  }

  /** Its time does not depend on the default zone, which may be one that java.time refuses. */
  private static final class SystemClock extends PosixOnClock {
    static final SystemClock INSTANCE = new SystemClock();

    private static final int MAX_OFFSET_SECONDS = 64_800;

    private SystemClock() {
      super(Clock.systemUTC());
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      // java.util.TimeZone takes offsets up to 24 hours, and answers for every zone it has.
      int seconds = TimeZone.getDefault().getOffset(System.currentTimeMillis()) / 1_000;
      return seconds >= -MAX_OFFSET_SECONDS && seconds <= MAX_OFFSET_SECONDS
          ? OptionalInt.of(seconds)
          : OptionalInt.empty();
    }

    @Override
    public String toString() {
      return "portable java.time";
    }
  }
}
