package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import org.junit.jupiter.api.Test;

/** What this module quotes goes through the one exception that escapes it. */
class VisibleMessagesTest {
  @Test
  void theNameOfALibrary() {
    for (String harmful : new String[] {"\n", "\u001B[2J", "\u202E"}) {
      System.setProperty(
          Solo5ClockProvider.LIBRARY_PROPERTY, "/nowhere/lib" + harmful + "ERROR.so");
      try {
        String message =
            assertThrows(
                    ClockUnavailableException.class, () -> new Solo5ClockProvider().monotonic())
                .getMessage();
        assertTrue(message.matches("[ -~]*"), message);
        assertTrue(message.contains("/nowhere/lib\\u"), message);
      } finally {
        System.clearProperty(Solo5ClockProvider.LIBRARY_PROPERTY);
      }
    }
  }
}
