package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.function.LongSupplier;

/** Measures what a reading allocates once it is compiled, if the JVM reports allocation. */
final class AllocationCheck {
  private static final int READINGS = 20_000;
  private static final int MAX_ROUNDS = 100;
  private static final int MIN_OBJECT_BYTES = 8;

  private AllocationCheck() {}

  static void check(LongSupplier clock, Pause pause) throws InterruptedException {
    // Interpreted code allocates even for plain calls.
    if (Jvm.onlyInterprets() || Jvm.allocatedBytes() == Jvm.UNKNOWN) {
      return;
    }
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < MAX_ROUNDS && least >= READINGS; round++) {
      long before = Jvm.allocatedBytes();
      for (int i = 0; i < READINGS; i++) {
        sum += clock.getAsLong();
      }
      least = Math.min(least, Jvm.allocatedBytes() - before);
      // Uses the sum, so that the compiler does not remove the readings.
      pause.letTimePass(Duration.ofNanos(sum & 1));
    }
    long each = least / READINGS;
    assertTrue(
        each < MIN_OBJECT_BYTES,
        () -> "a reading must not allocate, got " + each + " bytes on average");
  }
}
