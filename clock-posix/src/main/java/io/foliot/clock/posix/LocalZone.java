package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.posix.kernel.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/**
 * The offset of local time from UTC by the C library, which reads {@code TZ} or {@code
 * /etc/localtime} on every call. Java's default zone, and with it {@code -Duser.timezone}, is
 * ignored.
 */
final class LocalZone {
  /** Size of {@code struct tm}; {@code tm_gmtoff} follows nine ints and their padding. */
  private static final long TM_BYTES = 56;

  private static final long TM_GMTOFF = 40;

  /** 18 hours. */
  private static final long MAX_SECONDS = 64_800;

  private static final NativeFunction TZSET =
      NativeFunction.bind("tzset", FunctionDescriptor.ofVoid());
  private static final NativeFunction LOCALTIME =
      NativeFunction.bind("localtime_r", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));

  private LocalZone() {}

  /**
   * {@return local time minus UTC in seconds; empty if the C library does not know it, or if it
   * exceeds 18 hours}
   *
   * @param epochNanos nanoseconds since 1970
   */
  static OptionalInt utcOffsetSeconds(long epochNanos) {
    if (!TZSET.isBound() || !LOCALTIME.isBound()) {
      return OptionalInt.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(JAVA_LONG);
      MemorySegment broken = arena.allocate(TM_BYTES, 8);
      time.set(JAVA_LONG, 0, Math.floorDiv(epochNanos, 1_000_000_000L));
      // localtime_r alone need not read the zone again.
      TZSET.handle().invokeExact();
      long result = (long) LOCALTIME.handle().invokeExact(time, broken);
      long seconds = broken.get(JAVA_LONG, TM_GMTOFF);
      // TZ allows 24 hours and more.
      return result == 0 || seconds < -MAX_SECONDS || seconds > MAX_SECONDS
          ? OptionalInt.empty()
          : OptionalInt.of((int) seconds);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }
}
