package io.foliot.clock.posix;

import io.foliot.clock.BoundedPosixClock;
import io.foliot.clock.BoundedPosixTime;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SyncState;
import io.foliot.duration.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** CLOCK_REALTIME with the maximum error from {@link ClockDiscipline}. */
final class KernelBoundedClock implements BoundedPosixClock {
  /**
   * By how much the kernel's maximum error may be too small: the kernel adds 500 µs once a second,
   * and rounds down to microseconds.
   */
  private static final Duration GROWTH = Duration.ofMicros(501);

  /** In a leap second a reading is ambiguous by a second. */
  private static final Duration LEAP_SECOND = Duration.ofSeconds(1);

  private final KernelPosixClock clock =
      new KernelPosixClock("posix bounded", ClockId.REALTIME, true);

  private KernelBoundedClock() {}

  static KernelBoundedClock open() {
    KernelBoundedClock clock = new KernelBoundedClock();
    // So that a refusal comes now, not at the first reading.
    ClockDiscipline ignored = ClockDiscipline.read();
    return clock;
  }

  @Override
  public BoundedPosixTime reading() {
    return bounded(ClockDiscipline.read());
  }

  static BoundedPosixTime bounded(ClockDiscipline discipline) {
    PosixTime now = discipline.readAt();
    SyncState state = discipline.syncState();
    if (discipline.maximumError().isEmpty()) {
      return BoundedPosixTime.unbounded(now, state);
    }
    Duration error = discipline.maximumError().get().saturatingPlus(GROWTH);
    return BoundedPosixTime.of(
        now, discipline.isInLeapSecond() ? error.saturatingPlus(LEAP_SECOND) : error, state);
  }

  @Override
  public PosixTime now() {
    return clock.now();
  }

  @Override
  public long epochNanos() {
    return clock.epochNanos();
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return clock.utcOffsetSeconds();
  }

  @Override
  public OptionalLong periodPicos() {
    return clock.periodPicos();
  }

  @Override
  public String toString() {
    return clock.toString();
  }
}
