package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.NativeFunction;
import io.foliot.clock.posix.kernel.OperatingSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/**
 * Pages with a few instructions of {@link MachineCode}. Each page is written first and made
 * executable afterwards, so that it is never both, and stays mapped for the life of the process.
 *
 * <p>AArch64 needs no cache maintenance here: the kernel does it when a page first becomes
 * executable.
 */
final class ExecutableMemory {
  private static final String NAME = "machine code";
  private static final long BYTES = 4096;
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final long MAP_FAILED = -1;

  private static final NativeFunction MMAP =
      NativeFunction.bind(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
          Libc.ERRNO);
  private static final NativeFunction MPROTECT =
      NativeFunction.bind(
          "mprotect", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT), Libc.ERRNO);

  private ExecutableMemory() {}

  /** {@return machine code as a function, or the reason why it cannot run} */
  static NativeFunction bind(byte[] code, FunctionDescriptor descriptor) {
    try {
      return NativeFunction.bind(install(code), descriptor);
    } catch (ClockUnavailableException refusal) {
      return NativeFunction.refused(refusal.reason());
    }
  }

  @SuppressWarnings("restricted") // Gives the new page its length.
  private static long install(byte[] code) {
    requireLinux(OperatingSystem.CURRENT);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = Libc.callState(arena);
      long page =
          (long)
              MMAP.require(NAME)
                  .handle()
                  .invokeExact(
                      state,
                      0L,
                      BYTES,
                      PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS,
                      -1,
                      0L);
      if (page == MAP_FAILED) {
        throw Libc.failed(NAME, "mmap", Libc.errno(state));
      }
      MemorySegment.ofAddress(page).reinterpret(BYTES).asByteBuffer().put(code);
      int result =
          (int)
              MPROTECT
                  .require(NAME)
                  .handle()
                  .invokeExact(state, page, BYTES, PROT_READ | PROT_EXEC);
      if (result != 0) {
        throw notExecutable(Libc.errno(state));
      }
      return page;
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  static void requireLinux(OperatingSystem system) {
    if (system != OperatingSystem.LINUX) {
      throw new ClockUnavailableException(
          NAME,
          "machine code needs Linux, and this is " + system + "; use PosixClocks.monotonic()");
    }
  }

  static ClockUnavailableException notExecutable(int errno) {
    return new ClockUnavailableException(
        NAME,
        "memory cannot be made executable (mprotect failed with "
            + Errno.name(errno)
            + "); allow it, for example with MemoryDenyWriteExecute=no in systemd, or use"
            + " PosixClocks.monotonic(), which needs none");
  }
}
