package io.foliot.clock;

import java.util.OptionalInt;
import java.util.OptionalLong;

final class CurrentTimeMillisClock implements PosixClock {
  static final CurrentTimeMillisClock INSTANCE = new CurrentTimeMillisClock();

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long PICOS_PER_MILLI = 1_000_000_000;

  private CurrentTimeMillisClock() {}

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochMillis(System.currentTimeMillis());
  }

  @Override
  public long epochNanos() {
    long millis = System.currentTimeMillis();
    long nanos = millis * NANOS_PER_MILLI;
    return nanos / NANOS_PER_MILLI == millis ? nanos : now().toEpochNanos();
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalLong periodPicos() {
    return OptionalLong.of(PICOS_PER_MILLI);
  }

  @Override
  public String toString() {
    return "portable currentTimeMillis";
  }
}
