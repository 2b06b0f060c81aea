package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * Installs a seccomp filter that fails one system call with EPERM, as in a container or systemd
 * unit, and then opens every clock. For child JVMs; the system property {@code refuse} selects the
 * call.
 */
final class Sandbox {
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int EPERM = 1;

  private static final boolean X86 = MachineCode.current() == MachineCode.X86_64;

  private Sandbox() {}

  private enum Refusal {
    EXECUTABLE_MEMORY(10, 226, true),
    GETRUSAGE(98, 165, false),
    /** {@code clock_adjtime}, which the C library calls. */
    ADJTIMEX(305, 266, false),
    CLOCK_GETRES(229, 114, false),
    CLOCK_NANOSLEEP(230, 115, false);

    final int number;
    final boolean onlyExecutable;

    /** Takes the numbers of the system call on x86-64 and AArch64. */
    Refusal(int x86, int aarch64, boolean onlyExecutable) {
      this.number = X86 ? x86 : aarch64;
      this.onlyExecutable = onlyExecutable;
    }
  }

  /** Writes an instruction of a BPF program. */
  private static void filter(
      MemorySegment program, int index, int code, int ifTrue, int ifFalse, int operand) {
    MemorySegment at = program.asSlice(index * 8L, 8);
    at.set(JAVA_SHORT, 0, (short) code);
    at.set(JAVA_BYTE, 2, (byte) ifTrue);
    at.set(JAVA_BYTE, 3, (byte) ifFalse);
    at.set(JAVA_INT, 4, operand);
  }

  @SuppressWarnings("restricted")
  private static void refuse(Refusal refusal) throws Throwable {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = arena.allocate(7 * 8, 8);
      int load = 0x20; // BPF_LD | BPF_W | BPF_ABS
      int jumpIfEqual = 0x15;
      int jumpIfAnySet = 0x45;
      int answer = 0x06;
      filter(program, 0, load, 0, 0, 0); // number of the system call
      filter(program, 1, jumpIfEqual, 0, 4, refusal.number);
      filter(program, 2, load, 0, 0, 16 + 2 * 8); // low half of the third argument
      filter(program, 3, refusal.onlyExecutable ? jumpIfAnySet : jumpIfEqual, 1, 0, 4);
      filter(program, 4, answer, 0, 0, refusal.onlyExecutable ? 0x7fff0000 : 0x00050000 | EPERM);
      filter(program, 5, answer, 0, 0, 0x00050000 | EPERM);
      filter(program, 6, answer, 0, 0, 0x7fff0000);
      MemorySegment header = arena.allocate(16, 8);
      header.set(JAVA_SHORT, 0, (short) 7);
      header.set(ADDRESS, 8, program);
      int noPrivileges =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().find("prctl").orElseThrow(),
                      FunctionDescriptor.of(
                          JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                      Linker.Option.firstVariadicArg(1))
                  .invokeExact(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L);
      long filtered =
          (long)
              linker
                  .downcallHandle(
                      linker.defaultLookup().find("syscall").orElseThrow(),
                      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
                      Linker.Option.firstVariadicArg(1))
                  .invokeExact(
                      X86 ? 317L : 277L,
                      (long) SECCOMP_SET_MODE_FILTER,
                      (long) SECCOMP_FILTER_FLAG_TSYNC,
                      header);
      if (noPrivileges != 0 || filtered != 0) {
        throw new IllegalStateException("no filter: " + noPrivileges + " " + filtered);
      }
    }
  }

  public static void main(String[] args) throws Throwable {
    refuse(Refusal.valueOf(System.getProperty("refuse").toUpperCase(Locale.ROOT)));
    OpenAll.print();
    try {
      PosixSleeper.monotonic().sleepUntil(1);
      System.out.println("sleeper = slept");
    } catch (io.foliot.clock.ClockUnavailableException refusal) {
      System.out.println("sleeper refused: " + refusal.reason());
    }
  }
}
