package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

/** Messages that quote their input, with harmful texts. */
class VisibleMessagesTest {
  /** Line ends, an escape sequence, NUL, a right-to-left override, a lone surrogate. */
  private static final String[] HARMFUL = {
    "\n", "\r\n", "\u001B[2J", "\u0000", "\u202E", "\u2028", "\uD800", "\u0085", "\u00A0", "\uFEFF"
  };

  private static final PosixTimeParser EVERYTHING =
      PosixTimeParser.STRICT
          .acceptSpaceSeparator()
          .acceptShortOffsets()
          .acceptMissingSeconds()
          .acceptSurroundingBlanks();

  private static void isVisible(String message) {
    assertTrue(message.matches("[ -~\u00B5]*"), message);
  }

  @Test
  void times() {
    String time = "2026-11-22T08:57:00.5+01:00";
    for (String harmful : HARMFUL) {
      for (int at = 0; at <= time.length(); at++) {
        String text = time.substring(0, at) + harmful + "ERROR" + time.substring(at);
        isVisible(
            assertThrows(IllegalArgumentException.class, () -> PosixTime.parse(text)).getMessage());
        isVisible(
            assertThrows(IllegalArgumentException.class, () -> EVERYTHING.parse(text))
                .getMessage());
      }
    }
  }

  @Test
  void refusals() {
    for (String harmful : HARMFUL) {
      ClockUnavailableException refusal =
          new ClockUnavailableException("clock " + harmful, "the file says " + harmful);
      isVisible(refusal.getMessage());
      isVisible(refusal.clock());
      isVisible(refusal.reason());
      assertEquals(
          refusal.clock() + " is not available: " + refusal.reason(), refusal.getMessage());
    }
  }

  @Test
  void providers() {
    for (String harmful : HARMFUL) {
      Clocks clocks =
          InstalledProviders.find(Collections.emptyIterator(), "provider" + harmful + "ERROR");
      isVisible(assertThrows(ClockUnavailableException.class, clocks::monotonic).getMessage());
      clocks.report().forEach(report -> isVisible(report.toString()));
      Clocks broken = InstalledProviders.find(new OneBroken(harmful), null);
      broken.report().forEach(report -> isVisible(report.toString()));
    }
  }

  @Test
  void failingProviders() {
    for (String harmful : HARMFUL) {
      FakeProvider failing =
          new FakeProvider("provider" + harmful, 1)
              .monotonic(
                  () -> {
                    throw new IllegalStateException("device" + harmful + "ERROR");
                  });
      Clocks clocks = Clocks.of(failing);
      isVisible(assertThrows(ClockUnavailableException.class, clocks::monotonic).getMessage());
      ProviderReport report = clocks.report().get(0);
      isVisible(report.toString());
      isVisible(report.monotonicNotUsed().get());
    }
  }

  @Test
  void clocksOfDeadlines() {
    for (String harmful : HARMFUL) {
      MonotonicClock named =
          new ServiceProviders.Good() {
            @Override
            public String toString() {
              return "clock" + harmful;
            }
          };
      Deadline deadline = Deadline.never(named);
      isVisible(
          assertThrows(
                  IllegalArgumentException.class,
                  () -> deadline.compareTo(Deadline.never(new ManualClock())))
              .getMessage());
    }
  }

  /** A service file that names no class. */
  private static final class OneBroken implements Iterator<ClockProvider> {
    private final String name;
    private boolean asked;

    OneBroken(String name) {
      this.name = name;
    }

    @Override
    public boolean hasNext() {
      return !asked;
    }

    @Override
    public ClockProvider next() {
      if (asked) {
        throw new NoSuchElementException();
      }
      asked = true;
      throw new ServiceConfigurationError(
          ClockProvider.class.getName() + ": Provider " + name + " not found " + name);
    }
  }
}
