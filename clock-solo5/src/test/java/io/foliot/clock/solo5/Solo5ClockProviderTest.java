package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Solo5ClockProviderTest {
  private final ClockProvider provider = new Solo5ClockProvider();

  @Test
  void isFoundAsAService() {
    assertTrue(
        ServiceLoader.load(ClockProvider.class).stream()
            .anyMatch(found -> found.type() == Solo5ClockProvider.class));
    assertEquals("solo5", provider.name());
    assertTrue(provider.priority() > 0);
  }

  @Test
  void refusesEachClockOutsideOfSolo5() {
    assertThrows(ClockUnavailableException.class, provider::monotonic);
    assertThrows(ClockUnavailableException.class, provider::posix);
    assertThrows(ClockUnavailableException.class, provider::sleeper);
    for (ClockOffer<?> offer : provider.offers()) {
      assertThrows(ClockUnavailableException.class, offer::open);
    }
  }

  @Test
  void takesTheLibraryThatThePropertyNames() {
    System.setProperty(Solo5ClockProvider.LIBRARY_PROPERTY, StandIn.library().toString());
    try {
      assertTrue(provider.monotonic().elapsedNanos() != 0);
      assertTrue(provider.posix().epochNanos() > 0);
      assertTrue(provider.sleeper().clock().elapsedNanos() != 0);
      assertEquals(
          "monotonic, wall",
          provider.offers().stream().map(ClockOffer::name).collect(Collectors.joining(", ")));
      provider.offers().forEach(ClockOffer::open);
    } finally {
      System.clearProperty(Solo5ClockProvider.LIBRARY_PROPERTY);
    }
  }
}
