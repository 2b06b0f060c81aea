package io.foliot.clock.posix.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding the page in what a kernel says, on machines that are made of files. */
class VdsoPageTest {
  private static final String SOURCES = "sys/devices/system/clocksource/clocksource0/";

  @TempDir private Path root;

  private KernelFiles kernel;

  @BeforeEach
  void machine() {
    kernel = new KernelFiles("Linux", "amd64", root);
  }

  private void file(String name, String content) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private String refusal() {
    return assertThrows(
            ClockUnavailableException.class, () -> VdsoPage.PVCLOCK.find("hypervisor time", kernel))
        .getMessage();
  }

  @Test
  void secondPageOfVvar() throws IOException {
    file(
        "proc/self/maps",
        """
        7fff8f0cc000-7fff8f0ed000 rw-p 00000000 00:00 0                          [stack]
        7fff8f104000-7fff8f108000 r--p 00000000 00:00 0                          [vvar]
        7fff8f108000-7fff8f10a000 r-xp 00000000 00:00 0                          [vdso]
        """);
    assertEquals(0x7fff8f105000L, VdsoPage.PVCLOCK.address(kernel));
    assertEquals(0x7fff8f106000L, VdsoPage.HYPERV.address(kernel));
  }

  @Test
  void mappingOfItsOwn() throws IOException {
    file(
        "proc/self/maps",
        """
        7fabbb892000-7fabbb896000 r--p 00000000 00:00 0                          [vvar]
        7fabbb896000-7fabbb898000 r--p 00000000 00:00 0                          [vvar_vclock]
        7fabbb898000-7fabbb89a000 r-xp 00000000 00:00 0                          [vdso]
        """);
    assertEquals(0x7fabbb896000L, VdsoPage.PVCLOCK.address(kernel));
    assertEquals(0x7fabbb897000L, VdsoPage.HYPERV.address(kernel));
  }

  @Test
  void noSuchMapping() throws IOException {
    file("proc/self/maps", "7fff8f104000-7fff8f105000 r--p 00000000 00:00 0   [vvar]\n");
    assertEquals(
        "hypervisor time is not available: /proc/self/maps shows no page of the hypervisor, neither"
            + " in [vvar_vclock] nor in [vvar]: the kernel maps none (started with vdso=0, perhaps)",
        refusal());
  }

  @Test
  void otherSystems() {
    kernel = new KernelFiles("Mac OS X", "aarch64", root);
    assertEquals(
        "hypervisor time is not available: the kernel maps such a page on Linux on x86-64 only, and"
            + " this is Mac OS X on aarch64",
        refusal());
  }

  @Test
  void pageThatIsNotFilledIn() throws IOException {
    assumeSystemCalls();
    // No process has anything mapped at 0x1000: the second page of this made-up mapping.
    file("proc/self/maps", "00000000-00004000 r--p 00000000 00:00 0   [vvar]\n");
    file(SOURCES + "current_clocksource", "tsc\n");
    assertEquals(
        "hypervisor time is not available: the kernel has not filled in the page of the hypervisor:"
            + " it never used the hypervisor's clock source (it uses tsc)",
        refusal());
  }

  @Test
  void probeAnswersInsteadOfFaulting() {
    assumeSystemCalls();
    assertEquals(-Syscall.EFAULT, Syscall.probe(0x1000, 32));
    assertEquals("EFAULT", Syscall.errorName(-Syscall.EFAULT));
    assertEquals("errno 77", Syscall.errorName(-77));
  }

  /** The numbers of the system calls are those of x86-64. */
  private static void assumeSystemCalls() {
    Assumptions.assumeTrue(KernelFiles.HERE.isLinuxOnX86(), "made for Linux on x86-64");
  }

  /** The pages as hypervisors write them, captured or made up. */
  @Test
  void promises() {
    MemorySegment memory = MemorySegment.ofArray(new long[4]);
    assertFalse(VdsoPage.PVCLOCK.promises(memory));
    assertFalse(VdsoPage.HYPERV.promises(memory));
    memory.set(ValueLayout.JAVA_BYTE, 29, (byte) 2);
    assertFalse(VdsoPage.PVCLOCK.promises(memory));
    memory.set(ValueLayout.JAVA_BYTE, 29, (byte) 3);
    assertTrue(VdsoPage.PVCLOCK.promises(memory));
    memory.set(ValueLayout.JAVA_INT, 0, 1);
    assertTrue(VdsoPage.HYPERV.promises(memory));
  }
}
