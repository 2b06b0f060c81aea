package io.foliot.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the extension in a JUnit of its own. The classes inside are not found as tests. */
class ManualClockExtensionTest {
  @ExtendWith(ManualClockExtension.class)
  static class WithoutAnnotation {
    @Test
    void beginsAtZero(ManualClock clock) {
      assertEquals(0, clock.elapsedNanos());
      assertEquals(PosixTime.EPOCH, clock.now());
    }
  }

  @ManualTime
  static class InConstructor {
    InConstructor(ManualClock clock) {
      clock.suspend();
    }

    @Test
    void isNotReached() {}
  }

  @ManualTime
  static class BeforeAllTests {
    @BeforeAll
    static void prepare(ManualClock clock) {
      clock.suspend();
    }

    @Test
    void isNotReached() {}
  }

  @ManualTime(wall = "2026-11-22")
  static class WrongText {
    @Test
    void isNotReached(ManualClock clock) {
      clock.suspend();
    }
  }

  @Test
  void withoutAnnotation() {
    run(WithoutAnnotation.class).testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void refusals() {
    assertRefused(
        InConstructor.class,
        "tests must not share a clock; declare the parameter of type ManualClock");
    assertRefused(
        BeforeAllTests.class,
        "tests must not share a clock; declare the parameter of type ManualClock");
    assertRefused(WrongText.class, "@ManualTime: ");
    assertRefused(WrongText.class, "2026-11-22");
  }

  private static void assertRefused(Class<?> test, String reason) {
    String failures =
        run(test)
            .allEvents()
            .failed()
            .map(event -> String.valueOf(event.getPayload()))
            .collect(Collectors.joining());
    assertTrue(failures.contains(reason), failures);
  }

  private static EngineExecutionResults run(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute();
  }
}
