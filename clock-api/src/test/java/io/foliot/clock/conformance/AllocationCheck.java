package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Measures what a reading allocates once it is compiled, if the JVM reports allocation.
 *
 * <p>A reading may create an object that the compiler removes, but not every compiler does, and on
 * a busy machine it takes its time. A control shows whether it does and already has: a reading that
 * is known to create such an object. Without that knowledge the check passes.
 */
final class AllocationCheck {
  private static final int READINGS = 20_000;
  private static final int MIN_OBJECT_BYTES = 8;

  /** Rounds in which the control allocates nothing, so that the clock has no excuse left. */
  private static final int MAX_ROUNDS = 100;

  /** Rounds after which a compiler that has not removed the control's object never will. */
  private static final int MAX_WARM_UP_ROUNDS = 300;

  private static final int PAUSE_MILLIS = 10;

  /** Written after each round, so that the compiler does not remove the readings. */
  static volatile long sink;

  private AllocationCheck() {}

  static void check(LongSupplier clock) throws InterruptedException {
    // Interpreted code allocates even for plain calls.
    if (Jvm.onlyInterprets() || Jvm.allocatedBytes() == Jvm.UNKNOWN) {
      return;
    }
    long least = Long.MAX_VALUE;
    int rounds = 0;
    for (int warmUp = 0; rounds < MAX_ROUNDS && warmUp < MAX_WARM_UP_ROUNDS; ) {
      least = Math.min(least, allocatedBytes(clock));
      if (least < MIN_OBJECT_BYTES) {
        return;
      }
      if (allocatedBytes(AllocationCheck::control) < MIN_OBJECT_BYTES) {
        rounds++;
      } else {
        warmUp++;
      }
      // Leaves the processor to the compiler.
      Thread.sleep(PAUSE_MILLIS);
    }
    if (rounds == MAX_ROUNDS) {
      fail("a reading must not allocate, got " + least + " bytes on average");
    }
  }

  private static long control() {
    return new AtomicLong(System.nanoTime()).get();
  }

  /** {@return the bytes that a reading allocates on average} */
  private static long allocatedBytes(LongSupplier clock) {
    long before = Jvm.allocatedBytes();
    long sum = 0;
    for (int i = 0; i < READINGS; i++) {
      sum += clock.getAsLong();
    }
    long bytes = Jvm.allocatedBytes() - before;
    sink = sum;
    return bytes / READINGS;
  }
}
