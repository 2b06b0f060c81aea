package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Compares the claimed period of a clock with the steps of its readings. */
final class PeriodCheck {
  private static final int STEPS = 12;
  private static final int READINGS_PER_STEP = 2_000_000;
  private static final int PICOS_PER_NANO = 1_000;
  private static final Duration PAUSE = Duration.ofMicros(50);
  private static final int TICK_READINGS = 40_000;
  private static final int TICK_BATCH = 1_000;
  private static final long MAX_OBSERVATION_NANOS = 300_000_000;

  /** Factor of a wrong claim that is detected; claims are often rounded. */
  private static final long DETECTED_FACTOR = 400;

  /**
   * This many equal readings before a step show that the step is a tick and not the cost of a
   * reading. A preempted thread sees fewer, so the majority of steps decides.
   */
  private static final int EQUAL_READINGS = 8;

  private PeriodCheck() {}

  static void check(LongSupplier nanos, Supplier<OptionalLong> period, Pause pause)
      throws InterruptedException {
    OptionalLong claimed = period.get();
    assertNotNull(claimed, "periodPicos() must not return null");
    long smallest = Long.MAX_VALUE;
    int ticked = 0;
    long last = nanos.getAsLong();
    for (int step = 0; step < STEPS; step++) {
      int equal = 0;
      boolean paused = false;
      long now = nanos.getAsLong();
      for (int i = 0; now == last && i < READINGS_PER_STEP; i++) {
        equal++;
        // A simulated clock advances only in a pause.
        paused = i % 10_000 == 9_999;
        if (paused) {
          pause.letTimePass(PAUSE);
        }
        now = nanos.getAsLong();
      }
      assertTrue(now != last, "the clock must advance");
      // The start of the first step was not observed.
      if (step > 0) {
        smallest = Math.min(smallest, now - last);
        // A step after a pause is as long as the pause, which may be long on a busy machine.
        ticked += equal >= EQUAL_READINGS && !paused ? 1 : 0;
      }
      last = now;
    }
    assertEquals(claimed, period.get(), "periodPicos() must be constant");
    if (claimed.isPresent()) {
      compare(claimed.getAsLong(), smallest, ticked);
      compareTicks(claimed.getAsLong(), nanos, pause);
    }
  }

  /**
   * Detects a clock that is coarser than it claims: the differences of its readings have a common
   * divisor, and many successive readings are equal although a reading takes longer than the
   * claimed period.
   */
  private static void compareTicks(long picos, LongSupplier nanos, Pause pause)
      throws InterruptedException {
    long divisor = 0;
    long smallest = Long.MAX_VALUE;
    int equal = 0;
    int readings = 0;
    long began = System.nanoTime();
    long last = nanos.getAsLong();
    // A preempted thread must see the clock advance too.
    while (readings < TICK_READINGS
        && (divisor == 0 || System.nanoTime() - began < MAX_OBSERVATION_NANOS)) {
      for (int i = 0; i < TICK_BATCH; i++) {
        long now = nanos.getAsLong();
        equal += now == last ? 1 : 0;
        divisor = gcd(now - last, divisor);
        // The first step of a batch includes the pause.
        smallest = i > 0 && now > last ? Math.min(smallest, now - last) : smallest;
        last = now;
      }
      readings += TICK_BATCH;
      // Pauses of a simulated clock have no common divisor.
      pause.letTimePass(Duration.ofNanos(10_000 + readings % 7_919));
    }
    long common = divisor;
    assertTrue(
        common == 0 || common < DETECTED_FACTOR * Math.max(1, picos / PICOS_PER_NANO),
        () ->
            "periodPicos() is "
                + picos
                + ", but all readings are multiples of "
                + common
                + " ns apart");
    long step = smallest;
    assertTrue(
        equal <= readings / 4
            || step == Long.MAX_VALUE
            || step < DETECTED_FACTOR * picos / PICOS_PER_NANO + 1,
        () ->
            "periodPicos() is "
                + picos
                + ", but many successive readings are equal and the smallest step is "
                + step
                + " ns");
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
    assertTrue(picos > 0, () -> "periodPicos() must be positive, got " + picos);
    long nanos = picos / PICOS_PER_NANO;
    assertTrue(
        smallest >= nanos / 2,
        () -> "periodPicos() is " + picos + ", but readings step by " + smallest + " ns");
    assertTrue(
        smallest <= 2 * nanos + 1 || ticked <= STEPS / 2,
        () ->
            "periodPicos() is "
                + picos
                + ", but the smallest step is "
                + smallest
                + " ns, and most steps follow "
                + EQUAL_READINGS
                + " or more equal readings");
  }
}
