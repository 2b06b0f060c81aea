package io.foliot.clock.xen.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.posix.kernel.KernelFiles;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * Offers and refusals on the machine that runs the tests, whatever it is: each machine must give
 * the answer that its own files call for.
 */
class XenClockProviderTest extends ClockProviderConformance {
  @Override
  protected ClockProvider provider() {
    return new XenClockProvider();
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
  void leavesElapsedTimeToTheKernel() {
    String reason =
        "a Linux guest has the hypervisor's time from its kernel: use the provider posix (module"
            + " clock-posix)";
    assertEquals(
        reason, assertThrows(ClockUnavailableException.class, provider()::monotonic).reason());
    assertEquals(
        reason, assertThrows(ClockUnavailableException.class, provider()::sleeper).reason());
  }

  @Test
  void offersTheWallClockOnXenOnly() {
    for (ClockOffer<?> offer : provider().offers()) {
      String refusal = refusal(offer);
      if (!KernelFiles.HERE.isLinuxOnX86()) {
        assertTrue(
            refusal.startsWith("the page of dom0 is mapped on Linux on x86-64 only"), refusal);
      } else if (!KernelFiles.HERE.hypervisorType().equals("xen")) {
        assertTrue(refusal.startsWith("only Xen shares a wall clock"), refusal);
      } else if (refusal != null) {
        assertTrue(refusal.matches("(could not|the kernel|the hypervisor|/proc).*"), refusal);
      }
    }
  }
}
