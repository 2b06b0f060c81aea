package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.KernelFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The instructions that this library brings along, for the two processors that it knows. Six
 * functions without loops, each smaller than 200 bytes, following the C calling convention of
 * Linux.
 *
 * <p>The hexadecimal text is what the assembler makes of the comment beside it; a test runs it on
 * x86-64, and the proof {@code soak} runs the AArch64 half under emulation.
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
      // and on as the function of {@code clock_gettime}
      "4883ec18 4889e6 b8e4000000 0f05 85c0 7512"
          + "48690424 00ca9a3b 4803442408 4883c418 c3"
          + "48b8 0000000000000080 4883c418 c3"),

  AARCH64(
      // mrs x0, cntvct_el0; ret
      "40e03bd5 c0035fd6",
      // isb, which keeps the counter read behind all earlier instructions; mrs x0, cntvct_el0
      // eor x1, x0, x0; add x1, sp, x1; ldr xzr, [x1]: a load that depends on the counter, which
      // keeps it before all later loads and stores (arch_counter_enforce_ordering in Linux); ret
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

  /** rdtscp waits for all earlier loads; so does rdtsc behind lfence, as Linux knows it to. */
  private static final String READ =
      KernelFiles.HERE.hasProcessorFlag("rdtscp") ? "0f01f9" : "0faee8 0f31";

  /** What the functions that return nanoseconds return when the system call fails. */
  static final long FAILED = Long.MIN_VALUE;

  private final String unordered;
  private final String ordered;
  private final String clockNanos;
  private final String threadUserNanos;
  private final String bracket;
  private final String cpuNanos;

  MachineCode(
      String unordered,
      String ordered,
      String clockNanos,
      String threadUserNanos,
      String bracket,
      String cpuNanos) {
    this.unordered = unordered;
    this.ordered = ordered;
    this.clockNanos = clockNanos;
    this.threadUserNanos = threadUserNanos;
    this.bracket = bracket;
    this.cpuNanos = cpuNanos;
  }

  /**
   * The code for this processor.
   *
   * @throws ClockUnavailableException if there is none
   */
  static MachineCode here() {
    String arch = System.getProperty("os.arch", "");
    return switch (arch) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> AARCH64;
      default ->
          throw new ClockUnavailableException(
              "machine code", "written for x86-64 and AArch64 only, and this is " + arch);
    };
  }

  /** {@code long f(void)}: the cycle counter, read at any moment that suits the processor. */
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
   * {@code long f(void)}: nanoseconds that the thread ran in user mode, or {@link #FAILED}.
   *
   * @param getrusage address of {@code getrusage}
   */
  byte[] threadUserNanos(long getrusage) {
    return bytes(threadUserNanos, getrusage);
  }

  /**
   * {@code int f(int clock, long out[4])}: the counter, the clock as seconds and nanoseconds, and
   * the counter again, both in order; 0, or not 0 if the clock cannot be read. Code of our own so
   * that the bracket is as narrow in a program's first millisecond as when everything is compiled.
   *
   * @param clockGetTime address of {@code clock_gettime}
   */
  byte[] bracket(long clockGetTime) {
    return bytes(bracket, clockGetTime);
  }

  /**
   * {@code long f(int clock)}: as {@link #clockNanos}, but straight from the kernel. For clocks of
   * CPU time, which only the kernel knows: the way over its page in user space ends in the same
   * system call, and was measured to take longer.
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
