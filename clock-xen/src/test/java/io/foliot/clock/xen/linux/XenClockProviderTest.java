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

/** Offers and refusals on this machine, compared with what its own files say. */
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
    String reason = "the kernel has the hypervisor's time; use the provider posix of clock-posix";
    assertEquals(
        reason, assertThrows(ClockUnavailableException.class, provider()::monotonic).reason());
    assertEquals(
        reason, assertThrows(ClockUnavailableException.class, provider()::sleeper).reason());
  }

  @Test
  void offersTheWallClockOnXenOnly() {
    for (ClockOffer<?> offer : provider().offers()) {
      String refusal = refusal(offer);
      if (!KernelFiles.CURRENT.isLinuxOnX86()) {
        assertTrue(
            refusal.startsWith("shared_info can be mapped on Linux on x86-64 only"), refusal);
      } else if (!KernelFiles.CURRENT.hypervisorType().equals("xen")) {
        assertTrue(refusal.startsWith("this is not a Xen guest"), refusal);
      } else if (refusal != null) {
        assertTrue(
            refusal.matches(".* failed with .*|(the kernel|the hypervisor|/proc|Xen).*"), refusal);
      }
    }
  }
}
