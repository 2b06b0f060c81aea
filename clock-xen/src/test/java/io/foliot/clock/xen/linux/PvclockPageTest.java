package io.foliot.clock.xen.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding the page in what a kernel says, on machines that are made of files. */
class PvclockPageTest {
  private static final String SOURCES = "sys/devices/system/clocksource/clocksource0/";

  @TempDir private Path root;

  private GuestKernel kernel;

  @BeforeEach
  void machine() {
    kernel = new GuestKernel("Linux", "amd64", root);
  }

  private void file(String name, String content) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private String refusal() {
    return assertThrows(
            ClockUnavailableException.class, () -> PvclockPage.find("hypervisor time", kernel))
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
    assertEquals(0x7fff8f105000L, PvclockPage.address(kernel));
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
    assertEquals(0x7fabbb896000L, PvclockPage.address(kernel));
  }

  @Test
  void noSuchMapping() throws IOException {
    file("proc/self/maps", "7fff8f104000-7fff8f105000 r--p 00000000 00:00 0   [vvar]\n");
    file(SOURCES + "available_clocksource", "xen tsc hpet acpi_pm \n");
    assertEquals(
        "hypervisor time is not available: /proc/self/maps shows neither [vvar_vclock] nor a [vvar]"
            + " of two pages: this kernel maps no such page (started with vdso=0, perhaps)",
        refusal());
  }

  @Test
  void bareMetal() throws IOException {
    file(SOURCES + "available_clocksource", "tsc hpet acpi_pm \n");
    assertEquals(
        "hypervisor time is not available: this kernel has no clock of Xen or KVM, so it runs on"
            + " bare metal or another hypervisor (available clock sources: tsc hpet acpi_pm)",
        refusal());
  }

  @Test
  void otherSystems() {
    kernel = new GuestKernel("Mac OS X", "aarch64", root);
    assertEquals(
        "hypervisor time is not available: the kernel maps such a page on Linux on x86-64 only, and"
            + " this is Mac OS X on aarch64",
        refusal());
  }

  @Test
  void pageThatIsNotFilledIn() throws IOException {
    // No process has anything mapped at 0x1000: the second page of this made-up mapping.
    file("proc/self/maps", "00000000-00004000 r--p 00000000 00:00 0   [vvar]\n");
    file(SOURCES + "available_clocksource", "tsc kvm-clock \n");
    file(SOURCES + "current_clocksource", "tsc\n");
    assertEquals(
        "hypervisor time is not available: the kernel has not filled the page in: it never used the"
            + " hypervisor's clock source, or the hypervisor does not promise a stable TSC (clock"
            + " source in use: tsc; start the guest with clocksource=xen or clocksource=kvm-clock)",
        refusal());
  }
}
