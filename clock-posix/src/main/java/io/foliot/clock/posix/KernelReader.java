package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Reads a kernel clock as one {@code long}.
 *
 * <p>Machine code calls {@code clock_gettime} with a {@code timespec} on its own stack and returns
 * nanoseconds: nothing is allocated or shared between threads. Without executable memory, Java
 * calls {@code clock_gettime} with a {@code timespec} of the thread.
 */
final class KernelReader {
  private static final FunctionDescriptor NANOS = FunctionDescriptor.of(JAVA_LONG, JAVA_INT);
  private static final MethodHandle CLOCK_NANOS = clockNanos();
  private static final MethodHandle CPU_NANOS = cpuNanos();
  private static final NativeFunction CLOCK_GETTIME =
      CLOCK_NANOS != null
          ? NativeFunction.refused("not needed")
          : NativeFunction.bind(
              "clock_gettime",
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
              Linker.Option.critical(false));
  private static final ThreadLocal<MemorySegment> TIMESPEC =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Libc.TIMESPEC_BYTES, 8));

  private KernelReader() {}

  private static MethodHandle clockNanos() {
    try {
      byte[] code = MachineCode.current().clockNanos(clockGetTimeAddress());
      return ExecutableMemory.bind(code, NANOS).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException unavailable) {
      return null;
    }
  }

  private static MethodHandle cpuNanos() {
    try {
      return ExecutableMemory.bind(MachineCode.current().cpuNanos(), NANOS).handle();
    } catch (ClockUnavailableException | UnsupportedOperationException unavailable) {
      return null;
    }
  }

  /**
   * {@return the address of {@code clock_gettime}: that of the vDSO, or else that of the C library,
   * which calls it}
   *
   * @throws ClockUnavailableException if there is neither
   */
  @SuppressWarnings("restricted")
  static long clockGetTimeAddress() {
    String[] symbols = {"__vdso_clock_gettime", "__kernel_clock_gettime"};
    try {
      SymbolLookup vdso = SymbolLookup.libraryLookup("linux-vdso.so.1", Arena.global());
      for (String symbol : symbols) {
        Optional<MemorySegment> found = vdso.find(symbol);
        if (found.isPresent()) {
          return found.get().address();
        }
      }
    } catch (IllegalArgumentException | IllegalCallerException notListed) {
      // Not every C library lists the vDSO.
    }
    return NativeFunction.addressOf("clock_gettime");
  }

  /**
   * Opens a clock: verifies that it can be read.
   *
   * @return its number
   * @throws ClockUnavailableException with the reason if it cannot be read
   */
  static int open(String name, ClockId clock) {
    int id = clock.require(name);
    long ignored = Libc.checkedRead(name, id);
    if (CLOCK_NANOS == null) {
      CLOCK_GETTIME.require(name);
    }
    return id;
  }

  /**
   * Reads a clock that is {@linkplain #open open}.
   *
   * @return nanoseconds. They do not overflow: the kernel itself keeps signed 64-bit nanoseconds
   */
  static long nanos(int clock) {
    try {
      return CLOCK_NANOS != null ? (long) CLOCK_NANOS.invokeExact(clock) : direct(clock);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /**
   * Reads a clock of CPU time that is {@linkplain #open open}.
   *
   * @return nanoseconds
   */
  static long cpuNanos(int clock) {
    try {
      return CPU_NANOS != null ? (long) CPU_NANOS.invokeExact(clock) : nanos(clock);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  private static long direct(int clock) throws Throwable {
    MemorySegment timespec = TIMESPEC.get();
    int result = (int) CLOCK_GETTIME.handle().invokeExact(clock, timespec);
    if (result != 0) {
      return MachineCode.FAILED;
    }
    return timespec.get(JAVA_LONG, 0) * 1_000_000_000L + timespec.get(JAVA_LONG, 8);
  }
}
