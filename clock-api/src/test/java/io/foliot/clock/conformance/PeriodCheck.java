package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Compares the period that a clock claims with the steps that its readings make. */
final class PeriodCheck {
  private static final int STEPS = 12;
  private static final int READINGS_PER_STEP = 2_000_000;
  private static final int PICOS_PER_NANO = 1_000;
  private static final Duration PAUSE = Duration.ofMicros(50);

  /**
   * So many equal readings before a step are a tick, not the cost of reading. A thread that is held
   * up sees fewer, so that most steps decide, not all.
   */
  private static final int EQUAL_READINGS = 8;

  private PeriodCheck() {}

  interface Pause {
    void letTimePass(Duration time) throws InterruptedException;
  }

  static void check(LongSupplier nanos, Supplier<OptionalLong> period, Pause pause)
      throws InterruptedException {
    OptionalLong claimed = period.get();
    assertNotNull(claimed, "periodPicos() is null");
    long smallest = Long.MAX_VALUE;
    int ticked = 0;
    long last = nanos.getAsLong();
    for (int step = 0; step < STEPS; step++) {
      int equal = 0;
      long now = nanos.getAsLong();
      for (int i = 0; now == last && i < READINGS_PER_STEP; i++) {
        equal++;
        // A simulated clock moves only when it is told to.
        if (i % 10_000 == 9_999) {
          pause.letTimePass(PAUSE);
        }
        now = nanos.getAsLong();
      }
      assertTrue(now != last, "the clock stands still");
      // The first step began before it was watched.
      if (step > 0) {
        smallest = Math.min(smallest, now - last);
        ticked += equal >= EQUAL_READINGS ? 1 : 0;
      }
      last = now;
    }
    assertEquals(claimed, period.get(), "periodPicos() has changed");
    if (claimed.isPresent()) {
      compare(claimed.getAsLong(), smallest, ticked);
    }
  }

  private static void compare(long picos, long smallest, int ticked) {
    assertTrue(picos > 0, () -> "periodPicos() is " + picos + ", expected a positive number");
    long nanos = picos / PICOS_PER_NANO;
    assertTrue(
        smallest >= nanos / 2,
        () -> "the clock claims a tick of " + nanos + " ns and steps by " + smallest + " ns");
    assertTrue(
        smallest <= 2 * nanos + 1 || ticked <= STEPS / 2,
        () ->
            "the clock claims a tick of "
                + nanos
                + " ns; its smallest step is "
                + smallest
                + " ns, and most steps come after "
                + EQUAL_READINGS
                + " or more equal readings");
  }
}
