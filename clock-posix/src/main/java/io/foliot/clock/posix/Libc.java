package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * The slow calls into the C library: those that open, ask or change, and check {@code errno}. What
 * is called on every reading is in {@link KernelReader}.
 *
 * <p>Structures are laid out as on 64-bit Linux, macOS and FreeBSD, where {@code time_t} and {@code
 * long} have 64 bits: {@code struct timespec} is two longs.
 *
 * <p>Each function is bound when it is first needed, since binding one costs milliseconds.
 */
final class Libc {
  static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  static final long TIMESPEC_BYTES = 16;
  static final long RUSAGE_BYTES = 144;
  static final int RUSAGE_THREAD = 1;

  /** Flags of {@code clock_nanosleep}: the time is a length, not a reading. */
  private static final int RELATIVE = 0;

  private static final int PR_GET_TSC = 25;
  private static final int PR_TSC_SIGSEGV = 2;

  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET =
      CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  private Libc() {}

  /** Room for the error number of one call. */
  static MemorySegment callState(Arena arena) {
    return arena.allocate(CALL_STATE);
  }

  static int errno(MemorySegment callState) {
    return callState.get(JAVA_INT, ERRNO_OFFSET);
  }

  /** What cannot happen: the functions called here throw nothing. */
  static AssertionError unexpected(Throwable thrown) {
    return new AssertionError("a native call threw", thrown);
  }

  static ClockUnavailableException failed(String clock, String function, int errno) {
    return new ClockUnavailableException(
        clock, function + " failed with " + Errno.name(errno) + advice(errno));
  }

  private static String advice(int errno) {
    return switch (Errno.name(errno)) {
      case "EPERM", "EACCES" ->
          "; something forbids the call, such as a seccomp filter or missing permissions";
      case "EINVAL", "ENOSYS", "EOPNOTSUPP", "ENODEV" -> "; this kernel or device does not have it";
      default -> "";
    };
  }

  private static final class GetTime {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class GetRes {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "clock_getres", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class GetUsage {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "getrusage", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);
  }

  private static final class Sleep {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "clock_nanosleep",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  }

  private static final class ProcessControl {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "prctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
            Linker.Option.firstVariadicArg(1));
  }

  /**
   * Makes sure that the thread may read the cycle counter: a process can ask Linux to kill it when
   * it does, as some sandboxes do.
   *
   * @throws ClockUnavailableException if it may not
   */
  static void requireReadableCounter(String clock) {
    NativeFunction call = ProcessControl.FUNCTION.require(clock);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mode = arena.allocate(JAVA_INT);
      int result = (int) call.handle().invokeExact(PR_GET_TSC, mode);
      // A kernel that does not know the question does not forbid the counter either.
      if (result == 0 && mode.get(JAVA_INT, 0) == PR_TSC_SIGSEGV) {
        throw new ClockUnavailableException(
            clock, "this process has forbidden itself to read the counter (PR_TSC_SIGSEGV)");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Reads a clock with a check: in order to know that it can be read, or because it may go away.
   *
   * @return nanoseconds
   * @throws ClockUnavailableException with the errno name if it cannot be read
   */
  static long checkedRead(String clock, int id) {
    return timespec(GetTime.FUNCTION.require(clock), "clock_gettime", clock, id);
  }

  /**
   * The clock's resolution as the kernel tells it.
   *
   * @return picoseconds
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
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Asks for the calling thread's resource usage once, in order to know that it can be had.
   *
   * @throws ClockUnavailableException with the errno name if it cannot
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
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Sleeps in the kernel for some time as a clock counts it, or until a signal arrives.
   *
   * @param nanos how long, not negative
   * @return 0, or an error number
   * @throws ClockUnavailableException if the C library has no {@code clock_nanosleep}
   */
  static int sleep(String clock, int id, long nanos) {
    NativeFunction call = Sleep.FUNCTION.require(clock);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timespec = arena.allocate(TIMESPEC_BYTES, 8);
      timespec.set(JAVA_LONG, 0, nanos / 1_000_000_000L);
      timespec.set(JAVA_LONG, 8, nanos % 1_000_000_000L);
      return (int) call.handle().invokeExact(id, RELATIVE, timespec, MemorySegment.NULL);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }
}
