package io.foliot.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;

/**
 * Bridges to {@code java.time}. No other class of this package refers to it, because {@code
 * java.time} runs floating-point code during class initialisation; avoid this class on targets
 * without floating point.
 *
 * <p>From Java 17 on, {@link Clock} implements {@code java.time.InstantSource}, and so does the
 * result of {@link #toClock}.
 */
public final class JavaClocks {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final long PICOS_PER_NANO = 1_000;

  private JavaClocks() {}

  /**
   * Converts to an {@link Instant}, rounding to nanoseconds towards the past.
   *
   * @param time the time
   * @return the instant
   */
  public static Instant toInstant(PosixTime time) {
    return Instant.ofEpochSecond(time.toEpochSecond(), time.picosOfSecond() / PICOS_PER_NANO);
  }

  /**
   * Converts from an {@link Instant}, exactly.
   *
   * @param instant a time within the years 0000 to 9999
   * @return the time
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
      throw new ArithmeticException(second + " s since 1970 is outside the years 0000 to 9999");
    }
    return PosixTime.of(
        (int) days, ofDay * PosixTime.PICOS_PER_SECOND + instant.getNano() * PICOS_PER_NANO);
  }

  /**
   * Returns a {@link Clock} that reads a {@link PosixClock}.
   *
   * @param clock the clock to read
   * @param zone the zone of the result
   * @return a clock in that zone
   */
  public static Clock toClock(PosixClock clock, ZoneId zone) {
    return new ClockOnPosix(clock, zone);
  }

  /**
   * Returns a {@link PosixClock} that reads a {@link Clock}. Its period is unknown and its UTC
   * offset is that of the clock's zone. A reading may allocate an {@link Instant}; it throws {@link
   * ArithmeticException} outside the years 0000 to 9999.
   *
   * @param clock the clock to read
   * @return a clock that shows the same time
   */
  public static PosixClock toPosixClock(Clock clock) {
    return new PosixOnClock(clock);
  }

  /** {@return the system's wall clock, in the current default zone} */
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

    /** A {@code long} holds the nanoseconds of times less than this far from 1970. */
    private static final long UNCHECKED_SECONDS = 9_000_000_000L;

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
      return second > -UNCHECKED_SECONDS && second < UNCHECKED_SECONDS
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

  /** Reads UTC, because java.time may reject the default zone. */
  private static final class SystemClock extends PosixOnClock {
    static final SystemClock INSTANCE = new SystemClock();

    private static final int MAX_OFFSET_SECONDS = 64_800;

    private SystemClock() {
      super(Clock.systemUTC());
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      // java.util.TimeZone allows offsets of up to 24 hours and never throws.
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
