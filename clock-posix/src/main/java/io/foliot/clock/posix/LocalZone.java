package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/**
 * The offset of local time from UTC as the C library knows it: from {@code TZ} or {@code
 * /etc/localtime}, read again on every question. Java's own default zone, which {@code
 * -Duser.timezone} changes, is not looked at.
 */
final class LocalZone {
  /** {@code struct tm} has 56 bytes, {@code tm_gmtoff} behind nine ints and their padding. */
  private static final long TM_BYTES = 56;

  private static final long TM_GMTOFF = 40;

  /** 18 hours. */
  private static final long MAX_SECONDS = 64_800;

  private static final NativeFunction TZSET =
      NativeFunction.ofSymbol("tzset", FunctionDescriptor.ofVoid());
  private static final NativeFunction LOCALTIME =
      NativeFunction.ofSymbol("localtime_r", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));

  private LocalZone() {}

  /**
   * Local time minus UTC at an instant.
   *
   * @param epochNanos the instant, nanoseconds since 1970
   * @return seconds, or empty if the C library cannot tell, or tells more than 18 hours
   */
  static OptionalInt utcOffsetSeconds(long epochNanos) {
    if (!TZSET.isBound() || !LOCALTIME.isBound()) {
      return OptionalInt.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(JAVA_LONG);
      MemorySegment broken = arena.allocate(TM_BYTES, 8);
      time.set(JAVA_LONG, 0, Math.floorDiv(epochNanos, 1_000_000_000L));
      // localtime_r alone need not look at the zone again.
      TZSET.handle().invokeExact();
      long result = (long) LOCALTIME.handle().invokeExact(time, broken);
      long seconds = broken.get(JAVA_LONG, TM_GMTOFF);
      // TZ may name up to 24 hours and more.
      return result == 0 || seconds < -MAX_SECONDS || seconds > MAX_SECONDS
          ? OptionalInt.empty()
          : OptionalInt.of((int) seconds);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }
}
