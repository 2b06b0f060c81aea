package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * Calls into the C library that check {@code errno}. Readings go through {@link KernelReader}.
 *
 * <p>Structures are those of 64-bit Linux, macOS and FreeBSD, where {@code time_t} and {@code long}
 * have 64 bits: {@code struct timespec} is two longs.
 *
 * <p>Binding a function takes milliseconds, so each is bound on first use.
 */
final class Libc {
  static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  static final long TIMESPEC_BYTES = 16;
  static final long RUSAGE_BYTES = 144;
  static final int RUSAGE_THREAD = 1;

  /** Flags of {@code clock_nanosleep}: the time is an interval, not a deadline. */
  private static final int RELATIVE = 0;

  private static final int PR_GET_TSC = 25;
  private static final int PR_TSC_SIGSEGV = 2;

  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET =
      CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  private Libc() {}

  /** {@return memory for the error number of one call} */
  static MemorySegment callState(Arena arena) {
    return arena.allocate(CALL_STATE);
  }

  static int errno(MemorySegment callState) {
    return callState.get(JAVA_INT, ERRNO_OFFSET);
  }

  static ClockUnavailableException failed(String clock, String function, int errno) {
    return new ClockUnavailableException(
        clock, function + " failed with " + Errno.name(errno) + advice(errno));
  }

  private static String advice(int errno) {
    return switch (Errno.name(errno)) {
      case "EPERM", "EACCES" ->
          "; the call is forbidden: allow it in the seccomp filter, or grant the permission";
      case "EINVAL", "ENOSYS", "EOPNOTSUPP", "ENODEV" ->
          "; this kernel or device does not support it";
      case "ENOENT" -> "; there is no such file";
      default -> "";
    };
  }

  private static final class GetTime {
    static final NativeFunction FUNCTION =
        NativeFunction.bind(
            "clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class GetRes {
    static final NativeFunction FUNCTION =
        NativeFunction.bind(
            "clock_getres", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class GetUsage {
    static final NativeFunction FUNCTION =
        NativeFunction.bind("getrusage", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class Sleep {
    static final NativeFunction FUNCTION =
        NativeFunction.bind(
            "clock_nanosleep",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  }

  private static final class ProcessControl {
    static final NativeFunction FUNCTION =
        NativeFunction.bind(
            "prctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
            Linker.Option.firstVariadicArg(1));
  }

  /**
   * Requires that the thread may read the cycle counter. A sandbox can make Linux send SIGSEGV for
   * it.
   *
   * @throws ClockUnavailableException if reading the counter is disabled
   */
  static void requireReadableCounter(String clock) {
    NativeFunction call = ProcessControl.FUNCTION.require(clock);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mode = arena.allocate(JAVA_INT);
      int result = (int) call.handle().invokeExact(PR_GET_TSC, mode);
      // A kernel without PR_GET_TSC cannot disable the counter.
      requireEnabledCounter(clock, result == 0 ? mode.get(JAVA_INT, 0) : 0);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  static void requireEnabledCounter(String clock, int mode) {
    if (mode == PR_TSC_SIGSEGV) {
      throw new ClockUnavailableException(
          clock,
          "this process has disabled reading the counter (PR_TSC_SIGSEGV); enable it with"
              + " prctl(PR_SET_TSC, PR_TSC_ENABLE), or use PosixClocks.monotonic()");
    }
  }

  /**
   * Reads a clock and checks for errors, to verify that it can be read or because it may go away.
   *
   * @return nanoseconds
   * @throws ClockUnavailableException with the errno name if it cannot be read
   */
  static long checkedRead(String clock, int id) {
    return timespec(GetTime.FUNCTION.require(clock), "clock_gettime", clock, id);
  }

  /**
   * {@return the clock's resolution by {@code clock_getres}, picoseconds}
   *
   * @throws ClockUnavailableException with the errno name if the kernel does not have the clock
   */
  static long resolutionPicos(String clock, int id) {
    long nanos = timespec(GetRes.FUNCTION.require(clock), "clock_getres", clock, id);
    return Math.multiplyExact(nanos, 1000L);
  }

  private static long timespec(NativeFunction call, String function, String clock, int id) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = callState(arena);
      MemorySegment timespec = arena.allocate(TIMESPEC_BYTES, 8);
      int result = (int) call.handle().invokeExact(state, id, timespec);
      if (result != 0) {
        throw failed(clock, function, errno(state));
      }
      return timespec.get(JAVA_LONG, 0) * 1_000_000_000L + timespec.get(JAVA_LONG, 8);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /**
   * Verifies that {@code getrusage(RUSAGE_THREAD)} works.
   *
   * @throws ClockUnavailableException with the errno name if it does not
   */
  static void probeThreadUsage(String clock) {
    NativeFunction call = GetUsage.FUNCTION.require(clock);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = callState(arena);
      MemorySegment usage = arena.allocate(RUSAGE_BYTES, 8);
      int result = (int) call.handle().invokeExact(state, RUSAGE_THREAD, usage);
      if (result != 0) {
        throw failed(clock, "getrusage", errno(state));
      }
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /**
   * Sleeps in the kernel for an interval of a clock, or until a signal arrives.
   *
   * @param nanos the interval, not negative
   * @return 0, or the error number
   * @throws ClockUnavailableException if the C library has no {@code clock_nanosleep}
   */
  static int sleep(String clock, int id, long nanos) {
    NativeFunction call = Sleep.FUNCTION.require(clock);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timespec = arena.allocate(TIMESPEC_BYTES, 8);
      timespec.set(JAVA_LONG, 0, nanos / 1_000_000_000L);
      timespec.set(JAVA_LONG, 8, nanos % 1_000_000_000L);
      return (int) call.handle().invokeExact(id, RELATIVE, timespec, MemorySegment.NULL);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }
}
