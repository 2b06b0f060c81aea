package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reasons for refusals that this package gives, each for a made-up machine. */
public final class KernelMessages {
  private static final String INVARIANT = "constant_tsc nonstop_tsc";

  private final Path root;
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private KernelMessages(Path root) {
    this.root = root;
  }

  /**
   * {@return reasons by what causes them}
   *
   * @param root empty directory for the files of the machines
   */
  public static Map<String, String> reasons(Path root) throws IOException {
    KernelMessages messages = new KernelMessages(root);
    messages.nativeFunctions();
    messages.counterTrust();
    messages.vdsoPages();
    return messages.reasons;
  }

  private void nativeFunctions() {
    reasons.put("native call on Windows", NativeFunction.unsupported("adjtimex", "Windows 11", 8));
    reasons.put("native call on a 32-bit JVM", NativeFunction.unsupported("adjtimex", "Linux", 4));
    reasons.put(
        "function missing in the C library",
        NativeFunction.missing("clock_nanosleep", OperatingSystem.MACOS));
    reasons.put(
        "JVM without a native linker", NativeFunction.notLinkable("Unsupported CPU architecture"));
    reasons.put("native access denied, on the class path", NativeFunction.denied());
  }

  private void counterTrust() throws IOException {
    reasons.put(
        "counter without /sys",
        CounterTrust.refusal(new KernelFiles("Linux", "amd64", root.resolve("nowhere"))));
    reasons.put("counter with clock source hpet", counter("hpet", INVARIANT, "amd64"));
    reasons.put("counter with another clock source on AArch64", counter("other", "", "aarch64"));
    reasons.put(
        "counter with a clock source that contains control characters",
        counter("tsc\u001B[2J\r\nERROR", "", "aarch64"));
    reasons.put("counter that is not invariant", counter("tsc", "constant_tsc", "amd64"));
    reasons.put(
        "counter with clock source kvm-clock, page not mapped",
        counter("kvm-clock", INVARIANT, "amd64"));
    MemorySegment zeros = MemorySegment.ofArray(new long[4]);
    reasons.put("counter without TSC_STABLE", VdsoPage.PVCLOCK.counterRefusal(zeros));
    reasons.put("counter on Hyper-V with sequence 0", VdsoPage.HYPERV.counterRefusal(zeros));
  }

  private String counter(String source, String flags, String architecture) throws IOException {
    Path sources = root.resolve("sys/devices/system/clocksource/clocksource0");
    Files.createDirectories(sources);
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(sources.resolve("current_clocksource"), source + "\n");
    Files.writeString(root.resolve("proc/cpuinfo"), "flags\t\t: fpu " + flags + "\n");
    return CounterTrust.refusal(new KernelFiles("Linux", architecture, root));
  }

  private void vdsoPages() {
    reasons.put("page of the hypervisor on macOS", page("Mac OS X", "aarch64"));
    reasons.put(
        "page of the hypervisor on a system whose name contains control characters",
        page("Linux\u001B[2J", "amd64\n"));
    reasons.put("page of the hypervisor not mapped", page("Linux", "amd64"));
    reasons.put(
        "page of the hypervisor not filled in", VdsoPage.probeRefusal(-Errno.EFAULT, "tsc"));
    reasons.put("page of the hypervisor, no file descriptors left", VdsoPage.probeRefusal(-24, ""));
  }

  private String page(String system, String architecture) {
    try {
      return VdsoPage.PVCLOCK.find("page", new KernelFiles(system, architecture, root)).toString();
    } catch (ClockUnavailableException refusal) {
      return refusal.reason();
    }
  }
}
