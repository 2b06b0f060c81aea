package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
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
  void refusesEveryClockUnlessRequested() {
    assertThrows(ClockUnavailableException.class, provider::monotonic);
    assertThrows(ClockUnavailableException.class, provider::posix);
    assertThrows(ClockUnavailableException.class, provider::sleeper);
    for (ClockOffer<?> offer : provider.offers()) {
      assertThrows(ClockUnavailableException.class, offer::open);
    }
  }

  /** Each line of the log of loaded classes starts with the name of the class. */
  @Test
  void doesNotLoadForeignFunctionsUnlessRequested() throws Exception {
    StandIn.Result child =
        StandIn.run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout:none",
            "-cp",
            System.getProperty("java.class.path"),
            AskAll.class.getName());
    assertEquals(0, child.status, child.output);
    assertTrue(child.output.contains("io.foliot.clock.solo5.Solo5ClockProvider"), child.output);
    assertFalse(child.output.contains("java.lang.foreign.Linker"), child.output);
    assertFalse(child.output.contains("WARNING"), child.output);
    assertTrue(
        child.output.contains(
            "solo5 is not available: not requested; on Solo5 set the system property"
                + " io.foliot.clock.provider to solo5, or io.foliot.clock.solo5.library to a"
                + " library that exports its functions"),
        child.output);
  }

  /** Asks for every clock, like a program that has this jar on its class path. */
  static final class AskAll {
    public static void main(String[] args) {
      ClockProvider provider = new Solo5ClockProvider();
      for (Supplier<?> clock :
          List.<Supplier<?>>of(provider::monotonic, provider::posix, provider::sleeper)) {
        try {
          System.out.println("got " + clock.get());
        } catch (ClockUnavailableException refusal) {
          System.out.println(refusal.getMessage());
        }
      }
      for (ClockOffer<?> offer : provider.offers()) {
        try {
          System.out.println("got " + offer.open());
        } catch (ClockUnavailableException refusal) {
          System.out.println(refusal.getMessage());
        }
      }
    }
  }

  @Test
  void looksInTheProcessIfRequestedByName() {
    System.setProperty(Clocks.PROVIDER_PROPERTY, "solo5");
    try {
      ClockUnavailableException refusal =
          assertThrows(ClockUnavailableException.class, provider::monotonic);
      assertTrue(refusal.reason().contains("does not export solo5_clock_monotonic"));
    } finally {
      System.clearProperty(Clocks.PROVIDER_PROPERTY);
    }
  }

  @Test
  void loadsTheLibraryNamedByTheProperty() {
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
