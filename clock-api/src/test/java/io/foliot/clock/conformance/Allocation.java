package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.function.LongSupplier;

/** Measures what a reading allocates once the compiler has seen it, where the JVM tells. */
final class Allocation {
  private static final int READINGS = 20_000;
  private static final int MOST_ROUNDS = 100;
  private static final int SMALLEST_OBJECT_BYTES = 8;

  private Allocation() {}

  static void check(LongSupplier clock, PeriodCheck.Pause pause) throws InterruptedException {
    // Code that is never compiled allocates for plain calls too.
    if (Jvm.onlyInterprets() || Jvm.allocatedBytes() == Jvm.UNKNOWN) {
      return;
    }
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < MOST_ROUNDS && least >= READINGS; round++) {
      long before = Jvm.allocatedBytes();
      for (int i = 0; i < READINGS; i++) {
        sum += clock.getAsLong();
      }
      least = Math.min(least, Jvm.allocatedBytes() - before);
      // Uses the sum, so that the readings are not compiled away.
      pause.letTimePass(Duration.ofNanos(sum & 1));
    }
    long each = least / READINGS;
    assertTrue(
        each < SMALLEST_OBJECT_BYTES,
        () -> "a reading allocates " + each + " bytes on average; expected none");
  }
}
