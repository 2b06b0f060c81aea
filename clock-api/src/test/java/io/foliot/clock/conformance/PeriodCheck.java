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
  private static final int TICK_READINGS = 40_000;
  private static final int TICK_BATCH = 1_000;
  private static final long LONGEST_LOOK_NANOS = 300_000_000;

  /** A claim that is wrong by less is not noticed: what clocks claim is often a round number. */
  private static final long WRONG_BY = 400;

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
      boolean paused = false;
      long now = nanos.getAsLong();
      for (int i = 0; now == last && i < READINGS_PER_STEP; i++) {
        equal++;
        // A simulated clock moves only when it is told to.
        paused = i % 10_000 == 9_999;
        if (paused) {
          pause.letTimePass(PAUSE);
        }
        now = nanos.getAsLong();
      }
      assertTrue(now != last, "the clock stands still");
      // The first step began before it was watched.
      if (step > 0) {
        smallest = Math.min(smallest, now - last);
        // After a pause the step is as long as the pause was, which on a busy machine is long.
        ticked += equal >= EQUAL_READINGS && !paused ? 1 : 0;
      }
      last = now;
    }
    assertEquals(claimed, period.get(), "periodPicos() has changed");
    if (claimed.isPresent()) {
      compare(claimed.getAsLong(), smallest, ticked);
      compareTicks(claimed.getAsLong(), nanos, pause);
    }
  }

  /**
   * A clock that ticks more coarsely than it claims shows it in two ways: all its readings are
   * whole ticks apart, and many readings in a row are equal although reading takes longer than a
   * tick.
   */
  private static void compareTicks(long picos, LongSupplier nanos, Pause pause)
      throws InterruptedException {
    long divisor = 0;
    long smallest = Long.MAX_VALUE;
    int equal = 0;
    int readings = 0;
    long began = System.nanoTime();
    long last = nanos.getAsLong();
    while (readings < TICK_READINGS && System.nanoTime() - began < LONGEST_LOOK_NANOS) {
      for (int i = 0; i < TICK_BATCH; i++) {
        long now = nanos.getAsLong();
        equal += now == last ? 1 : 0;
        divisor = gcd(now - last, divisor);
        // The first one of a batch is as far away as the pause was long.
        smallest = i > 0 && now > last ? Math.min(smallest, now - last) : smallest;
        last = now;
      }
      readings += TICK_BATCH;
      // A simulated clock moves only when it is told to: by lengths without a common divisor.
      pause.letTimePass(Duration.ofNanos(10_000 + readings % 7_919));
    }
    long common = divisor;
    assertTrue(
        common == 0 || common < WRONG_BY * Math.max(1, picos / PICOS_PER_NANO),
        () ->
            "the clock claims a tick of "
                + picos
                + " ps, and all its readings are multiples of "
                + common
                + " ns apart");
    long step = smallest;
    assertTrue(
        equal <= readings / 4
            || step == Long.MAX_VALUE
            || step < WRONG_BY * picos / PICOS_PER_NANO + 1,
        () ->
            "the clock claims a tick of "
                + picos
                + " ps; its smallest step is "
                + step
                + " ns, and many readings in a row are equal");
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = b;
    while (x != 0) {
      long rest = y % x;
      y = x;
      x = rest;
    }
    return y;
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
