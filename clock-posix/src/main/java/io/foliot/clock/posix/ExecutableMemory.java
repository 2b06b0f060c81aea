package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/**
 * Pages that hold a few instructions of our own. A page is written first and made executable
 * afterwards, so that it is never both; it stays for the life of the process.
 *
 * <p>On AArch64 no cache maintenance is needed here: the kernel does it when it makes a page
 * executable for the first time.
 */
final class ExecutableMemory {
  private static final String WHAT = "machine code";
  private static final long BYTES = 4096;
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final long MAP_FAILED = -1;

  private static final NativeFunction MMAP =
      NativeFunction.ofSymbol(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
          Libc.ERRNO);
  private static final NativeFunction MPROTECT =
      NativeFunction.ofSymbol(
          "mprotect", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT), Libc.ERRNO);

  private ExecutableMemory() {}

  /**
   * Puts code into a page of its own.
   *
   * @return address of the code
   * @throws ClockUnavailableException if memory cannot be had or cannot be made executable
   */
  @SuppressWarnings("restricted") // Gives the new page its length.
  static long install(byte[] code) {
    if (OperatingSystem.HERE != OperatingSystem.LINUX) {
      throw new ClockUnavailableException(
          WHAT, "machine code is used on Linux only, and this is " + OperatingSystem.HERE);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = Libc.callState(arena);
      long page =
          (long)
              MMAP.require(WHAT)
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
        throw Libc.failed(WHAT, "mmap", Libc.errno(state));
      }
      MemorySegment.ofAddress(page).reinterpret(BYTES).asByteBuffer().put(code);
      int result =
          (int)
              MPROTECT
                  .require(WHAT)
                  .handle()
                  .invokeExact(state, page, BYTES, PROT_READ | PROT_EXEC);
      if (result != 0) {
        throw new ClockUnavailableException(
            WHAT,
            "memory cannot be made executable (mprotect failed with "
                + Errno.name(Libc.errno(state))
                + "); allow it, for instance with MemoryDenyWriteExecute=no in systemd, or use"
                + " PosixClocks.monotonic(), which does without");
      }
      return page;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }
}
