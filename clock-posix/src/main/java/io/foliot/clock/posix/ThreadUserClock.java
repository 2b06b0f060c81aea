package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.kernel.NativeFunction;
import io.foliot.clock.posix.kernel.OperatingSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.OptionalLong;

/**
 * User-mode CPU time of the calling thread: {@code ru_utime} of {@code getrusage(RUSAGE_THREAD)}, a
 * {@code timeval} at the start of a structure of 144 bytes.
 */
final class ThreadUserClock implements ThreadClock {
  static final String NAME = "posix thread-user-cpu";

  private static final OptionalLong MICROSECOND = OptionalLong.of(1_000_000);

  private static final MethodHandle THREAD_USER_NANOS = threadUserNanos();
  private static final NativeFunction GETRUSAGE =
      THREAD_USER_NANOS != null
          ? NativeFunction.refused("not needed")
          : NativeFunction.bind(
              "getrusage",
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
              Linker.Option.critical(false));
  private static final ThreadLocal<MemorySegment> RUSAGE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Libc.RUSAGE_BYTES, 8));

  private ThreadUserClock() {}

  private static MethodHandle threadUserNanos() {
    try {
      byte[] code = MachineCode.current().threadUserNanos(NativeFunction.addressOf("getrusage"));
      return ExecutableMemory.bind(code, FunctionDescriptor.of(JAVA_LONG)).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException unavailable) {
      return null;
    }
  }

  /**
   * {@return the clock}
   *
   * @throws ClockUnavailableException if the system has no user time of a thread
   */
  static ThreadUserClock open() {
    requireRusageThread(OperatingSystem.CURRENT);
    if (THREAD_USER_NANOS == null) {
      GETRUSAGE.require(NAME);
    }
    Libc.probeThreadUsage(NAME);
    return new ThreadUserClock();
  }

  static void requireRusageThread(OperatingSystem system) {
    if (system != OperatingSystem.LINUX && system != OperatingSystem.FREEBSD) {
      throw new ClockUnavailableException(
          NAME,
          system
              + " has no RUSAGE_THREAD; use PosixClocks.threadCpu(), which includes time in the"
              + " kernel");
    }
  }

  @Override
  public long nanos() {
    try {
      return THREAD_USER_NANOS != null ? (long) THREAD_USER_NANOS.invokeExact() : direct();
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  private static long direct() throws Throwable {
    MemorySegment usage = RUSAGE.get();
    int result = (int) GETRUSAGE.handle().invokeExact(Libc.RUSAGE_THREAD, usage);
    if (result != 0) {
      return MachineCode.FAILED;
    }
    return (usage.get(JAVA_LONG, 0) * 1_000_000L + usage.get(JAVA_LONG, 8)) * 1000L;
  }

  @Override
  public OptionalLong periodPicos() {
    return MICROSECOND;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
