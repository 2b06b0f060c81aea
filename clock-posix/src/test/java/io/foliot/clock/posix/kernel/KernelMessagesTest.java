package io.foliot.clock.posix.kernel;

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
class KernelMessagesTest {
  private static final String HARMFUL = "tsc\u001B[2J\r\nERROR";

  @Test
  void theNameOfTheSystem(@TempDir Path root) {
    assertVisible(new KernelFiles("Linux" + HARMFUL, "amd64" + HARMFUL, root));
  }

  @Test
  void whatTheKernelSays(@TempDir Path root) throws IOException {
    Path folder = root.resolve("sys/devices/system/clocksource/clocksource0");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("current_clocksource"), HARMFUL);
    String reason = CounterTrust.refusal(new KernelFiles("Linux", "aarch64", root));
    assertVisible(new ClockUnavailableException("page", reason));
  }

  private static void assertVisible(KernelFiles kernel) {
    assertVisible(
        assertThrows(ClockUnavailableException.class, () -> VdsoPage.PVCLOCK.find("page", kernel)));
  }

  private static void assertVisible(ClockUnavailableException refusal) {
    assertTrue(refusal.reason().contains("\\u001B[2J\\u000D\\u000AERROR"), refusal.reason());
    assertTrue(refusal.getMessage().matches("[ -~]*"), refusal.getMessage());
    assertEquals("page", refusal.clock());
  }
}
