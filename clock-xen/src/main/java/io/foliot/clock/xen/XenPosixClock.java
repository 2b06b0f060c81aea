package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Wall-clock time: {@code wc_sec_hi:wc_sec} seconds and {@code wc_nsec} nanoseconds since 1970 at
 * system time zero, plus system time. The system time is read between the two looks at {@code
 * wc_version}, so that base and system time belong together.
 */
final class XenPosixClock implements PosixClock {
  private static final String NAME = "wall clock in shared_info";
  private static final long LOW_WORD = 0xFFFF_FFFFL;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long PICOS_PER_SECOND = 1_000_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;

  /** The last whole second before 2^63 ns, in the year 2262. */
  private static final long LAST_SECOND_IN_NANOS = Long.MAX_VALUE / NANOS_PER_SECOND;

  /** 9999-12-31T23:59:59Z. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final SharedPage page;
  private final SharedInfoLayout layout;
  private final SystemTime systemTime;

  XenPosixClock(SharedPage page, SharedInfoLayout layout, SystemTime systemTime) {
    this.page = page;
    this.layout = layout;
    this.systemTime = systemTime;
    checkWritten();
  }

  @Override
  public long epochNanos() {
    for (int starts = 0; ; starts++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      long elapsed = systemTime.systemTimeNanos();
      if (unchanged(version)) {
        return sum(seconds, nanos, elapsed);
      }
      VersionLock.checkStarts(starts, NAME);
    }
  }

  @Override
  public PosixTime now() {
    for (int starts = 0; ; starts++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      long elapsed = systemTime.systemTimeNanos();
      if (unchanged(version)) {
        return time(seconds, nanos, elapsed);
      }
      VersionLock.checkStarts(starts, NAME);
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
    for (int starts = 0; starts < VersionLock.MAX_STARTS; starts++) {
      int version = page.loadInt(layout.wallVersion());
      long seconds = baseSeconds();
      long nanos = baseNanos();
      if (version == 0) {
        throw new ClockUnavailableException(
            NAME,
            "wc_version is 0: Xen has not written it yet, or this is not the shared_info of a guest"
                + " with layout "
                + layout);
      }
      if (unchanged(version)) {
        if ((seconds | nanos) == 0) {
          throw new ClockUnavailableException(
              NAME,
              "it is 0: dom0 has not set the wall clock yet, or this is not the shared_info of a"
                  + " guest with layout "
                  + layout);
        }
        return;
      }
    }
    throw new ClockUnavailableException(
        NAME, "wc_version stays odd: Xen stopped half-way, or this is not a shared_info");
  }

  private long baseSeconds() {
    return ((long) page.loadInt(layout.wallSecondsHigh()) << 32)
        | (page.loadInt(layout.wallSeconds()) & LOW_WORD);
  }

  private long baseNanos() {
    return page.loadInt(layout.wallNanos()) & LOW_WORD;
  }

  private boolean unchanged(int version) {
    return !VersionLock.beingWritten(version) && page.loadInt(layout.wallVersion()) == version;
  }

  private static long sum(long seconds, long nanos, long elapsed) {
    if (seconds >= 0 && seconds <= LAST_SECOND_IN_NANOS && elapsed >= 0) {
      long base = seconds * NANOS_PER_SECOND + nanos;
      long sum = base + elapsed;
      // Both terms are below 2^63, so a sum past it shows as negative; so does such a base.
      if (base >= 0 && sum >= 0) {
        return sum;
      }
    }
    throw outOfRange(seconds, "2262-04-11T23:47:16.854775807Z, the end of epochNanos(); use now()");
  }

  private static PosixTime time(long seconds, long nanos, long elapsed) {
    // Unsigned: the seconds of a full 64 bits of nanoseconds, through half of both numbers.
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
    throw outOfRange(seconds, "9999-12-31T23:59:59Z, the end of PosixTime");
  }

  private static ArithmeticException outOfRange(long seconds, String end) {
    return new ArithmeticException(
        "wall clock of "
            + Long.toUnsignedString(seconds)
            + " s since 1970 plus system time is past "
            + end);
  }
}
