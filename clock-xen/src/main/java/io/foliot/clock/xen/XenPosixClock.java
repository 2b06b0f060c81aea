package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Wall-clock time: {@code wc_sec_hi:wc_sec} seconds and {@code wc_nsec} nanoseconds since 1970 at
 * system time 0, plus system time. System time is read between the two loads of {@code wc_version},
 * so that both terms are of one moment.
 */
final class XenPosixClock implements PosixClock {
  private static final String NAME = "wall clock in shared_info";
  private static final long LOW_WORD = 0xFFFF_FFFFL;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long PICOS_PER_SECOND = 1_000_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;

  /** The last whole second before 2^63 ns since 1970, in 2262. */
  private static final long LAST_SECOND_IN_NANOS = Long.MAX_VALUE / NANOS_PER_SECOND;

  /** 9999-12-31T23:59:59Z. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final SharedPage page;
  private final SharedInfoLayout layout;
  private final SystemTimeClock systemTime;

  XenPosixClock(SharedPage page, SharedInfoLayout layout, SystemTimeClock systemTime) {
    this.page = page;
    this.layout = layout;
    this.systemTime = systemTime;
    checkWritten();
  }

  @Override
  public long epochNanos() {
    for (int tries = 0; ; tries++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      long elapsed = systemTime.systemTimeNanos();
      if (unchanged(version)) {
        return sum(seconds, nanos, elapsed);
      }
      Seqlock.checkTries(tries, NAME);
    }
  }

  @Override
  public PosixTime now() {
    for (int tries = 0; ; tries++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      long elapsed = systemTime.systemTimeNanos();
      if (unchanged(version)) {
        return time(seconds, nanos, elapsed);
      }
      Seqlock.checkTries(tries, NAME);
    }
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalLong periodPicos() {
    return systemTime.periodPicos();
  }

  private void checkWritten() {
    for (int tries = 0; tries < Seqlock.MAX_TRIES; tries++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      if (version == 0) {
        throw new ClockUnavailableException(
            NAME,
            "wc_version is 0: Xen has not written it yet, or shared_info does not have the layout "
                + layout
                + "; check page and layout");
      }
      if (unchanged(version)) {
        if ((seconds | nanos) == 0) {
          throw new ClockUnavailableException(
              NAME,
              "wc_sec and wc_nsec are 0: dom0 has not set the wall clock yet, or shared_info does not"
                  + " have the layout "
                  + layout
                  + "; set the wall clock, or check page and layout");
        }
        return;
      }
    }
    throw new ClockUnavailableException(NAME, Seqlock.neverConsistent("wc_version"));
  }

  private long baseSeconds() {
    return ((long) page.loadInt(layout.wallSecondsHigh()) << 32)
        | (page.loadInt(layout.wallSeconds()) & LOW_WORD);
  }

  private long baseNanos() {
    return page.loadInt(layout.wallNanos()) & LOW_WORD;
  }

  private boolean unchanged(int version) {
    return !Seqlock.mustRetry(page, layout.wallVersion(), version);
  }

  private static long sum(long seconds, long nanos, long elapsed) {
    if (seconds >= 0 && seconds <= LAST_SECOND_IN_NANOS && elapsed >= 0) {
      long base = seconds * NANOS_PER_SECOND + nanos;
      long sum = base + elapsed;
      // Each term is below 2^63, so a sum beyond is negative; so is such a base.
      if (base >= 0 && sum >= 0) {
        return sum;
      }
    }
    throw outOfRange(
        seconds, "2262-04-11T23:47:16.854775807Z, the maximum of epochNanos(); use now()");
  }

  private static PosixTime time(long seconds, long nanos, long elapsed) {
    // Unsigned division, by halving both numbers.
    long elapsedSeconds = (elapsed >>> 1) / (NANOS_PER_SECOND / 2);
    long rest = nanos + (elapsed - elapsedSeconds * NANOS_PER_SECOND);
    long carry = rest / NANOS_PER_SECOND;
    if (seconds >= 0 && seconds <= LAST_SECOND) {
      long second = seconds + elapsedSeconds + carry;
      if (second <= LAST_SECOND) {
        long days = second / SECONDS_PER_DAY;
        return PosixTime.of(
            (int) days,
            (second - days * SECONDS_PER_DAY) * PICOS_PER_SECOND
                + (rest - carry * NANOS_PER_SECOND) * 1000);
      }
    }
    throw outOfRange(seconds, "9999-12-31T23:59:59Z, the maximum of PosixTime");
  }

  private static ArithmeticException outOfRange(long seconds, String maximum) {
    return new ArithmeticException(
        Long.toUnsignedString(seconds)
            + " s since 1970 in shared_info, plus system time, exceeds "
            + maximum);
  }
}
