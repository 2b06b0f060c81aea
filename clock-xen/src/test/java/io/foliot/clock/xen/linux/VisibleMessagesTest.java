package io.foliot.clock.xen.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this module quotes goes through the one exception that escapes it. */
class VisibleMessagesTest {
  private static final String HARMFUL = "tsc\u001B[2J\r\nERROR";

  @Test
  void theNameOfTheSystem(@TempDir Path root) {
    assertVisible(new GuestKernel("Linux" + HARMFUL, "amd64" + HARMFUL, root));
  }

  @Test
  void whatTheKernelSays(@TempDir Path root) throws IOException {
    Path folder = root.resolve("sys/devices/system/clocksource/clocksource0");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("available_clocksource"), HARMFUL);
    assertVisible(new GuestKernel("Linux", "amd64", root));
  }

  private static void assertVisible(GuestKernel kernel) {
    ClockUnavailableException refusal =
        assertThrows(ClockUnavailableException.class, () -> PvclockPage.find("page", kernel));
    assertTrue(refusal.reason().contains("\\u001B[2J\\u000D\\u000AERROR"), refusal.reason());
    assertTrue(refusal.getMessage().matches("[ -~]*"), refusal.getMessage());
    assertEquals("page", refusal.clock());
  }
}
