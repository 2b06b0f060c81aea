package io.foliot.clock.posix.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * System calls of Linux on x86-64, to find and map the pages of a hypervisor. No clock makes one
 * per reading.
 *
 * <p>Source of the numbers: {@code arch/x86/entry/syscalls/syscall_64.tbl} in Linux.
 */
public final class Syscall {
  private static final int WRITE = 1;
  private static final int OPEN = 2;
  private static final int CLOSE = 3;
  private static final int PIPE2 = 293;

  /** Number of {@code mmap}. */
  public static final int MMAP = 9;

  /** Number of {@code munmap}. */
  public static final int MUNMAP = 11;

  /** Number of {@code ioctl}. */
  public static final int IOCTL = 16;

  private static final int O_RDWR = 2;
  private static final int O_CLOEXEC = 0x80000;

  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
  private static final NativeFunction SYSCALL =
      NativeFunction.bind(
          "syscall",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
              JAVA_LONG),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(1));

  private Syscall() {}

  /**
   * Requires that system calls can be made.
   *
   * @param clock that needs them
   * @throws ClockUnavailableException with the reason if they cannot
   */
  public static void require(String clock) {
    SYSCALL.require(clock);
  }

  /**
   * Makes a system call.
   *
   * @param number of the call
   * @param a first argument
   * @param b second argument
   * @param c third argument
   * @param d fourth argument
   * @param e fifth argument
   * @param f sixth argument
   * @return the result; a negative one is the negated error number
   */
  public static long call(int number, long a, long b, long c, long d, long e, long f) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      long result = (long) SYSCALL.handle().invokeExact(state, (long) number, a, b, c, d, e, f);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /**
   * Makes a system call with three arguments.
   *
   * @param number of the call
   * @param a first argument
   * @param b second argument
   * @param c third argument
   * @return the result; a negative one is the negated error number
   */
  public static long call(int number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0, 0);
  }

  /**
   * Opens a file for reading and writing.
   *
   * @param path absolute
   * @return the file descriptor, or the negated error number
   */
  public static long open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return call(OPEN, arena.allocateFrom(path).address(), O_RDWR | O_CLOEXEC, 0);
    }
  }

  /**
   * Closes a file.
   *
   * @param descriptor of an open file
   */
  public static void close(long descriptor) {
    call(CLOSE, descriptor, 0, 0);
  }

  /**
   * Tests whether memory can be read. The kernel copies it into a pipe and returns EFAULT where a
   * load would end the process.
   *
   * @param address of the memory
   * @param bytes at most the capacity of a pipe
   * @return 0, or the negated error number
   */
  public static long probe(long address, int bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      long error = call(PIPE2, ends.address(), O_CLOEXEC, 0);
      if (error != 0) {
        return error;
      }
      int readEnd = ends.getAtIndex(JAVA_INT, 0);
      int writeEnd = ends.getAtIndex(JAVA_INT, 1);
      long written = call(WRITE, writeEnd, address, bytes);
      close(readEnd);
      close(writeEnd);
      return written == bytes ? 0 : written < 0 ? written : -Errno.EFAULT;
    }
  }

  /**
   * {@return memory at an address, valid for the life of the process}
   *
   * @param address of memory that is mapped and stays mapped
   * @param bytes its length
   */
  @SuppressWarnings("restricted")
  public static MemorySegment memory(long address, long bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }
}
