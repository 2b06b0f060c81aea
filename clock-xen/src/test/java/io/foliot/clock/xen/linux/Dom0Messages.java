package io.foliot.clock.xen.linux;

import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.KernelFiles;
import io.foliot.clock.xen.VcpuTimeInfo;
import io.foliot.clock.xen.WordPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls that this package refuses, each on a made-up machine. */
public final class Dom0Messages {
  private Dom0Messages() {}

  /**
   * {@return calls by what makes them fail}
   *
   * @param root empty directory for the files of the machine
   */
  public static Map<String, Runnable> calls(Path root) throws IOException {
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("monotonic clock of the provider", () -> new XenClockProvider().monotonic());
    calls.put("sleeper of the provider", () -> new XenClockProvider().sleeper());
    calls.put(
        "wall clock of dom0 on AArch64",
        () -> Privcmd.requireXen("wall clock", new KernelFiles("Linux", "aarch64", root)));
    calls.put(
        "wall clock of dom0 without /sys/hypervisor",
        () -> Privcmd.requireXen("wall clock", new KernelFiles("Linux", "amd64", root)));
    Path kvm = root.resolve("kvm");
    Files.createDirectories(kvm.resolve("sys/hypervisor"));
    Files.writeString(kvm.resolve("sys/hypervisor/type"), "kvm\n");
    calls.put(
        "wall clock of dom0 on KVM",
        () -> Privcmd.requireXen("wall clock", new KernelFiles("Linux", "amd64", kvm)));
    calls.put(
        "without the device of privcmd", () -> fail("open of /dev/xen/privcmd", Errno.ENOENT));
    calls.put("not root", () -> fail("open of /dev/xen/privcmd", Errno.EACCES));
    calls.put("not dom0", () -> fail("XEN_DOMCTL_getdomaininfo", Errno.EPERM));
    calls.put("no memory to lock", () -> fail("mmap of a locked page", 12));
    WordPage page = new WordPage();
    page.time(0x20, 6, 1_000, 2_000, 0x8000_0000, 1, 0);
    calls.put(
        "wall clock of dom0 without TSC_STABLE",
        () -> Dom0Clocks.requireStableTsc(VcpuTimeInfo.read(page, 0x20)));
    return calls;
  }

  private static void fail(String step, int errno) {
    throw Privcmd.failed("wall clock", step, -errno);
  }
}
