package io.foliot.clock.posix.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * System calls of Linux on x86-64, where hypervisors share pages. They find and map pages; none is
 * made when a clock is read.
 *
 * <p>Source of the numbers: {@code arch/x86/entry/syscalls/syscall_64.tbl} in Linux.
 */
@SuppressWarnings("restricted")
public final class Syscall {
  private static final int WRITE = 1;
  private static final int OPEN = 2;
  private static final int CLOSE = 3;

  /** Number of {@code mmap}. */
  public static final int MMAP = 9;

  /** Number of {@code munmap}. */
  public static final int MUNMAP = 11;

  /** Number of {@code ioctl}. */
  public static final int IOCTL = 16;

  private static final int PIPE2 = 293;

  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such file. */
  public static final int ENOENT = 2;

  /** Permission denied. */
  public static final int EACCES = 13;

  /** Bad address. */
  public static final int EFAULT = 14;

  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL;
  private static final String REFUSAL;

  static {
    MethodHandle handle = null;
    String refusal = null;
    try {
      Linker linker = Linker.nativeLinker();
      handle =
          linker.downcallHandle(
              linker.defaultLookup().find("syscall").orElseThrow(),
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                  JAVA_LONG),
              Linker.Option.captureCallState("errno"),
              Linker.Option.firstVariadicArg(1));
    } catch (IllegalCallerException denied) {
      Module module = Syscall.class.getModule();
      refusal =
          "native access is denied to this library; start java with --enable-native-access="
              + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
    } catch (RuntimeException | LinkageError unsupported) {
      refusal = "this JVM cannot call the C library: " + unsupported;
    }
    SYSCALL = handle;
    REFUSAL = refusal;
  }

  private Syscall() {}

  /**
   * Refuses a clock where no system call can be made.
   *
   * @param clock name for the refusal
   * @throws ClockUnavailableException with the reason
   */
  public static void require(String clock) {
    if (SYSCALL == null) {
      throw new ClockUnavailableException(clock, REFUSAL);
    }
  }

  /**
   * Makes a call.
   *
   * @param number of the system call
   * @param a first argument
   * @param b second argument
   * @param c third argument
   * @param d fourth argument
   * @param e fifth argument
   * @param f sixth argument
   * @return the kernel's result; negative is minus the error number
   */
  public static long call(int number, long a, long b, long c, long d, long e, long f) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      long result = (long) SYSCALL.invokeExact(state, (long) number, a, b, c, d, e, f);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (RuntimeException | Error unexpected) {
      throw unexpected;
    } catch (Throwable impossible) {
      throw new AssertionError("a native call threw", impossible);
    }
  }

  /**
   * Makes a call of three arguments.
   *
   * @param number of the system call
   * @param a first argument
   * @param b second argument
   * @param c third argument
   * @return the kernel's result; negative is minus the error number
   */
  public static long call(int number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0, 0);
  }

  /**
   * Opens a file, for reading and writing.
   *
   * @param path absolute
   * @return the descriptor, or minus the error number
   */
  public static long open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      int readWriteCloseOnExec = 2 | 0x80000;
      return call(OPEN, arena.allocateFrom(path).address(), readWriteCloseOnExec, 0);
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
   * Whether memory can be read, found out without the risk of a fault: the kernel copies it into a
   * pipe, and answers EFAULT where a load of our own would end the process.
   *
   * @param address of the memory
   * @param bytes how many, at most what a pipe takes
   * @return 0, or minus the error number
   */
  public static long probe(long address, int bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      long error = call(PIPE2, ends.address(), 0x80000, 0);
      if (error != 0) {
        return error;
      }
      int readEnd = ends.getAtIndex(JAVA_INT, 0);
      int writeEnd = ends.getAtIndex(JAVA_INT, 1);
      long written = call(WRITE, writeEnd, address, bytes);
      close(readEnd);
      close(writeEnd);
      return written == bytes ? 0 : written < 0 ? written : -EFAULT;
    }
  }

  /**
   * The error number of a result, by name where the calls made here give it.
   *
   * @param result of a call, negative
   * @return a name such as {@code EPERM}
   */
  public static String errorName(long result) {
    return switch ((int) -result) {
      case EPERM -> "EPERM";
      case ENOENT -> "ENOENT";
      case 6 -> "ENXIO";
      case 12 -> "ENOMEM";
      case EACCES -> "EACCES";
      case EFAULT -> "EFAULT";
      case 19 -> "ENODEV";
      case 22 -> "EINVAL";
      case 24 -> "EMFILE";
      case 38 -> "ENOSYS";
      default -> "errno " + -result;
    };
  }
}
