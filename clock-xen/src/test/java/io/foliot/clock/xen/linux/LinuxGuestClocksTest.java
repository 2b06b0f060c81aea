package io.foliot.clock.xen.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.conformance.ClockProviderConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * Offers and refusals on the machine that runs the tests, whatever it is: each machine must give
 * the answer that its own files call for.
 */
class LinuxGuestClocksTest extends ClockProviderConformance {
  private static final Path CLOCK_SOURCE = Path.of("/sys/devices/system/clocksource/clocksource0/");

  @Override
  protected ClockProvider provider() {
    return new XenClockProvider();
  }

  private static String clockSource(String file) throws IOException {
    Path path = CLOCK_SOURCE.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : "";
  }

  private static String refusal(ClockOffer<?> offer) {
    try {
      offer.open();
      return null;
    } catch (ClockUnavailableException refusal) {
      return refusal.reason();
    }
  }

  @Test
  void isFoundByTheServiceLoader() {
    List<String> names =
        ServiceLoader.load(ClockProvider.class).stream().map(p -> p.get().name()).toList();
    assertTrue(names.contains("xen"), names.toString());
  }

  @Test
  void isChosenOnlyWhereTheKernelTakesItsTimeFromTheHypervisor() throws IOException {
    String current = clockSource("current_clocksource");
    if (current.equals("xen") || current.equals("kvm-clock")) {
      assertTrue(provider().monotonic().elapsedNanos() != 0);
    } else {
      ClockUnavailableException refusal =
          assertThrows(ClockUnavailableException.class, provider()::monotonic);
      assertEquals(
          current.isEmpty()
              ? "the kernel does not say which clock source it uses, not a hypervisor's"
              : "the kernel itself uses the clock source " + current + ", not a hypervisor's",
          refusal.reason());
    }
  }

  @Test
  void refusesWithTheReasonOfThisMachine() throws IOException {
    String available = " " + clockSource("available_clocksource") + " ";
    boolean isKnown = available.contains(" xen ") || available.contains(" kvm-clock ");
    for (ClockOffer<?> offer : provider().offers()) {
      String refusal = refusal(offer);
      if (offer.name().equals("wall")) {
        boolean isXen = Files.exists(Path.of("/sys/hypervisor/type"));
        assertTrue(isXen || refusal.startsWith("only Xen shares a wall clock"), refusal);
      } else if (!isKnown && !available.isBlank()) {
        assertTrue(refusal.contains("runs on bare metal or another hypervisor"), refusal);
      } else if (refusal != null) {
        assertTrue(
            refusal.matches(".*(not filled the page in|maps no such page|stable TSC).*"), refusal);
      }
    }
  }

  @Test
  void probeAnswersInsteadOfFaulting() {
    assertEquals(-Syscall.EFAULT, Syscall.probe(0x1000, 32));
    assertEquals("EFAULT", Syscall.errorName(-Syscall.EFAULT));
    assertEquals("errno 77", Syscall.errorName(-77));
  }
}
