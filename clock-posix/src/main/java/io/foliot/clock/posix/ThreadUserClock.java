package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.ThreadClock;
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

  private static final MethodHandle STUB = stub();
  private static final NativeFunction DIRECT =
      STUB != null
          ? NativeFunction.refused("not needed")
          : NativeFunction.ofSymbol(
              "getrusage",
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
              Linker.Option.critical(false));
  private static final ThreadLocal<MemorySegment> RUSAGE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Libc.RUSAGE_BYTES, 8));

  private ThreadUserClock() {}

  private static MethodHandle stub() {
    try {
      byte[] code = MachineCode.here().threadUserNanos(NativeFunction.addressOf("getrusage"));
      return NativeFunction.ofCode(code, FunctionDescriptor.of(JAVA_LONG)).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException without) {
      return null;
    }
  }

  /**
   * The clock.
   *
   * @throws ClockUnavailableException if the system cannot tell user time of one thread
   */
  static ThreadUserClock open() {
    if (OperatingSystem.HERE != OperatingSystem.LINUX
        && OperatingSystem.HERE != OperatingSystem.FREEBSD) {
      throw new ClockUnavailableException(NAME, OperatingSystem.HERE + " has no RUSAGE_THREAD");
    }
    if (STUB == null) {
      DIRECT.require(NAME);
    }
    Libc.probeThreadUsage(NAME);
    return new ThreadUserClock();
  }

  @Override
  public long nanos() {
    try {
      return STUB != null ? (long) STUB.invokeExact() : direct();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  private static long direct() throws Throwable {
    MemorySegment usage = RUSAGE.get();
    int result = (int) DIRECT.handle().invokeExact(Libc.RUSAGE_THREAD, usage);
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
