package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Reads a kernel clock as one {@code long}.
 *
 * <p>The straight way is a piece of machine code that calls {@code clock_gettime} with a {@code
 * timespec} on its own stack and returns nanoseconds: nothing to allocate, nothing shared between
 * threads. Where there is none, for want of executable memory, Java calls {@code clock_gettime}
 * itself with a {@code timespec} that belongs to the thread.
 */
final class KernelReader {
  private static final MethodHandle STUB = stub();
  private static final MethodHandle CPU_STUB = cpuStub();
  private static final NativeFunction DIRECT =
      STUB != null
          ? NativeFunction.refused("not needed")
          : NativeFunction.ofSymbol(
              "clock_gettime",
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
              Linker.Option.critical(false));
  private static final ThreadLocal<MemorySegment> TIMESPEC =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Libc.TIMESPEC_BYTES, 8));

  private KernelReader() {}

  private static MethodHandle stub() {
    try {
      byte[] code = MachineCode.here().clockNanos(NativeFunction.clockGetTimeAddress());
      return NativeFunction.ofCode(code, FunctionDescriptor.of(JAVA_LONG, JAVA_INT)).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException without) {
      return null;
    }
  }

  private static MethodHandle cpuStub() {
    try {
      byte[] code = MachineCode.here().cpuNanos();
      return NativeFunction.ofCode(code, FunctionDescriptor.of(JAVA_LONG, JAVA_INT)).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException without) {
      return null;
    }
  }

  /**
   * Makes sure that a clock can be read, now and later.
   *
   * @return its number
   * @throws ClockUnavailableException if it cannot, with the reason
   */
  static int open(String name, KernelClock clock) {
    int id = clock.id(name);
    long ignored = Libc.checkedRead(name, id);
    if (STUB == null) {
      DIRECT.require(name);
    }
    return id;
  }

  /**
   * Reads a clock that was {@linkplain #open opened}.
   *
   * @return seconds and nanoseconds of the clock as one number. It does not overflow: the kernel
   *     keeps its clocks as signed 64-bit nanoseconds itself
   */
  static long nanos(int clock) {
    try {
      return STUB != null ? (long) STUB.invokeExact(clock) : direct(clock);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  /**
   * Reads a clock of CPU time that was {@linkplain #open opened}.
   *
   * @return nanoseconds
   */
  static long cpuNanos(int clock) {
    try {
      return CPU_STUB != null ? (long) CPU_STUB.invokeExact(clock) : nanos(clock);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  private static long direct(int clock) throws Throwable {
    MemorySegment timespec = TIMESPEC.get();
    int result = (int) DIRECT.handle().invokeExact(clock, timespec);
    if (result != 0) {
      return MachineCode.FAILED;
    }
    return timespec.get(JAVA_LONG, 0) * 1_000_000_000L + timespec.get(JAVA_LONG, 8);
  }
}
