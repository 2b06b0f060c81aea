package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.ClockUnavailableException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this module quotes goes through the one exception that escapes it. */
class VisibleMessagesTest {
  private static final String[] ASCII = {"\n", "\u001B[2J"};
  private static final String[] ALL = {"\n", "\u001B[2J", "\u202E"};

  @Test
  void theNameOfADevice(@TempDir Path folder) {
    // Where file names are ASCII (no locale is set, or none is there), no path can spell the last.
    CharsetEncoder names = Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder();
    for (String harmful : names.canEncode('\u202E') ? ALL : ASCII) {
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
