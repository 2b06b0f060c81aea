package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.KernelFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Six functions in machine code for x86-64 and AArch64, in the C calling convention of Linux. None
 * has a loop, and each is shorter than 200 bytes.
 *
 * <p>The hexadecimal text is the assembled comment above it. The proof {@code soak} runs it from a
 * C program, on AArch64 under emulation.
 */
enum MachineCode {
  X86_64(
      // rdtsc; shl rdx, 32; or rax, rdx; ret
      "0f31 48c1e220 4809d0 c3",
      // READ; shl rdx, 32; or rax, rdx; ret
      "READ 48c1e220 4809d0 c3",
      // sub rsp, 24; mov rsi, rsp; mov rax, TARGET; call rax; test eax, eax; jne failed
      // imul rax, [rsp], 1000000000; add rax, [rsp+8]; add rsp, 24; ret
      // failed: mov rax, 1 << 63; add rsp, 24; ret
      "4883ec18 4889e6 48b8 TARGET ffd0 85c0 7512"
          + "48690424 00ca9a3b 4803442408 4883c418 c3"
          + "48b8 0000000000000080 4883c418 c3",
      // sub rsp, 152; mov rsi, rsp; mov edi, 1 (RUSAGE_THREAD); mov rax, TARGET; call rax
      // test eax, eax; jne failed; imul rax, [rsp], 1000000; add rax, [rsp+8]; imul rax, 1000
      // add rsp, 152; ret; failed: mov rax, 1 << 63; add rsp, 152; ret
      "4881ec98000000 4889e6 bf01000000 48b8 TARGET ffd0 85c0 751c"
          + "48690424 40420f00 4803442408 4869c0e8030000 4881c498000000 c3"
          + "48b8 0000000000000080 4881c498000000 c3",
      // push rbx; mov rbx, rsi; lfence; rdtsc; shl rdx, 32; or rax, rdx; mov [rbx], rax
      // lea rsi, [rbx+8]; mov rax, TARGET; call rax; mov ecx, eax
      // lfence; rdtsc; shl rdx, 32; or rax, rdx; mov [rbx+24], rax; mov eax, ecx; pop rbx; ret
      "53 4889f3 0faee8 0f31 48c1e220 4809d0 488903"
          + "488d7308 48b8 TARGET ffd0 89c1"
          + "0faee8 0f31 48c1e220 4809d0 48894318 89c8 5b c3",
      // sub rsp, 24; mov rsi, rsp; mov eax, 228 (clock_gettime); syscall; test eax, eax; jne failed
      // the rest as in clockNanos
      "4883ec18 4889e6 b8e4000000 0f05 85c0 7512"
          + "48690424 00ca9a3b 4803442408 4883c418 c3"
          + "48b8 0000000000000080 4883c418 c3"),

  AARCH64(
      // mrs x0, cntvct_el0; ret
      "40e03bd5 c0035fd6",
      // isb, so that the counter is read after all earlier instructions; mrs x0, cntvct_el0
      // eor x1, x0, x0; add x1, sp, x1; ldr xzr, [x1]: a load that depends on the counter, so
      // that it is read before all later loads and stores (arch_counter_enforce_ordering in
      // Linux); ret
      "df3f03d5 40e03bd5 010000ca e163218b 3f0040f9 c0035fd6",
      // stp x29, x30, [sp, -32]!; mov x29, sp; add x1, sp, 16; ldr x16, target; blr x16
      // cbnz w0, failed; ldp x0, x1, [sp, 16]; mov w2, 1000000000 (two halves)
      // madd x0, x0, x2, x1; b out; failed: mov x0, 1 << 63
      // out: ldp x29, x30, [sp], 32; ret; nop; target: .quad TARGET
      "fd7bbea9 fd030091 e1430091 90010058 00023fd6"
          + "c0000035 e00741a9 02409952 4273a772 0004029b 02000014 0000f0d2"
          + "fd7bc2a8 c0035fd6 1f2003d5 TARGET",
      // sub sp, sp, 176; stp x29, x30, [sp]; mov x29, sp; mov w0, 1 (RUSAGE_THREAD)
      // add x1, sp, 16; ldr x16, target; blr x16; cbnz w0, failed; ldp x0, x1, [sp, 16]
      // mov w2, 1000000 (two halves); madd x0, x0, x2, x1; mov w2, 1000; mul x0, x0, x2; b out
      // failed: mov x0, 1 << 63; out: ldp x29, x30, [sp]; add sp, sp, 176; ret; nop
      // target: .quad TARGET
      "ffc302d1 fd7b00a9 fd030091 20008052 e1430091 f0010058 00023fd6"
          + "00010035 e00741a9 02488852 e201a072 0004029b 027d8052 007c029b 02000014"
          + "0000f0d2 fd7b40a9 ffc30291 c0035fd6 1f2003d5 TARGET",
      // stp x29, x30, [sp, -32]!; mov x29, sp; str x19, [sp, 16]; mov x19, x1
      // isb; mrs x2, cntvct_el0; str x2, [x19]; add x1, x19, 8; ldr x16, target; blr x16
      // isb; mrs x2, cntvct_el0; str x2, [x19, 24]; ldr x19, [sp, 16]; ldp x29, x30, [sp], 32; ret
      // target: .quad TARGET
      "fd7bbea9 fd030091 f30b00f9 f30301aa df3f03d5 42e03bd5 620200f9 61220091 10010058 00023fd6"
          + "df3f03d5 42e03bd5 620e00f9 f30b40f9 fd7bc2a8 c0035fd6 TARGET",
      // sub sp, sp, 16; mov x1, sp; mov x8, 113 (clock_gettime); svc 0; cbnz w0, failed
      // ldp x0, x1, [sp]; mov w2, 1000000000 (two halves); madd x0, x0, x2, x1; b out
      // failed: mov x0, 1 << 63; out: add sp, sp, 16; ret
      "ff4300d1 e1030091 280e80d2 010000d4 c0000035"
          + "e00740a9 02409952 4273a772 0004029b 02000014"
          + "0000f0d2 ff430091 c0035fd6");

  /** rdtscp waits for all earlier loads, and so does rdtsc after lfence; Linux does the same. */
  private static final String READ =
      KernelFiles.CURRENT.hasProcessorFlag("rdtscp") ? "0f01f9" : "0faee8 0f31";

  /** Result of the functions that return nanoseconds if the call fails. */
  static final long FAILED = Long.MIN_VALUE;

  private final String unordered;
  private final String ordered;
  private final String clockNanos;
  private final String threadUserNanos;
  private final String sample;
  private final String cpuNanos;

  MachineCode(
      String unordered,
      String ordered,
      String clockNanos,
      String threadUserNanos,
      String sample,
      String cpuNanos) {
    this.unordered = unordered;
    this.ordered = ordered;
    this.clockNanos = clockNanos;
    this.threadUserNanos = threadUserNanos;
    this.sample = sample;
    this.cpuNanos = cpuNanos;
  }

  /**
   * {@return the code for this processor}
   *
   * @throws ClockUnavailableException if there is none
   */
  static MachineCode current() {
    return of(System.getProperty("os.arch", ""));
  }

  static MachineCode of(String arch) {
    return switch (arch) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> AARCH64;
      default ->
          throw new ClockUnavailableException(
              "machine code",
              "machine code needs x86-64 or AArch64, and this is "
                  + arch
                  + "; use PosixClocks.monotonic()");
    };
  }

  /** {@code long f(void)}: the cycle counter, read in any order. */
  byte[] unordered() {
    return bytes(unordered, 0);
  }

  /** {@code long f(void)}: the cycle counter, read after all earlier loads. */
  byte[] ordered() {
    return bytes(ordered, 0);
  }

  /**
   * {@code long f(int clock)}: the clock in nanoseconds, or {@link #FAILED}.
   *
   * @param clockGetTime address of {@code clock_gettime}
   */
  byte[] clockNanos(long clockGetTime) {
    return bytes(clockNanos, clockGetTime);
  }

  /**
   * {@code long f(void)}: user-mode CPU time of the thread in nanoseconds, or {@link #FAILED}.
   *
   * @param getrusage address of {@code getrusage}
   */
  byte[] threadUserNanos(long getrusage) {
    return bytes(threadUserNanos, getrusage);
  }

  /**
   * {@code int f(int clock, long out[4])}: writes the counter, the clock as seconds and
   * nanoseconds, and the counter again, the counter read in order; 0, or nonzero if the clock
   * cannot be read. In machine code, so that a sample is as narrow in a program's first millisecond
   * as later.
   *
   * @param clockGetTime address of {@code clock_gettime}
   */
  byte[] sample(long clockGetTime) {
    return bytes(sample, clockGetTime);
  }

  /**
   * {@code long f(int clock)}: as {@link #clockNanos}, but by a system call. For clocks of CPU
   * time: the vDSO makes the same system call for them, and takes longer.
   */
  byte[] cpuNanos() {
    return bytes(cpuNanos, 0);
  }

  private static byte[] bytes(String hex, long target) {
    byte[] address = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(target).array();
    HexFormat format = HexFormat.of();
    return format.parseHex(
        hex.replace("TARGET", format.formatHex(address)).replace("READ", READ).replace(" ", ""));
  }
}
