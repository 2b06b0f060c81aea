package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.ClockUnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this module quotes goes through the one exception that escapes it. */
class VisibleMessagesTest {
  @Test
  void theNameOfADevice(@TempDir Path folder) {
    for (String harmful : new String[] {"\n", "\u001B[2J", "\u202E"}) {
      Path device = folder.resolve("ptp" + harmful + "ERROR");
      ClockUnavailableException refusal =
          assertThrows(ClockUnavailableException.class, () -> PosixClocks.ptp(device));
      String escaped = String.format("\\u%04X", (int) harmful.charAt(0)) + harmful.substring(1);
      assertEquals("posix ptp " + folder.resolve("ptp" + escaped + "ERROR"), refusal.clock());
      assertEquals(
          refusal.clock() + " is not available: " + refusal.reason(), refusal.getMessage());
    }
  }
}
