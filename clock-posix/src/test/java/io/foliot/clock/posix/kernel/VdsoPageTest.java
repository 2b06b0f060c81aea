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

/** Finds the page on machines made of files. */
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
        .reason();
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
    assertTrue(refusal().startsWith("/proc/self/maps lists no page of the hypervisor"), refusal());
  }

  @Test
  void otherSystems() {
    kernel = new KernelFiles("Mac OS X", "aarch64", root);
    assertEquals(
        "the hypervisor's page needs Linux on x86-64, and this is Mac OS X on aarch64", refusal());
  }

  @Test
  void pageThatIsNotFilledIn() throws IOException {
    assumeSystemCalls();
    // The second page of this mapping is at 0x1000, where no process has anything mapped.
    file("proc/self/maps", "00000000-00004000 r--p 00000000 00:00 0   [vvar]\n");
    file(SOURCES + "current_clocksource", "tsc\n");
    assertEquals(
        "the hypervisor's page is empty: the kernel has only used the clock source tsc", refusal());
  }

  @Test
  void probeReturnsAnErrorInsteadOfFaulting() {
    assumeSystemCalls();
    assertEquals(-Errno.EFAULT, Syscall.probe(0x1000, 32));
  }

  /** The numbers of the system calls are those of x86-64. */
  private static void assumeSystemCalls() {
    Assumptions.assumeTrue(KernelFiles.CURRENT.isLinuxOnX86(), "made for Linux on x86-64");
  }

  @Test
  void counterIsStableOnlyIfThePageSaysSo() {
    MemorySegment memory = MemorySegment.ofArray(new long[4]);
    assertFalse(VdsoPage.PVCLOCK.saysCounterIsStable(memory));
    assertFalse(VdsoPage.HYPERV.saysCounterIsStable(memory));
    memory.set(ValueLayout.JAVA_BYTE, 29, (byte) 2);
    assertFalse(VdsoPage.PVCLOCK.saysCounterIsStable(memory));
    memory.set(ValueLayout.JAVA_BYTE, 29, (byte) 3);
    assertTrue(VdsoPage.PVCLOCK.saysCounterIsStable(memory));
    memory.set(ValueLayout.JAVA_INT, 0, 1);
    assertTrue(VdsoPage.HYPERV.saysCounterIsStable(memory));
  }
}
